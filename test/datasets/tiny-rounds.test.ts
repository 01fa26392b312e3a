import { expect, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";

const rounds = Array.from({ length: 600 }, (_, seed) => tinyRound(seed));

test("every tiny round is valid input", () => {
  for (const round of rounds) {
    const parsed = parseRoundValue(round);
    expect(parsed.ok ? [] : parsed.issues, round.id).toEqual([]);
  }
});

test("tiny rounds are small enough to try every placement", () => {
  for (const { candidates, promotions, missions } of rounds) {
    expect(candidates.length).toBeGreaterThanOrEqual(2);
    expect(candidates.length).toBeLessThanOrEqual(5);
    expect(promotions.length).toBeLessThanOrEqual(3);
    expect(missions.length).toBeLessThanOrEqual(4);
  }
});

test("the same seed gives the same tiny round", () => {
  expect(tinyRound(77)).toEqual(rounds[77]);
  expect(tinyRound(78)).not.toEqual({ ...rounds[77], id: "tiny-78", seed: "tiny/78" });
});

const sets = (text: string) => (round: RoundJson) => JSON.stringify(round).includes(text);

test.each<[string, number, (round: RoundJson) => boolean]>([
  ["a placement pinned", 30, ({ pins }) => (pins ?? []).some((pin) => "promotion" in pin)],
  ["a candidate kept on the reserve list", 10, sets('"outcome":"reserve"')],
  ["something forbidden to a candidate", 10, sets('"not":{')],
  ["two people pinned", 5, ({ pins }) => (pins ?? []).filter((pin) => "promotion" in pin).length > 1],
  ["published placements", 30, ({ published }) => (published ?? []).length > 0],
  ["members", 100, ({ promotions }) => promotions.some(({ members }) => (members ?? []).length > 0)],
  ["a promotion that must hold", 50, sets('"mustHold":true')],
  ["seats kept free", 50, sets('"keepFree":1')],
  ["a pair of missions", 100, ({ candidates }) => candidates.some(({ choices }) => choices.some((c) => typeof c !== "string"))],
  ["an own initiative", 30, sets('"reservedFor"')],
  ["a window of unavailability", 50, sets('"unavailable"')],
  ["occupied places", 50, sets('"occupied"')],
  ["a hard rule of composition, balance or Regions", 50, sets('"mode":"hard"')],
  ["hard rules in the minority", 400, (round) => !sets('"mode":"hard"')(round)],
  ["no tolerance", 50, sets('"tolerance":0,')],
  ["quotas", 50, sets('"quotas"')],
  ["an order of tiers of its own", 200, ({ policy }) => policy?.tiers !== undefined],
  ["an allowance", 100, sets('"allowance":{"absolute":1}')],
  ["merged tiers", 50, sets('"weights":[')],
  ["wishes by sum", 100, sets('"wishes":"sum"')],
  ["wishes by first choices", 100, sets('"wishes":"greedy"')],
  ["no days of delay allowed", 20, sets('"maxDays":0')],
  [
    "overlapping promotions",
    200,
    ({ promotions }) => promotions.some((p, at) => promotions.slice(at + 1).some((q) => q.start <= p.end)),
  ],
])("among 600 tiny rounds there are enough with %s", (_, least, has) => {
  expect(rounds.filter(has).length).toBeGreaterThanOrEqual(least);
});
