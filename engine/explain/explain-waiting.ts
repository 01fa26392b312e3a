import type { Ground, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import type { EarlierAnswer } from "../search/earlier-answer.ts";
import type { RunPorts } from "../search/run.ts";
import type { SolvedStage } from "../search/solve-stage.ts";
import { NOTHING_LEFT, openEffort } from "./effort.ts";
import { groundOf, type Workshop } from "./ground.ts";
import { groupPrices } from "./group-price.ts";
import { neverTogether } from "./never-together.ts";
import { questionsOfWaiting, type Sought, seekForWaiting } from "./seek-for-waiting.ts";
import { reasonOf } from "./waiting-reasons.ts";

/** What a run answers: a placement and what its stages left. */
export interface RunAnswer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** The answer with a reason for everybody who waits; a placement that was found to be better has taken the place of the run's. */
export interface ExplainedAnswer extends RunAnswer {
  readonly reasons: ReadonlyMap<number, Reason>;
}

/** Work for the reasons of a whole round; what is not proven within it is `not-established`. The clock is a safety net. */
const EFFORT = { steps: 24_000, stepsPerSolve: 6_000 };
/** Part of the run's seconds that the reasons may take: what the search leaves of them (`search/budget.ts`), but for the verifier. */
const TIME_PART = 0.2;
/** Part of the steps for walks; the rest is for programs. */
const PART_FOR_WALKS = 0.4;
/** Arcs beyond which no program of a whole round is written for a reason. */
const MOST_ARCS = 6_000;

/**
 * The reason of everybody who waits in a run's answer, within a bounded effort; `quick`: only what needs no search, the rest is left to who
 * asks about one person.
 */
export async function explainWaiting<T extends RunAnswer>(
  instance: Instance,
  answer: T,
  ports: RunPorts,
  how: EarlierAnswer["effort"],
): Promise<T & ExplainedAnswer> {
  const { limits } = instance.round;
  const steps = how === "quick" ? 0 : Math.min(EFFORT.steps, limits.steps);
  const effort = openEffort({ ...EFFORT, steps, seconds: TIME_PART * limits.seconds }, ports);
  const { base, stages, sought } = seekForWaiting(instance, answer, effort.part(PART_FOR_WALKS));
  const reasons = await explainBase({ base, solver: ports.solver, effort }, sought);
  return { ...answer, arcs: base.arcs, stages: endedBy(stages, effort.ended()), reasons };
}

/**
 * Reasons in one placement. What walks met settles where nothing breaks, one program shows what places and seats cannot give with nobody worse
 * off, and in rounds that are not too large programs for all open questions together prove what breaks; the rest is solved one by one
 * while the effort lasts, nearest dates first.
 */
async function explainBase(workshop: Workshop, sought: readonly Sought[]): Promise<ReadonlyMap<number, Reason>> {
  const { base } = workshop;
  const { instance } = base;
  const isSmall = instance.arcs.count <= MOST_ARCS;
  const exact = isSmall ? workshop : { ...workshop, effort: NOTHING_LEFT };
  const demands = sought.map(({ demand }) => demand);
  const never = await neverTogether(base, demands, workshop);
  const prices = await groupPrices(base, sought, exact);
  const grounds = new Map<string, Ground>();
  for (const [i, { question, witness }] of sought.entries()) {
    const price = prices.get(i);
    const known = price === undefined ? { start: witness?.arcs() ?? null } : { price };
    const found = await groundOf(exact, { ...question, ...known, never: never.has(i) });
    grounds.set(`${question.candidate} ${question.day}`, found.ground);
  }
  return new Map(
    questionsOfWaiting(base).map((own) => {
      const told = own.map(({ candidate, day }) => grounds.get(`${candidate} ${day}`));
      return [at(own, 0).candidate, reasonOf(instance, own, told)] as const;
    }),
  );
}

/** Whoever the clock or the caller stopped may say less the next time. */
function endedBy(stages: readonly SolvedStage[], ended: "steps" | "time" | "cancel" | null): readonly SolvedStage[] {
  if (ended === null || ended === "steps") return stages;
  return stages.map((stage, i) => (i === stages.length - 1 ? { ...stage, stoppedBy: ended } : stage));
}
