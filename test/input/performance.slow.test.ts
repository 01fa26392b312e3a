import { expect, test } from "vitest";
import { parseRound } from "../../engine/input/parse-round.ts";
import { smallRound } from "./round-fixture.ts";

/** A round of `count` candidates with three choices each among `0.6 count` missions. */
function roundText(count: number): string {
  const round = smallRound();
  const [candidate] = round.candidates;
  const [mission] = round.missions;
  const missions = Math.ceil(count * 0.6) + 3;
  for (let index = 0; index < missions; index++) round.missions.push({ ...mission, id: `n${index}`, reservedFor: null });
  for (let index = 0; index < count; index++) {
    const choices = [0, 1, 2].map((step) => `n${(index + step) % missions}`);
    round.candidates.push({ ...candidate, id: `x${index}`, choices });
  }
  return JSON.stringify(round);
}

/** Milliseconds of processor time of the fastest of some readings: what the work takes, whatever else runs beside it. */
function fastestReading(text: string, readings: number): number {
  const times = Array.from({ length: readings }, () => {
    const before = process.threadCpuUsage();
    expect(parseRound(text).ok).toBe(true);
    const spent = process.threadCpuUsage(before);
    return (spent.user + spent.system) / 1_000;
  });
  return Math.min(...times);
}

test("a round of 1,000 candidates is read in less than 150 ms", () => {
  expect(fastestReading(roundText(1_000), 12)).toBeLessThan(150);
});

test("a round of 10,000 candidates is read in less than 1.5 s", () => {
  expect(fastestReading(roundText(10_000), 4)).toBeLessThan(1_500);
});
