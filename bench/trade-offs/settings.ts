import type { ObjectiveId, Tier } from "../../engine/domain/policy.ts";

/** Tiers that may give up something for the wishes; the two of composition together. */
export const GROUPS = {
  balance: ["regional-balance"],
  composition: ["worst-promotion", "representativeness"],
  delay: ["delay"],
} as const satisfies Readonly<Record<string, readonly ObjectiveId[]>>;

export type Group = keyof typeof GROUPS;

/** How much each group may give up, as a share of its best value; left out: nothing. */
export type Setting = Readonly<Partial<Record<Group, number>>>;

const NAMES = Object.keys(GROUPS) as readonly Group[];

/** Each group alone and all together at every level; composition and delay together, since composition is what ties the dates. */
export function settingsAt(levels: readonly number[]): readonly Setting[] {
  const alone = NAMES.flatMap((group) => levels.map((level): Setting => ({ [group]: level })));
  const pairs = levels.map((level): Setting => ({ composition: level, delay: level }));
  const all = levels.map((level): Setting => ({ balance: level, composition: level, delay: level }));
  return [{}, ...alone, ...pairs, ...all];
}

/** The tiers with the allowances of a setting and no others. */
export function tiersUnder(tiers: readonly Tier[], setting: Setting): readonly Tier[] {
  return tiers.map((tier) => {
    const group = NAMES.find((name) => GROUPS[name].some((id) => tier.objectives.includes(id)));
    const relative = group === undefined ? undefined : setting[group];
    return { ...tier, allowance: relative === undefined ? { absolute: 0 } : { relative } };
  });
}

/** A setting in words, for a table. */
export function nameOf(setting: Setting): string {
  return NAMES.flatMap((group) => (setting[group] === undefined ? [] : [`${group} ${setting[group]}`])).join(", ") || "none";
}
