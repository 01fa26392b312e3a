/** What a text looks like that the engine must never receive (Art. 7, 12 §2-8). */
export type PersonalKind = "e-mail address" | "national register number" | "bank account number" | "phone number";

/** Words of field names, in FR, NL, DE and EN, without accents and in lower case. */
const PERSONAL_WORDS = new Set(
  [
    "name names surname fullname givenname nom nome prenom naam voornaam achternaam familienaam",
    "vorname nachname familienname email emails mail courriel phone telephone telefoon telefon tel gsm cellphone",
    "niss insz nrn ssn iban bic bank rekeningnummer passport idcard",
    "address adresse adres street rue straat strasse diagnosis diagnose diagnostic disease illness medical medication health",
    "disability handicap maladie ziekte krankheit gezondheid sante religion photo picture",
  ].flatMap((line) => line.split(" ")),
);

/** The same for words that names run together. */
const PERSONAL_COMPOUNDS =
  /firstname|lastname|familyname|nationalnumber|registernumber|registrationnumber|registrenational|numeronational|rijksregister|accountnumber/;

/** Whether a field name, in camel, snake or kebab case, speaks of who somebody is rather than of what a placement needs. */
export function isPersonalField(field: string): boolean {
  if (field.length > 100) return false;
  const plain = /^[ -~]*$/.test(field) ? field : field.replaceAll("ß", "ss").normalize("NFD").replaceAll(/\p{M}/gu, "");
  const words = (plain.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? []).map((word) => word.toLowerCase());
  return words.some((word) => PERSONAL_WORDS.has(word)) || PERSONAL_COMPOUNDS.test(words.join(""));
}

/** No lawful text of a round is longer, so a longer one is refused by its length. */
const MAX_LENGTH = 200;

/** What kind of personal data a text holds, `null` for none: strict forms and their checksums only, for ids are opaque. */
export function personalKind(text: string): PersonalKind | null {
  if (text.length > MAX_LENGTH) return null;
  if (text.includes("@") && /[^\s@]@[^\s@.]+\.[^\s@]/.test(text)) return "e-mail address";
  if (text.length >= NATIONAL_DIGITS && holdsNationalNumber(text)) return "national register number";
  if (text.length >= SHORTEST_IBAN && holdsAccountNumber(text)) return "bank account number";
  if (text.includes("+") && /(?<!\w)\+[1-9](?:[ ./()-]{0,2}\d){7,14}(?!\d)/.test(text)) return "phone number";
  return null;
}

const NATIONAL_DIGITS = 11;
const SHORTEST_IBAN = 15;

const NATIONAL_NUMBER =
  /(?<![\w.-])(?:(\d{2})(\d{2})(\d{2})(\d{3})(\d{2})|(\d{2})[. /-](\d{2})[. /-](\d{2})[. /-](\d{3})[. /-]?(\d{2})|(\d{6})[ -](\d{3})[ .-]?(\d{2}))(?![\w-])/g;

/** Belgian national register and BIS numbers: YYMMDD, a serial 001-998, 97 less the remainder of the nine digits by 97. */
function holdsNationalNumber(text: string): boolean {
  for (const match of text.matchAll(NATIONAL_NUMBER)) {
    const digits = match.slice(1).join("");
    const month = Number(digits.slice(2, 4)) % 20;
    const inForm = Number(digits.slice(2, 4)) <= 52 && month <= 12 && Number(digits.slice(4, 6)) <= 31;
    const serial = Number(digits.slice(6, 9));
    const body = Number(digits.slice(0, 9));
    const check = Number(digits.slice(9));
    const checks = [body, body + 2_000_000_000].some((number) => 97 - (number % 97) === check);
    if (inForm && serial >= 1 && serial <= 998 && checks) return true;
  }
  return false;
}

/** Length of an account number by country: the euro area and its neighbours. */
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  ...{ AD: 24, AT: 20, BE: 16, BG: 22, CH: 21, CY: 28, CZ: 24, DE: 22, DK: 18, EE: 20, ES: 24, FI: 18, FR: 27, GB: 22, GR: 27 },
  ...{ HR: 21, HU: 28, IE: 22, IS: 26, IT: 27, LI: 21, LT: 20, LU: 20, LV: 21, MA: 28, MC: 27, MT: 31, NL: 18, NO: 15, PL: 28 },
  ...{ PT: 25, RO: 24, SE: 24, SI: 19, SK: 24, SM: 27, TN: 24, TR: 26, UA: 29 },
};

const ACCOUNT_NUMBER =
  /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[A-Z0-9]{11,27}|(?:[ -][A-Z0-9]{4}){2,6}(?:[ -][A-Z0-9]{1,4})?)(?![A-Z0-9])/gi;

/** IBAN (ISO 13616): in one piece or in groups of four, the length of its country, remainder 1 by 97. */
function holdsAccountNumber(text: string): boolean {
  for (const [match] of text.matchAll(ACCOUNT_NUMBER)) {
    const iban = match.replaceAll(/[ -]/g, "").toUpperCase();
    if (IBAN_LENGTHS[iban.slice(0, 2)] !== iban.length) continue;
    const rotated = iban.slice(4) + iban.slice(0, 4);
    const digits = rotated.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));
    if (BigInt(digits) % 97n === 1n) return true;
  }
  return false;
}
