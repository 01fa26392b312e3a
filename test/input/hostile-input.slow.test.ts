import fc from "fast-check";
import { expect, test } from "vitest";
import type { IssueCode } from "../../engine/domain/input-issue.ts";
import { describeIssue } from "../../engine/domain/input-issue.ts";
import { parseRound, parseRoundValue } from "../../engine/input/parse-round.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { type Loose, smallRound } from "./round-fixture.ts";
import { issuesOf } from "./round-of.ts";

/** Codes that say a value does not follow the schema. */
const SCHEMA_CODES: ReadonlySet<IssueCode> = new Set([
  "too-large",
  "field-missing",
  "field-unknown",
  "field-personal",
  "value-invalid",
]);

/** Every place in a JSON value, as the steps that lead to it. */
function places(value: Loose, base: readonly string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return [];
  return Object.keys(value).flatMap((key) => [[...base, key], ...places(value[key], [...base, key])]);
}

/** Puts `value` at the n-th place of a round, or takes the place away. */
function mutate(round: Loose, n: number, value: unknown): void {
  const all = places(round);
  const steps = all[n % all.length] ?? [];
  const last = steps.at(-1) ?? "";
  const holder = steps.slice(0, -1).reduce((inner, step) => inner[step], round);
  if (value === undefined) delete holder[last];
  else holder[last] = value;
}

const strangeValue = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue(),
  fc.constantFrom<unknown>(
    null,
    -1,
    0.5,
    1e21,
    2 ** 53,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    -0,
    "",
    "\uD800",
    "c1",
    "m1",
    "2026-02-30",
  ),
  fc.constantFrom<unknown>(
    "__proto__",
    "constructor",
    "\u0000",
    "9".repeat(10_000),
    {},
    [],
    [[]],
    { missions: [] },
    { id: "c1" },
  ),
);

test("any value is read without an exception", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
    withUnicodeString: true,
  });
  fc.assert(
    fc.property(anything, (value) => parseRoundValue(value).ok === false),
    { numRuns: 1_000 },
  );
});

test("any text is read without an exception", () => {
  const texts = fc.oneof(fc.string({ unit: "binary" }), fc.json());
  fc.assert(
    fc.property(texts, (text) => parseRound(text).ok === false),
    { numRuns: 1_000 },
  );
});

test("a lawful round broken anywhere is read without an exception, and is wrong by the schema just when the schema says so", () => {
  const mutations = fc.array(fc.tuple(fc.nat(), strangeValue), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(mutations, (changes) => {
      const round = smallRound();
      for (const [place, value] of changes) mutate(round, place, value);
      const issues = issuesOf(round);
      const followsSchema = roundSchema.safeParse(round).success;
      const outside = issues.filter((issue) => SCHEMA_CODES.has(issue.code));
      // A date some profiles do without is missing for the profile, not for the schema.
      const bySchema = outside.filter((issue) => !issue.path.endsWith("/chosenStart") || issue.code !== "field-missing");
      expect([bySchema.length === 0, issues.map(describeIssue)]).toEqual([followsSchema, issues.map(describeIssue)]);
    }),
    { numRuns: 500 },
  );
});

test("a text nested a million deep is refused", () => {
  const deep = `${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}`;
  expect(parseRound(deep).ok).toBe(false);
  const round = JSON.stringify(smallRound()).replace('"environment"', `${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`);
  const parsed = parseRound(round);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual(["/missions/0/domain"]);
});

test("a value that contains itself is refused", () => {
  const round = smallRound();
  round.policy.self = round;
  round.candidates[0].choices = Array(1_000).fill(round);
  expect(parseRoundValue(round).ok).toBe(false);
});

test("a prototype cannot be set, neither as a field nor as a dimension or category", () => {
  const text = JSON.stringify(smallRound())
    .replace('"domain":"environment"', '"__proto__":{"places":9}')
    .replace('"status":"job-seeker"', '"__proto__":"x","constructor":"y"')
    .replace('"F":0.49', '"__proto__":0.49');
  const parsed = parseRound(text);
  expect(parsed.ok ? [] : parsed.issues.map((issue) => `${issue.code} ${issue.path}`).sort()).toEqual([
    "field-unknown /candidates/0/attributes/__proto__",
    "field-unknown /missions/0/__proto__",
    "field-unknown /policy/representativeness/0/targets/__proto__",
    "targets-do-not-sum /policy/representativeness/0/targets",
    "value-invalid /candidates/0/attributes/constructor",
  ]);
});

test("lists and texts beyond their caps are refused without being looked through", () => {
  const round = smallRound();
  round.candidates = Array(200_001).fill({ email: 1 });
  round.pins = [];
  round.published = [];
  delete round.missions[0].reservedFor;
  round.id = "x".repeat(101);
  round.seed = "x".repeat(1_000_000);
  round.hosts[0].offers = Array(501).fill(0);
  expect(issuesOf(round).map((issue) => issue.code)).toContain("too-large");
  expect(issuesOf(round).filter((issue) => issue.path.startsWith("/candidates/")).length).toBeLessThan(2);
});

test("a hundred thousand unknown fields are each an issue", () => {
  const round = smallRound();
  for (let index = 0; index < 150_000; index++) round[`x${index}`] = 0;
  expect(issuesOf(round)).toHaveLength(150_000);
});

test("lone surrogates and control characters are refused wherever a text may stand", () => {
  for (const bad of ["\uD800", "a\uDFFFb", "a\nb", "\u0000"]) {
    const round = smallRound();
    round.id = bad;
    round.candidates[0].attributes.status = bad;
    round.candidates[1].attributes[bad] = "x";
    round.hosts[0].offers[0] = bad;
    expect(issuesOf(round).map((issue) => issue.code)).toEqual(Array(4).fill("value-invalid"));
  }
});
