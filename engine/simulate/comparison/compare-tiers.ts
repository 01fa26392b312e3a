import type { ObjectiveId, Policy, Sense } from "../../domain/policy.ts";
import type { Quality, Result, TierFigure } from "../../domain/result.ts";
import { KEY_OF_OBJECTIVE } from "../../input/objective-key.ts";
import { sameJson } from "./same-json.ts";

/** `not-comparable`: a run has no such tier, or measures it against other targets. */
export type Verdict = "better" | "worse" | "equal" | "not-comparable";

/** One tier of either run. */
export interface TierComparison {
  readonly objectives: readonly ObjectiveId[];
  readonly sense: Sense;
  readonly base: { readonly value: TierFigure; readonly quality: Quality } | null;
  readonly other: { readonly value: TierFigure; readonly quality: Quality } | null;
  readonly verdict: Verdict;
  /** other - base, entry by entry; `null` where they cannot be compared. */
  readonly difference: TierFigure | null;
}

/** The tiers of the first run in its order, then those only the second has. */
export function compareTiers(base: Result, other: Result): TierComparison[] {
  const [ofBase, ofOther] = [tiersByName(base), tiersByName(other)];
  return [...new Set([...ofBase.keys(), ...ofOther.keys()])].flatMap((name) => {
    const [one, two] = [ofBase.get(name), ofOther.get(name)];
    const tier = one ?? two;
    if (tier === undefined) return [];
    const comparable = one !== undefined && two !== undefined && measuredAlike(tier.objectives, base, other);
    const difference = comparable ? minus(two.value, one.value) : null;
    return [
      {
        objectives: tier.objectives,
        sense: tier.sense,
        base: one === undefined ? null : { value: one.value, quality: one.quality },
        other: two === undefined ? null : { value: two.value, quality: two.quality },
        verdict: difference === null ? "not-comparable" : verdict(difference, tier.sense),
        difference,
      },
    ];
  });
}

function tiersByName({ tiers }: Result) {
  return new Map(tiers.map((tier) => [tier.objectives.join("+"), tier] as const));
}

/** Whether the figures mean the same: the policy keys they are measured by, and the weights of a merged tier. */
function measuredAlike(objectives: readonly ObjectiveId[], base: Result, other: Result): boolean {
  const meaning = ({ effectivePolicy: policy }: Result) => [
    objectives.map((objective) => settingOf(objective, policy)),
    policy.tiers.find((tier) => sameJson(tier.objectives, objectives))?.weights,
  ];
  return sameJson(meaning(base), meaning(other));
}

function settingOf(objective: ObjectiveId, policy: Policy): unknown {
  const key = KEY_OF_OBJECTIVE[objective];
  if (key !== null) return policy[key];
  return objective === "wishes" ? policy.wishes : null;
}

function minus(a: TierFigure, b: TierFigure): TierFigure | null {
  if (typeof a === "number") return typeof b === "number" ? a - b : null;
  if (typeof b === "number" || a.length !== b.length) return null;
  return a.map((value, index) => value - (b[index] ?? 0));
}

/** Of a list the first entry that differs decides. */
function verdict(difference: TierFigure, sense: Sense): Verdict {
  const first = [difference].flat().find((value) => value !== 0) ?? 0;
  if (first === 0) return "equal";
  return first < 0 === (sense === "minimise") ? "better" : "worse";
}
