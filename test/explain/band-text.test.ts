import { expect, it } from "vitest";
import type { BandAnswer } from "../../engine/domain/band-answer.ts";
import { bandLines } from "../../engine/explain/texts/band-text.ts";
import { LANGUAGES } from "../../engine/explain/texts/catalogue.ts";

const ANSWER: BandAnswer = {
  band: { promotion: "p7", dimension: "education", category: "low" },
  size: 17,
  persons: 7,
  from: 1,
  until: 3,
  possible: 11,
  answer: "not-established",
  conflict: null,
  price: null,
  better: null,
};
const place = (mission: string) =>
  ({ kind: "rule", rule: "mission-capacity", article: "8 §1", subject: { mission, day: "2026-09-01" } }) as const;
const ANSWERS: readonly BandAnswer[] = [
  ANSWER,
  { ...ANSWER, answer: "kept", persons: 2 },
  { ...ANSWER, answer: "not-held" },
  { ...ANSWER, answer: "price", price: { now: 58, atLeast: 59, found: 61 } },
  { ...ANSWER, answer: "price", price: { now: 58, atLeast: null, found: 58 }, better: [] },
  {
    ...ANSWER,
    answer: "impossible",
    conflict: {
      parts: [...["m1", "m2", "m3", "m4"].map(place), { kind: "aim", tier: "placed", entry: 1, limit: 128 }],
      minimal: true,
    },
  },
];

it("says every answer about a band in four languages, each with its own figures", () => {
  for (const answer of ANSWERS) {
    const texts = LANGUAGES.map((language) => bandLines(answer, language).join("\n"));
    expect(new Set(texts).size).toBe(LANGUAGES.length);
    for (const text of texts) {
      expect(text).toContain("p7");
      expect(text).not.toMatch(/undefined|null|[{}]/);
      if (answer.answer !== "not-held") expect(text).toContain("17");
      if (answer.price !== null) expect(text).toContain(String(answer.price.found));
    }
  }
});

it("says many parts of one rule together and the aims first, as these are the planner's to change", () => {
  const [impossible] = ANSWERS.slice(-1);
  const lines = bandLines(impossible ?? ANSWER, "en").filter((line) => line.startsWith("  "));
  expect(lines).toEqual([
    "  the aim “most people placed” as far as it was reached (128)",
    "  Art. 8 §1: no more citizens serve at 4 missions and hosts than these have places (m1, m2, m3, m4)",
  ]);
});
