import { expect, test } from "vitest";
import { be20240515 } from "../../engine/profiles/be-2024-05-15.ts";
import {
  addTier,
  changedKeys,
  moveTier,
  sumsToOne,
  switchOff,
  unusedObjectives,
} from "../../server/planner/policy/policy-draft.ts";

const policy = be20240515.defaults;
const names = (tiers: typeof policy.tiers) => tiers.map(({ objectives }) => objectives.join("+"));

test("a tier moved down and up again stands where it stood; past the ends nothing moves", () => {
  const moved = moveTier(policy.tiers, 4, 7);
  expect(names(moved)[7]).toBe(names(policy.tiers)[4]);
  expect(names(moveTier(moved, 7, 4))).toEqual(names(policy.tiers));
  expect(moveTier(policy.tiers, 0, -1)).toBe(policy.tiers);
  expect(moveTier(policy.tiers, policy.tiers.length - 1, policy.tiers.length)).toBe(policy.tiers);
});

test("what is switched off leaves the order, and cannot be added until it is on again", () => {
  const off = switchOff(policy, "representativeness");
  expect(names(off.tiers)).not.toContain("worst-promotion");
  expect(names(off.tiers)).not.toContain("representativeness");
  expect(unusedObjectives(off)).toEqual([]);
  expect(unusedObjectives({ ...off, representativeness: policy.representativeness })).toEqual([
    "worst-promotion",
    "representativeness",
  ]);
});

test("an aim is added before the lottery, which stays last", () => {
  const without = policy.tiers.filter(({ objectives }) => !objectives.includes("wishes"));
  expect(names(addTier(without, "wishes")).slice(-2)).toEqual(["wishes", "lottery"]);
});

test("only what differs is sent", () => {
  expect(changedKeys(policy, policy)).toEqual({});
  expect(Object.keys(changedKeys(policy, { ...policy, wishes: "greedy" }))).toEqual(["wishes"]);
});

test("shares sum to one within a thousandth", () => {
  expect(sumsToOne({ F: 0.492, M: 0.508 })).toBe(true);
  expect(sumsToOne({ F: 0.5, M: 0.49 })).toBe(false);
});
