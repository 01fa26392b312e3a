import type { Instance } from "../model/instance.ts";
import { arcsForbiddenByPins } from "../rules/pins.ts";
import { settleExchanges } from "../search/exchange/settle-exchanges.ts";
import type { SolvedStage } from "../search/solve-stage.ts";
import { type BaseRun, keepOf, openBaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { recordsOfStages, replaceBase } from "./replace-base.ts";
import { MOVES_PER_STEP } from "./seek-placement.ts";
import { type DatedQuestion, questionsAbout, whoWaits } from "./waiting-reasons.ts";
import { openWalk, type Walk, type Witness } from "./walk.ts";

/** A question with the best placement that was met for it. */
export interface Sought {
  readonly question: DatedQuestion;
  /** The question's arcs that no pin takes away. */
  readonly demand: Demand;
  readonly witness: Witness | null;
}

/** A placement that no walk led to a better one, as far as walked. */
export interface Settled {
  readonly base: BaseRun;
  readonly stages: readonly SolvedStage[];
  readonly sought: readonly Sought[];
}

interface Answer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** How the open questions are gone through: so many at a time, each group for so many moves, drawn so strongly. */
interface Pass {
  readonly together: number;
  readonly moves: number;
  readonly pull: number;
}

const PASSES: readonly Pass[] = process.env.PASSES ? JSON.parse(process.env.PASSES) : [
  { together: 5, moves: 3_000, pull: 0.5 },
  { together: 20, moves: 12_000, pull: 0.5 },
  { together: 1, moves: 1_500, pull: 3 },
  { together: 10, moves: 12_000, pull: 0.6 },
];
const LADDER: Pass = process.env.LADDER ? JSON.parse(process.env.LADDER) : { together: 5, moves: 3_000, pull: 0.8 };
/** Times that a better placement met on the way takes the run's place, and the questions are asked anew. */
const MOST_REPLACEMENTS = 3;

/** What must be asked of everybody who waits in a base run. */
export function questionsOfWaiting({ instance, arcs }: BaseRun): readonly (readonly DatedQuestion[])[] {
  return whoWaits(instance, arcs).map(({ candidate, arc }) => questionsAbout(instance, candidate, arc));
}

/**
 * Looks for placements that answer the questions about everybody who waits, by walks from the run's placement: nearest dates first. A placement
 * met that is better than the run's takes its place at once; what was met before is then judged anew.
 */
export function seekForWaiting(instance: Instance, answer: Answer, effort: Effort): Settled {
  let current = answer;
  let known: readonly Sought[] = [];
  for (let replaced = 0; ; replaced++) {
    const base = openBaseRun(instance, current.arcs, recordsOfStages(instance, current.stages));
    const isLast = replaced === MOST_REPLACEMENTS;
    const found = seekFrom(base, known, effort, { seed: String(replaced), isLast });
    if (found.ahead === null || isLast) return { base, stages: current.stages, sought: found.sought };
    known = found.sought;
    current = settleExchanges(instance, { arcs: found.ahead, stages: replaceBase(base, current.stages, found.ahead) });
  }
}

const keyOf = ({ candidate, day }: DatedQuestion) => `${candidate} ${day}`;

function seekFrom(
  base: BaseRun,
  known: readonly Sought[],
  effort: Effort,
  { seed, isLast }: { readonly seed: string; readonly isLast: boolean },
) {
  const barred = arcsForbiddenByPins(base.instance);
  const before = new Map(known.map((one) => [keyOf(one.question), one.witness]));
  const people = questionsOfWaiting(base);
  const inOrder = [...people.flatMap((own) => own.slice(0, 1)), ...people.flatMap((own) => own.slice(1))];
  const asked = inOrder.map((question) => {
    const demand = { candidate: question.candidate, arcs: question.wanted.filter((arc) => !barred.has(arc)) };
    return { question, demand };
  });
  const demands = asked.map(({ demand }) => demand);
  const walk = openWalk(base, demands, seed);
  asked.forEach(({ question }, i) => {
    const arcs = before.get(keyOf(question))?.arcs();
    if (arcs !== undefined) walk.offer(i, { ...keepOf(base, base.measure(arcs)), arcs: () => arcs });
  });
  const groups = [people.length, demands.length];
  const stop = () => !effort.isLeft() || (!isLast && walk.ahead() !== null);
  walkThrough({ walk, demands, stages: base.stages.length, effort, stop }, groups);
  return { sought: asked.map((one, i): Sought => ({ ...one, witness: walk.witness(i) })), ahead: walk.ahead() };
}

/** What a walk over all questions needs: they are asked in groups, those before each of `ends` first. */
interface Tour {
  readonly walk: Walk;
  readonly demands: readonly Demand[];
  readonly stages: number;
  readonly effort: Effort;
  readonly stop: () => boolean;
}

/**
 * Goes through the passes with every stage in view, and then, for whom something breaks all the same, with the first stages alone: one stage
 * more each time.
 */
function walkThrough(tour: Tour, ends: readonly number[]): void {
  const { stages } = tour;
  let first = 0;
  for (const end of ends) {
    for (const pass of PASSES) goThrough(tour, [first, end], pass, stages);
    for (let horizon = 1; horizon < stages; horizon++) goThrough(tour, [first, end], LADDER, horizon);
    first = end;
  }
}

function goThrough({ walk, demands, effort, stop }: Tour, [first, end]: readonly [number, number], pass: Pass, horizon: number): void {
  const { together, moves, pull } = pass;
  const open = demands.flatMap(({ arcs }, i) => (i >= first && i < end && arcs.length > 0 && !walk.keeps(i, horizon) ? [i] : []));
  for (let i = 0; i < open.length && !stop(); i += together) {
    const active = open.slice(i, i + together);
    effort.spend(Math.ceil(walk.stretch({ active, moves, pull, horizon, stop }) / MOVES_PER_STEP));
  }
}
