import type { InputIssue } from "../../domain/input-issue.ts";
import type { ObjectiveId, Sense } from "../../domain/policy.ts";
import type { Indicators, Result, TierFigure, TierResult } from "../../domain/result.ts";
import type { TierJson } from "../../input/policy-schema.ts";
import type { RoundJson } from "../../input/round-schema.ts";
import { openCurve } from "./curve-tiers.ts";
import { widestGap } from "./widest-gap.ts";

/** What is asked: how much tier `gain` improves for what tier `give` may lose. `points`: rounds solved at most, from 3 on. */
export interface CurveQuestion {
  readonly give: ObjectiveId;
  readonly gain: ObjectiveId;
  readonly points: number;
}

/** One point: the best `gain` there is while `give` loses at most `allowance`. */
export interface CurvePoint {
  /** Units of the tier that gives. */
  readonly allowance: number;
  readonly give: TierFigure;
  readonly gain: TierFigure;
  /** Every tier up to `gain` was proven: no lawful placement has a better `gain` for this allowance. */
  readonly proven: boolean;
  readonly tiers: readonly Pick<TierResult, "objectives" | "sense" | "value" | "bound" | "quality">[];
  readonly indicators: Indicators;
  /** The policy of this point, as a patch of the round. */
  readonly patch: { readonly kind: "policy-changed"; readonly set: { readonly tiers: readonly TierJson[] } };
}

/** The points by rising allowance, each better in `gain` than the one before. */
export interface Curve {
  readonly give: ObjectiveId;
  readonly gain: ObjectiveId;
  readonly senses: { readonly give: Sense; readonly gain: Sense };
  readonly points: readonly CurvePoint[];
  /** Every step of the curve is among the points, and each stands at the smallest allowance that gives it. */
  readonly complete: boolean;
  /** Rounds that were solved. */
  readonly solved: number;
  /** Why the search for points ended before its end, as the status of the point that was not solved; `null` where it did not. */
  readonly endedBy: string | null;
}

export type CurveOutcome =
  | { readonly status: "solved"; readonly curve: Curve }
  | { readonly status: "bad-input"; readonly issues: readonly InputIssue[] }
  /** Not even the two ends could be solved; `reason` is the status of the run that failed. */
  | { readonly status: "unsolved"; readonly reason: string };

/** Solves a round; `near` is a result of the same data under another policy, to start from. */
export type SolveRound = (
  round: RoundJson,
  near: Result | null,
) => Promise<{ readonly status: "solved"; readonly result: Result } | { readonly status: string }>;

/**
 * The trade-off between two tiers of a solved round by the epsilon-constraint method: with every earlier tier as it is,
 *
 *     gain(a) = best gain subject to  give <= best give + a        (>= best give - a where it is maximised)
 *
 * at a = 0, at the a from which `gain` is as good as if it came first, and in between where the curve is steepest. The tiers that stand between
 * the two come after `gain`, so that nothing but these two decides. Y. Y. Haimes, L. S. Lasdon and D. A. Wismer, "On a bicriterion
 * formulation ...", IEEE Trans. Syst. Man Cybern. 1 (1971).
 */
export async function tradeOffCurve(
  round: RoundJson,
  base: Result,
  { give, gain, points }: CurveQuestion,
  solve: SolveRound,
): Promise<CurveOutcome> {
  const tiers = openCurve(base.effectivePolicy.tiers, give, gain);
  if (!tiers.ok) return { status: "bad-input", issues: tiers.issues };
  const found: CurvePoint[] = [];
  let near: Result = base;
  let solved = 0;
  const at = async (policyTiers: readonly TierJson[]): Promise<Result | string> => {
    const outcome = await solve({ ...round, policy: { ...round.policy, tiers: [...policyTiers] } }, near);
    solved += 1;
    if (!("result" in outcome)) return outcome.status;
    near = outcome.result;
    return outcome.result;
  };
  const add = async (allowance: number): Promise<string | null> => {
    const policyTiers = tiers.withAllowance(allowance);
    const result = await at(policyTiers);
    if (typeof result === "string") return result;
    found.push(pointOf(result, allowance, { give, gain }, policyTiers));
    return null;
  };

  const gainFirst = await at(tiers.gainFirst);
  if (typeof gainFirst === "string") return { status: "unsolved", reason: gainFirst };
  const failed = await add(0);
  if (failed !== null) return { status: "unsolved", reason: failed };
  const senses = { give: tierOf(gainFirst, give).sense, gain: tierOf(gainFirst, gain).sense };
  const range = loss(found[0]?.give ?? 0, tierOf(gainFirst, give).value, senses.give);
  let endedBy: string | null = null;
  for (let next: number | null = range; next !== null && next > 0 && solved < points && endedBy === null; ) {
    endedBy = await add(next);
    next = widestGap(found);
  }
  const complete = endedBy === null && isComplete(found);
  return { status: "solved", curve: { give, gain, senses, points: onTheCurve(found, senses.gain), complete, solved, endedBy } };
}

function pointOf(
  result: Result,
  allowance: number,
  { give, gain }: Pick<CurveQuestion, "give" | "gain">,
  policyTiers: readonly TierJson[],
): CurvePoint {
  const last = result.tiers.indexOf(tierOf(result, gain));
  return {
    allowance,
    give: tierOf(result, give).value,
    gain: tierOf(result, gain).value,
    proven: result.tiers.slice(0, last + 1).every(({ quality }) => quality === "proven-optimal"),
    tiers: result.tiers.map(({ objectives, sense, value, bound, quality }) => ({ objectives, sense, value, bound, quality })),
    indicators: result.indicators,
    patch: { kind: "policy-changed", set: { tiers: policyTiers } },
  };
}

function tierOf({ tiers }: Result, objective: ObjectiveId): TierResult {
  const tier = tiers.find(({ objectives }) => objectives.includes(objective));
  if (tier === undefined) throw new RangeError(`the result has no tier ${objective}`);
  return tier;
}

/** How much worse the second value is, in the entry that lost most. */
function loss(best: TierFigure, value: TierFigure, sense: Sense): number {
  const [from, to] = [[best].flat(), [value].flat()];
  return Math.max(0, ...to.map((entry, index) => (sense === "minimise" ? 1 : -1) * (entry - (from[index] ?? 0))));
}

/** The points that a smaller allowance does not match: each better than the one before. */
function onTheCurve(found: readonly CurvePoint[], sense: Sense): CurvePoint[] {
  const kept: CurvePoint[] = [];
  for (const point of found.toSorted((a, b) => a.allowance - b.allowance)) {
    const last = kept.at(-1);
    if (last === undefined || isBetter(point.gain, last.gain, sense)) kept.push(point);
  }
  return kept;
}

/** Of lists the first entry that differs decides. */
function isBetter(a: TierFigure, b: TierFigure, sense: Sense): boolean {
  const other = [b].flat();
  const difference = [a].flat().map((value, index) => value - (other[index] ?? 0));
  const first = difference.find((value) => value !== 0) ?? 0;
  return sense === "minimise" ? first < 0 : first > 0;
}

function isComplete(found: readonly CurvePoint[]): boolean {
  return found.every(({ proven }) => proven) && widestGap(found) === null;
}
