import { at, type Instance } from "../model/instance.ts";
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

/** Moves per search, of whom something is still open: nearest dates and places at all first, then the other dates. */
const PASSES: readonly { readonly first: number; readonly others: number }[] = [
  { first: 1_000, others: 300 },
  { first: 3_000, others: 1_000 },
  { first: 6_000, others: 3_000 },
];
/** Questions asked in one run; those after them are left to who asks. */
const MOST_QUESTIONS = 2_500;
/** Tours that look for better placements first, each with a part of the effort. */
const SCOUTS = 2;
const PART_FOR_SCOUT = 0.1;
/** Moves per search of theirs. */
const MOVES_OF_SCOUT = 300;

/** What must be asked of everybody who waits in a base run. */
export function questionsOfWaiting({
  instance,
  arcs,
}: Pick<BaseRun, "instance" | "arcs">): readonly (readonly DatedQuestion[])[] {
  return whoWaits(instance, arcs).map(({ candidate, arc }) => questionsAbout(instance, candidate, arc));
}

/**
 * Looks for placements that answer the questions about everybody who waits, by walks from the run's placement: nearest dates first. Of the
 * placements that the scouting tours met and that are better than the run's the one furthest ahead takes its place; what was met until then is
 * judged anew.
 */
export function seekForWaiting(instance: Instance, answer: Answer, effort: Effort): Settled {
  let current = answer;
  let known: readonly Sought[] = [];
  for (let tour = 0; ; tour++) {
    const base = openBaseRun(instance, current.arcs, recordsOfStages(instance, current.stages));
    const work = tour < SCOUTS ? effort.part(PART_FOR_SCOUT) : effort;
    const { sought, ahead } = seekFrom(base, known, work, tour);
    if (tour === SCOUTS || !effort.isLeft()) return { base, stages: current.stages, sought };
    known = sought;
    if (ahead === null) continue;
    current = settleExchanges(instance, { arcs: ahead, stages: replaceBase(base, current.stages, ahead) });
  }
}

const keyOf = ({ candidate, day }: DatedQuestion) => `${candidate} ${day}`;

function seekFrom(base: BaseRun, known: readonly Sought[], effort: Effort, tour: number) {
  const barred = arcsForbiddenByPins(base.instance);
  const before = new Map(known.map((one) => [keyOf(one.question), one.witness]));
  const people = questionsOfWaiting(base);
  const inOrder = [...people.flatMap((own) => own.slice(0, 1)), ...people.flatMap((own) => own.slice(1))];
  const asked = inOrder.slice(0, MOST_QUESTIONS).map((question) => {
    const demand = { candidate: question.candidate, arcs: question.wanted.filter((arc) => !barred.has(arc)) };
    return { question, demand };
  });
  const demands = asked.map(({ demand }) => demand);
  const walk = openWalk(base, demands, String(tour));
  asked.forEach(({ question }, i) => {
    const arcs = before.get(keyOf(question))?.arcs();
    if (arcs !== undefined) walk.offer(i, { ...keepOf(base, base.measure(arcs)), arcs: () => arcs });
  });
  const all: Tour = { walk, demands, effort };
  const [first, end] = [people.length, demands.length];
  if (tour < SCOUTS) goThrough(all, [0, first], MOVES_OF_SCOUT, "scout");
  else {
    PASSES.forEach((moves, pass) => {
      goThrough(all, [0, first], moves.first, String(pass));
      goThrough(all, [first, end], moves.others, String(pass));
    });
  }
  return { sought: asked.map((one, i): Sought => ({ ...one, witness: walk.witness(i) })), ahead: walk.ahead() };
}

/** What going through the questions needs. */
interface Tour {
  readonly walk: Walk;
  readonly demands: readonly Demand[];
  readonly effort: Effort;
}

/** Searches for every question of a range that is still open. */
function goThrough({ walk, demands, effort }: Tour, [first, end]: readonly [number, number], moves: number, part: string): void {
  const stop = () => !effort.isLeft();
  for (let demand = first; demand < end && effort.isLeft(); demand++) {
    if (at(demands, demand).arcs.length === 0 || walk.isFree(demand)) continue;
    effort.spend(Math.ceil(walk.seek({ demand, moves, part, stop }) / MOVES_PER_STEP));
  }
}
