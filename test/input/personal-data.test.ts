import { expect, test } from "vitest";
import { isPersonalField, personalKind } from "../../engine/input/personal-data.ts";
import { smallRound } from "./round-fixture.ts";
import { issuesOf } from "./round-of.ts";

test("names, contacts, national and bank numbers, addresses and diagnoses are recognised as fields in the languages of the country", () => {
  const fields = [
    "name",
    "firstName",
    "last_name",
    "Nom",
    "prénom",
    "voornaam",
    "e-mail",
    "candidateEmail",
    "GSM",
    "phoneNumber",
  ];
  const more = [
    "nationalNumber",
    "candidateNationalNumber",
    "rijksregisternummer",
    "NISS",
    "iban",
    "home-address",
    "Straße",
    "diagnosis",
  ];
  expect([...fields, ...more].filter((field) => !isPersonalField(field))).toEqual([]);
});

test("the fields and usual dimensions of a round are not personal", () => {
  const fields = ["id", "hosts", "domain", "languages", "languageArea", "hoursPerWeek", "reserveSince", "record", "needs", "sex"];
  const dimensions = ["education", "status", "origin", "age", "mobility", "urbanity", "telework"];
  expect([...fields, ...dimensions].filter(isPersonalField)).toEqual([]);
});

test("personal values are recognised in the forms people write them in", () => {
  expect(personalKind("ada.lovelace+x@mail.example.be")).toBe("e-mail address");
  // 30 July 1985, serial 033: 97 - 850730033 mod 97 = 28; and born since 2000, with a 2 before the nine digits.
  for (const number of [
    "85073003328",
    "85.07.30-033.28",
    "85 07 30 033 28",
    "850730-033-28",
    "850730 033 28",
    "85/07/30-033.28",
  ]) {
    expect([number, personalKind(number)]).toEqual([number, "national register number"]);
  }
  expect(personalKind(`06031400${"1"}${check("2060314001")}`)).toBe("national register number");
  for (const iban of [
    "BE71 0961 2345 6769",
    "BE71096123456769",
    "be71096123456769",
    "NL91ABNA0417164300",
    "FR1420041010050500013M02606",
  ]) {
    expect([iban, personalKind(iban)]).toEqual([iban, "bank account number"]);
  }
  for (const phone of ["+32 470 12 34 56", "+32470123456", "tel. +32 (0)2 123 45 67", "+33/1.23.45.67.89"]) {
    expect([phone, personalKind(phone)]).toEqual([phone, "phone number"]);
  }
});

test("opaque ids are not taken for personal data", () => {
  const ids = ["c00012345678", "c85073003328", "85073003329", "00000000097", "85133003328", "2026-10-05", "2026-autumn/1"];
  const codes = [
    "BE72096123456769",
    "550e8400-e29b-41d4-a716-446655440000",
    "1e71096123456769",
    "@home",
    "a@b",
    "18+",
    "C++",
    "x+32470123456",
  ];
  expect([...ids, ...codes].filter((text) => personalKind(text) !== null)).toEqual([]);
});

test("a personal value is refused in ids, free texts, dimension names and categories, and never repeated in an issue", () => {
  const secret = "85.07.30-033.28";
  const round = smallRound();
  round.seed = secret;
  round.candidates[0].attributes.status = secret;
  round.candidates[1].attributes[secret] = "x";
  round.missions[0].domain = secret;
  round.published[0].promotion = secret;
  const issues = issuesOf(round);
  expect(issues.map((issue) => [issue.code, issue.path]).sort()).toEqual([
    ["reference-unknown", "/published/0/promotion"],
    ["value-personal", "/candidates/0/attributes/status"],
    ["value-personal", "/candidates/1/attributes"],
    ["value-personal", "/missions/0/domain"],
    ["value-personal", "/published/0/promotion"],
    ["value-personal", "/seed"],
  ]);
  expect(JSON.stringify(issues)).not.toContain(secret);
});

test("personal fields are refused as dimensions and inside fields nobody knows, but a category may have such a name", () => {
  const round = smallRound();
  round.candidates[0].attributes.phone = "x";
  round.candidates[1].person = { email: "x" };
  round.policy.regionalBalance.targets = { health: 1 };
  expect(issuesOf(round).map((issue) => [issue.code, issue.path])).toEqual([
    ["field-unknown", "/candidates/1/person"],
    ["field-personal", "/candidates/0/attributes/phone"],
    ["field-personal", "/candidates/1/person/email"],
  ]);
});

/** Two check digits of a national register number, from its nine digits with the century's 2 before them. */
function check(digits: string): string {
  return String(97 - (Number(digits) % 97)).padStart(2, "0");
}
