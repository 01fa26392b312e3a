import { at, type Instance } from "../model/instance.ts";
import { allowanceOf, better, worsen } from "../search/allowance.ts";
import type { SolvedStage } from "../search/solved-stage.ts";
import { type BaseRun, excess, type StageRecord } from "./base-run.ts";

/** What each stage of a run left: the value found and, with the tier's allowance, the worst that later ones may have. */
export function recordsOfStages({ round }: Instance, stages: readonly SolvedStage[]): readonly StageRecord[] {
  return stages.map(({ stage, found, bound }) => {
    const { allowance } = at(round.policy.tiers, stage.tier);
    return { found, bound, limit: worsen(found, allowanceOf(allowance, found), stage.sense) };
  });
}

/**
 * The stages as a better placement leaves them: what was found keeps its lock while the placement keeps it, so that no allowance is spent
 * twice. A bound holds as long as no earlier stage allows more than when it was proven; beyond that only the ideal value is known. Its certificate
 * is worked out anew under the locks as they are now: once an earlier one has changed either way it need not prove that very bound.
 */
export function replaceBase(base: BaseRun, stages: readonly SolvedStage[], arcs: readonly number[]): readonly SolvedStage[] {
  const values = base.measure(arcs);
  const places = new Map(base.stages.map(({ stage }, i) => [`${stage.tier} ${stage.entry}`, i]));
  let loosened = false;
  let moved = false;
  return stages.map((solved): SolvedStage => {
    const { stage, bound, certificate, ...rest } = solved;
    const place = places.get(`${stage.tier} ${stage.entry}`);
    const value = at(values, place ?? base.stages.length);
    const keeps = place !== undefined && excess(value, at(base.stages, place).limit, stage.sense) <= 0;
    const found = keeps && !better(value, solved.found, stage.sense) ? solved.found : value;
    const kept = loosened ? stage.ideal : bound;
    const proof = moved || certificate === undefined ? {} : { certificate };
    loosened ||= better(solved.found, found, stage.sense);
    moved ||= found !== solved.found;
    const stoppedBy = found === kept ? "proof" : solved.stoppedBy === "proof" ? "steps" : solved.stoppedBy;
    return { ...rest, stage, ...proof, found, bound: kept, stoppedBy };
  });
}
