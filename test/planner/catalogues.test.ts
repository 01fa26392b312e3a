import { describe, expect, test } from "vitest";
import { ISSUE_CODES } from "../../engine/domain/input-issue.ts";
import { PROFILES } from "../../engine/profiles/catalogue.ts";
import { LANGUAGES } from "../../server/planner/language/language.ts";
import { loadMessages } from "../../server/planner/language/load-messages.ts";
import { plural } from "../../server/planner/language/plural.ts";

/** Every text of a catalogue by its path; functions are called with a sign for each argument. */
function textsOf(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value === "function") return [];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, `${path}/${key}`));
}

const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe.each(LANGUAGES)("the words in %s", (language) => {
  test("none is empty but the unit of the lottery, and none has stray spaces", async () => {
    const texts = textsOf(await loadMessages(language), "");
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter(([path, text]) => text === "" && path !== "/result/units/lottery")).toEqual([]);
    expect(texts.filter(([, text]) => text !== text.trim())).toEqual([]);
  });

  test("say the parameters of each issue, as its English text does", async () => {
    const { issues } = await loadMessages(language);
    for (const [code, [, text]] of Object.entries(ISSUE_CODES)) {
      const [what, fix] = issues[code as keyof typeof ISSUE_CODES];
      const said = new Set([...placeholders(what), ...placeholders(fix)]);
      const known = new Set(placeholders(text));
      expect(
        [...said].filter((name) => !known.has(name)),
        code,
      ).toEqual([]);
    }
  });
});

describe("the readings that nothing changes", () => {
  const fixed = [...PROFILES.values()].flatMap(({ readings }) => readings.filter(({ setting }) => setting === "fixed"));

  test("are told apart by their articles, and English says what the profiles say", async () => {
    const { law } = await loadMessages("en");
    expect(new Set(fixed.map(({ article }) => article)).size).toBe(new Set(fixed.map((one) => one.default)).size);
    for (const reading of fixed) expect(law.fixed[reading.article]).toEqual([reading.default, reading.note]);
    for (const { id, status } of PROFILES.values()) expect(law.status[id]).toBe(status);
  });

  test.each(LANGUAGES)("have words in %s", async (language) => {
    const { law } = await loadMessages(language);
    expect(Object.keys(law.fixed).sort()).toEqual([...new Set(fixed.map(({ article }) => article))].sort());
    expect(Object.keys(law.status).sort()).toEqual([...PROFILES.keys()].sort());
  });
});

test("one is one in every language, and French counts nobody in the singular", () => {
  expect(plural("en")(1, "candidate", "candidates")).toBe("1 candidate");
  expect(plural("nl")(2, "kandidaat", "kandidaten")).toBe("2 kandidaten");
  expect(plural("fr")(0, "candidat", "candidats")).toBe("0 candidat");
  expect(plural("de")(1000, "Kandidat", "Kandidaten")).toMatch(/^1.000 Kandidaten$/);
});
