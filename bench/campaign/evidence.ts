import { type BenchCase, caseText } from "../cases/bench-case.ts";
import { type BenchRecord, counts, type RunRecord, type WhatIfRecord } from "./record.ts";
import { compareVectors, isDraw, stageNamesOf } from "./stage-names.ts";
import { type StageName, type Step, stepsOf } from "./trajectory.ts";

/** All that was measured, as questions are asked of it. */
export interface Evidence {
  readonly records: readonly BenchRecord[];
  /** The contender's run on the case with that limit, whether or not its figures count. */
  readonly run: (contender: string, one: BenchCase, limit: number) => RunRecord | null;
  readonly whatIfs: (one: BenchCase) => WhatIfRecord | null;
  /** Per stage the figure of the best answer that any run of any contender gave to the case; `null`: none did. */
  readonly best: (one: BenchCase) => readonly number[] | null;
}

/** The records as evidence. */
export function evidenceOf(records: readonly BenchRecord[]): Evidence {
  const byCase = Map.groupBy(records, (record) => caseText(record.case));
  const of = (one: BenchCase) => byCase.get(caseText(one)) ?? [];
  const runsOf = (one: BenchCase) => of(one).filter((record) => record.kind === "run");
  return {
    records,
    run: (contender, one, limit) =>
      runsOf(one).find((record) => record.contender === contender && record.limit === limit) ?? null,
    whatIfs: (one) => of(one).find((record) => record.kind === "what-if") ?? null,
    best: (one) => bestOf(runsOf(one).filter(counts), stageNamesOf(one)),
  };
}

/** The stages of a run's case that are compared: all but the draw. */
export const comparedStages = ({ case: one }: RunRecord): readonly StageName[] =>
  stageNamesOf(one).filter((stage) => !isDraw(stage));

/** This engine's name among the contenders. */
export const OURS = "ours";

/**
 * A run's way, over the stages that are compared. Peers work on one thread and are given their processor time, so that a machine that was
 * busy with other things cannot make them look slow; ours, on two, has to answer by the clock.
 */
export function wayOf(run: RunRecord): readonly Step[] {
  const pace = paceOf(run);
  return stepsOf(run, comparedStages(run)).map((step) => ({ ...step, seconds: pace * step.seconds }));
}

/** Seconds that count per second of the clock. */
function paceOf({ contender, seconds, cpuSeconds }: RunRecord): number {
  return contender === OURS || seconds === 0 ? 1 : Math.min(1, cpuSeconds / seconds);
}

/** Seconds that count of the whole run. */
export const secondsOf = (run: RunRecord): number => paceOf(run) * run.seconds;

/**
 * Per stage what the run came to: the value with which it left the stage, since what later stages did with an allowance says nothing
 * about how well this one was solved; for stages it never came to, what its placements happen to have.
 */
export function reachedBy(run: RunRecord): readonly number[] {
  return comparedStages(run).map(({ tier, entry }) => {
    const claim = run.stages.find((stage) => stage.tier === tier && stage.entry === entry);
    return claim?.found ?? run.values[tier - 1]?.[entry - 1] ?? Number.NaN;
  });
}

function bestOf(runs: readonly RunRecord[], stages: readonly StageName[]): readonly number[] | null {
  const [first, ...others] = runs.map(reachedBy);
  if (first === undefined) return null;
  return others.reduce((best, next) => (compareVectors(next, best, stages) < 0 ? next : best), first);
}
