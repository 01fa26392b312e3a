import type { Ground, Reason } from "../domain/reason.ts";
import { at, type Instance } from "../model/instance.ts";
import type { EarlierAnswer } from "../search/earlier-answer.ts";
import type { RunPorts } from "../search/run.ts";
import type { SolvedStage } from "../search/solve-stage.ts";
import type { BaseRun } from "./base-run.ts";
import { earlyPrices } from "./early-prices.ts";
import { NOTHING_LEFT, openEffort } from "./effort.ts";
import { groundOf, type Workshop } from "./ground.ts";
import { groupPrices } from "./group-price.ts";
import { neverTogether } from "./never-together.ts";
import type { Price } from "./price.ts";
import { questionsOfWaiting, type Sought, seekForWaiting } from "./seek-for-waiting.ts";
import { type DatedQuestion, reasonOf } from "./waiting-reasons.ts";

/** What a run answers: a placement and what its stages left. */
export interface RunAnswer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** The answer with a reason for everybody who waits; a placement that was found to be better has taken the place of the run's. */
export interface ExplainedAnswer extends RunAnswer {
  readonly reasons: ReadonlyMap<number, Reason>;
}

/**
 * Work for the reasons of a whole round, in steps: walks; linear programs on what breaks before composition counts; programs on what places and seats
 * cannot give with nobody worse off, which are small; programs of whole stages. What is not proven within it is `not-established`. The clock is a safety net.
 */
const STEPS = { walks: 20_000, early: 40_000, wants: 80_000, stages: 14_000 };
/** Steps of walks per candidate: small rounds are soon through with what walks can find. */
const STEPS_OF_WALKS = 20;
const STEPS_PER_SOLVE = 6_000;
/** Part of the run's seconds that the reasons may take: what the search leaves of them (`search/budget.ts`), but for the verifier. */
const TIME_PART = 0.2;
/** A program that is being written or presolved does not look at the clock: seconds per candidate kept for that, at most a part of the reasons' own. */
const OVERRUN_PER_CANDIDATE = 0.0015;
const MOST_OVERRUN = 0.5;
/** Part of what is left for walks. */
const TIME_FOR_WALKS = 0.6;
/** Arcs beyond which no program of a whole round is written for a reason, none without composition, none on places and seats, and nobody is asked about. */
const MOST_ARCS = 600;
const MOST_ARCS_FOR_EARLY = 30_000;
const MOST_ARCS_FOR_WANTS = 250_000;
const MOST_ARCS_TO_ASK = 20_000_000;

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
  if (instance.arcs.count > MOST_ARCS_TO_ASK)
    return { ...answer, reasons: reasonsIn({ instance, arcs: answer.arcs }, () => undefined) };
  const own = TIME_PART * limits.seconds;
  const seconds = own - Math.min(MOST_OVERRUN * own, OVERRUN_PER_CANDIDATE * instance.round.candidates.length);
  const effort = (most: number, part = 1) => {
    const steps = how === "quick" ? 0 : Math.min(most, limits.steps);
    return openEffort({ steps, seconds: part * seconds, stepsPerSolve: STEPS_PER_SOLVE }, ports);
  };
  const upTo = (arcs: number, steps: number) => (instance.arcs.count <= arcs ? steps : 0);
  const stepsOfWalks = Math.min(STEPS.walks, STEPS_OF_WALKS * instance.round.candidates.length);
  const [walks, early, wants, stagesEffort] = [
    effort(stepsOfWalks, TIME_FOR_WALKS),
    effort(upTo(MOST_ARCS_FOR_EARLY, STEPS.early)),
    effort(upTo(MOST_ARCS_FOR_WANTS, STEPS.wants)),
    effort(STEPS.stages),
  ];
  const { base, stages, sought } = await seekForWaiting(instance, answer, ports, walks);
  const cut = walks.ended();
  const { solver } = ports;
  const known = await earlyPrices(base, sought, { solver, effort: early });
  // Only where nothing breaks for somebody alone is it asked what breaks with nobody worse off.
  const free = [...sought.keys()].filter((i) => at(sought, i).witness?.kept === base.stages.length);
  const shown = await neverTogether(
    base,
    free.map((i) => at(sought, i).demand),
    { solver, effort: wants },
  );
  const never = new Set([...shown].map((k) => at(free, k)));
  const isSmall = instance.arcs.count <= MOST_ARCS;
  const reasons = await explainBase({ base, solver, effort: isSmall ? stagesEffort : NOTHING_LEFT }, sought, { known, never });
  return {
    ...answer,
    arcs: base.arcs,
    stages: endedBy(stages, cut === null || cut === "steps" ? stagesEffort.ended() : cut),
    reasons,
  };
}

/**
 * Reasons in one placement. What walks met settles where nothing breaks; `never` are those whose wish places and seats cannot give with nobody
 * worse off; programs for all open questions together prove what breaks, and the rest is solved one by one while the effort lasts,
 * nearest dates first.
 */
async function explainBase(
  workshop: Workshop,
  sought: readonly Sought[],
  { known, never }: { readonly known: ReadonlyMap<number, Price>; readonly never: ReadonlySet<number> },
): Promise<ReadonlyMap<number, Reason>> {
  const { base } = workshop;
  const open = [...sought.keys()].filter((i) => !known.has(i));
  const together = await groupPrices(
    base,
    open.map((i) => at(sought, i)),
    workshop,
  );
  const prices = new Map([...known, ...[...together].map(([k, price]) => [at(open, k), price] as const)]);
  const grounds = new Map<string, Ground>();
  for (const [i, { question, witness }] of sought.entries()) {
    const price = prices.get(i);
    const found = await groundOf(workshop, {
      ...question,
      ...(price === undefined ? { start: witness?.arcs() ?? null } : { price }),
      never: never.has(i),
    });
    grounds.set(`${question.candidate} ${question.day}`, found.ground);
  }
  return reasonsIn(base, ({ candidate, day }) => grounds.get(`${candidate} ${day}`));
}

/** The reason of everybody who waits, as far as grounds were found. */
function reasonsIn(
  base: Pick<BaseRun, "instance" | "arcs">,
  groundFor: (question: DatedQuestion) => Ground | undefined,
): ReadonlyMap<number, Reason> {
  return new Map(
    questionsOfWaiting(base).map((own) => [at(own, 0).candidate, reasonOf(base.instance, own, own.map(groundFor))] as const),
  );
}

/** Whoever the clock or the caller stopped may say less the next time. */
function endedBy(stages: readonly SolvedStage[], ended: "steps" | "time" | "cancel" | null): readonly SolvedStage[] {
  if (ended === null || ended === "steps") return stages;
  return stages.map((stage, i) => (i === stages.length - 1 ? { ...stage, stoppedBy: ended } : stage));
}
