import { expect, it } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { LANGUAGES, WORDS } from "../../engine/explain/texts/catalogue.ts";
import { groundLines } from "../../engine/explain/texts/explanation-text.ts";
import { waitingLines } from "../../server/report/waiting.ts";
import { solved } from "../engine/run-place.ts";

const open = { code: "not-established", price: { tier: "low-skilled", by: 0, atMost: 3 } } as const;

it.each(LANGUAGES)(
  "%s: a price that may be nothing says what the best placement found costs, to the planner alone",
  (language) => {
    const lines = groundLines(open, language, "planner");
    expect(lines.at(-1)).toBe(WORDS[language].interval(WORDS[language].aim["low-skilled"], 3));
    expect(lines.at(-1)).toMatch(/3/);
    expect(groundLines(open, language, "candidate").join()).not.toMatch(/\d/);
    const proven = groundLines({ code: "low-skilled", price: { tier: "low-skilled", by: 1, atMost: 3 } }, language, "planner");
    expect(proven.at(-1)).toBe(WORDS[language].price(WORDS[language].aim["low-skilled"], 1, 3));
  },
);

it("what is printed tells the tier before which nothing stands in the way", async () => {
  const result = await solved(tinyRound(1));
  const reserve = {
    candidate: "c",
    outcome: "reserve",
    reason: open,
    offer: "priority-reserve-list",
    lastChance: false,
  } as const;
  expect(waitingLines({ ...result, outcomes: [reserve] }).join("\n")).toMatch(
    /1 {2}nothing before the tier low-skilled stands in the way/,
  );
});
