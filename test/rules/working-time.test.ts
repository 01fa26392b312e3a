import { expect, it } from "vitest";
import type { Proposal } from "../../engine/model/instance.ts";
import { workingTime } from "../../engine/rules/working-time.ts";

const pair = (first: number, second: number, travelHours: number, hosts = ["h1", "h2"]) =>
  ({
    choice: { missions: ["m1", "m2"], travelHours },
    missions: [{ hoursPerWeek: first }, { hoursPerWeek: second }],
    hosts: hosts.map((id) => ({ id })),
  }) as unknown as Proposal;

it("lets a pair through that takes exactly 28 hours with the travel, in exact decimals", () => {
  expect(0.1 + 16.1 + 11.8).toBeGreaterThan(28);
  expect(workingTime.forbids?.(pair(16.1, 11.8, 0.1))).toBe(false);
  expect(workingTime.forbids?.(pair(16.1, 11.9, 0.1))).toBe(true);
});

it("refuses a pair of missions at one host", () => {
  expect(workingTime.forbids?.(pair(10, 10, 0, ["h1", "h1"]))).toBe(true);
});
