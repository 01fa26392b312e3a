import type { Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import { allowanceOf, better, worsen } from "../search/allowance.ts";
import type { RunPorts } from "../search/run.ts";
import type { SolvedStage } from "../search/solve-tiers.ts";
import { type BaseRun, openBaseRun, type StageRecord } from "./base-run.ts";
import { openEffort } from "./effort.ts";
import { reasonFor, whoWaits } from "./waiting-reasons.ts";

/** What a run answers: a placement and what its stages left. */
export interface RunAnswer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** The answer with a reason for everybody who waits; a placement that was found to be better has taken the place of the run's. */
export interface ExplainedAnswer extends RunAnswer {
  readonly reasons: ReadonlyMap<number, Reason>;
}

/** Work for the reasons of a whole round; what is not proven within it is `not-established`. */
const EFFORT = { steps: 400_000, seconds: 10, stepsPerSolve: 4_000 };
/** Better placements that may take the run's place before its reasons are final. */
const MOST_REPLACEMENTS = 10;

/** The reason of everybody who waits in a run's answer, within a bounded effort. */
export async function explainWaiting(instance: Instance, answer: RunAnswer, ports: RunPorts): Promise<ExplainedAnswer> {
  const effort = openEffort(EFFORT, ports);
  let { arcs, stages } = answer;
  for (let replaced = 0; ; replaced++) {
    const base = openBaseRun(instance, arcs, recordsOfStages(instance, stages));
    const reasons = new Map<number, Reason>();
    let found: readonly number[] | null = null;
    for (const { candidate, arc } of whoWaits(instance, arcs)) {
      const { reason, better } = await reasonFor({ base, solver: ports.solver, effort }, candidate, arc);
      reasons.set(candidate, reason);
      if (better !== null && replaced < MOST_REPLACEMENTS) {
        found = better;
        break;
      }
    }
    if (found === null) return { arcs, stages: endedBy(stages, effort.ended()), reasons };
    stages = replaceBase(base, stages, found);
    arcs = found;
  }
}

/** Whoever the clock or the caller stopped may say less the next time. */
function endedBy(stages: readonly SolvedStage[], ended: "steps" | "time" | "cancel" | null): readonly SolvedStage[] {
  if (ended === null || ended === "steps") return stages;
  return stages.map((stage, i) => (i === stages.length - 1 ? { ...stage, stoppedBy: ended } : stage));
}

function recordsOfStages({ round }: Instance, stages: readonly SolvedStage[]): readonly StageRecord[] {
  return stages.map(({ stage, found, bound }) => {
    const { allowance } = at(round.policy.tiers, stage.tier);
    return { found, bound, limit: worsen(found, allowanceOf(allowance, found), stage.sense) };
  });
}

/**
 * The stages as a better placement leaves them. A bound holds as long as no earlier stage allows more than when it was proven; beyond
 * that only the ideal value is known.
 */
function replaceBase(base: BaseRun, stages: readonly SolvedStage[], arcs: readonly number[]): readonly SolvedStage[] {
  const values = base.measure(arcs);
  const ofStage = new Map(base.stages.map(({ stage }, i) => [`${stage.tier} ${stage.entry}`, at(values, i)]));
  let loosened = false;
  return stages.map((solved): SolvedStage => {
    const { stage, bound } = solved;
    const found = ofStage.get(`${stage.tier} ${stage.entry}`) ?? at(values, base.stages.length);
    const kept = loosened ? stage.ideal : bound;
    loosened ||= better(solved.found, found, stage.sense);
    const stoppedBy = found === kept ? "proof" : solved.stoppedBy === "proof" ? "steps" : solved.stoppedBy;
    return { ...solved, found, bound: kept, stoppedBy };
  });
}
