import { at, type Instance } from "../../model/instance.ts";
import { allowanceOf, worsen } from "../allowance.ts";
import type { Position } from "../local/position.ts";
import type { SolvedStage } from "../solved-stage.ts";

/**
 * Accepts the changes made to a position since the last time if every rule holds and every tier keeps its value, or its lock where it has an
 * allowance; else undoes them. Whether they were accepted.
 */
export type TierKeeper = () => boolean;

/** Stages of one tier; smaller is better in every stage, as on the dials. */
interface KeptTier {
  readonly stages: readonly number[];
  /** The worst value of each stage that its lock permits. */
  readonly ceilings: readonly number[];
  /** Without an allowance the value itself is kept: the first stage that differs decides. */
  readonly strict: boolean;
}

/** The lottery is left out: it decides only what is tied. */
export function tierKeeper(instance: Instance, solved: readonly SolvedStage[], position: Position): TierKeeper {
  const tiers = instance.round.policy.tiers.flatMap(({ allowance, objectives }, tier): KeptTier[] => {
    const stages = solved.flatMap(({ stage }, index) => (stage.tier === tier ? [index] : []));
    if (objectives.includes("lottery") || stages.length === 0) return [];
    const limits = stages.map((index) => {
      const { found, stage } = at(solved, index);
      return {
        found,
        limit: worsen(found, allowanceOf(allowance, found), stage.sense),
        sign: stage.sense === "minimise" ? 1 : -1,
      };
    });
    const spends = limits.some(({ found, limit }) => found !== limit);
    return [{ stages, ceilings: limits.map(({ limit, sign }) => sign * limit), strict: !spends }];
  });
  const read = () => position.dials.map((dial) => dial.value());
  let values = read();
  const keepsTier = ({ stages, ceilings, strict }: KeptTier): boolean => {
    const now = stages.map((stage) => at(position.dials, stage).value());
    const differing = strict ? stages.findIndex((stage, i) => now[i] !== at(values, stage)) : -1;
    if (differing >= 0 && at(now, differing) > at(values, at(stages, differing))) return false;
    return now.every((value, i) => value <= at(ceilings, i));
  };
  return () => {
    const lawful = () => position.breaches.every((breach) => breach() === 0) && (position.idle?.find() ?? -1) < 0;
    const kept = position.keepsSizes() && tiers.every(keepsTier) && lawful();
    if (kept) {
      values = read();
      position.accept();
    } else position.undo();
    return kept;
  };
}
