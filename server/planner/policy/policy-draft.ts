import type { ObjectiveId, Policy, Tier } from "../../../engine/domain/policy.ts";

/** Every objective; the record makes the compiler keep the list. */
const ALL: Readonly<Record<ObjectiveId, true>> = {
  changes: true,
  "deferral-cap": true,
  "reserve-priority": true,
  placed: true,
  "regional-balance": true,
  "worst-promotion": true,
  representativeness: true,
  "low-skilled": true,
  "cross-region": true,
  delay: true,
  wishes: true,
  "cross-language": true,
  lottery: true,
};

/** The policy key an objective needs to be switched on; `null`: none. */
const NEEDS: Readonly<Partial<Record<ObjectiveId, keyof Policy>>> = {
  "deferral-cap": "deferral",
  "regional-balance": "regionalBalance",
  "worst-promotion": "representativeness",
  representativeness: "representativeness",
  "low-skilled": "lowSkilled",
  "cross-region": "crossRegion",
};

/** The tier at `from` put at `to`; the rest keep their order. */
export function moveTier(tiers: readonly Tier[], from: number, to: number): readonly Tier[] {
  const tier = tiers[from];
  if (tier === undefined || to < 0 || to >= tiers.length) return tiers;
  return tiers.toSpliced(from, 1).toSpliced(to, 0, tier);
}

/** Objectives that stand in no tier and could. */
export function unusedObjectives(policy: Policy): readonly ObjectiveId[] {
  const used = new Set(policy.tiers.flatMap(({ objectives }) => objectives));
  // `Object.keys` of a closed record gives its keys.
  return (Object.keys(ALL) as ObjectiveId[]).filter((id) => !used.has(id) && isOn(policy, id));
}

function isOn(policy: Policy, id: ObjectiveId): boolean {
  const key = NEEDS[id];
  return key === undefined || policy[key] !== null;
}

/** Adds an objective as the last tier but the lottery. */
export function addTier(tiers: readonly Tier[], id: ObjectiveId): readonly Tier[] {
  const tier: Tier = { objectives: [id], weights: [1], allowance: { absolute: 0 } };
  const last = tiers.at(-1)?.objectives.includes("lottery") === true && id !== "lottery" ? tiers.length - 1 : tiers.length;
  return tiers.toSpliced(last, 0, tier);
}

/** Switches a part of the policy off: its objectives leave the order with it. */
export function switchOff(
  policy: Policy,
  key: "deferral" | "regionalBalance" | "representativeness" | "lowSkilled" | "crossRegion",
): Policy {
  const off = { ...policy, [key]: null };
  return { ...off, tiers: policy.tiers.filter(({ objectives }) => objectives.every((id) => isOn(off, id))) };
}

/** The keys of a policy that differ from another's, as a scenario sets them. */
export function changedKeys(before: Policy, after: Policy): Partial<Policy> {
  // `Object.keys` of a policy gives its keys.
  const keys = (Object.keys(after) as (keyof Policy)[]).filter(
    (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]),
  );
  return Object.fromEntries(keys.map((key) => [key, after[key]]));
}

/** Whether shares add up to 1, within the thousandth the contract allows. */
export function sumsToOne(shares: Readonly<Record<string, number>>): boolean {
  return Math.abs(Object.values(shares).reduce((sum, share) => sum + share, 0) - 1) <= 0.001;
}
