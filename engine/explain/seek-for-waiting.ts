import { at, type Instance } from "../model/instance.ts";
import { arcsForbiddenByPins } from "../rules/pins.ts";
import { settleExchanges } from "../search/exchange/settle-exchanges.ts";
import type { SolvedStage } from "../search/solve-stage.ts";
import { type BaseRun, keepOf, openBaseRun, type StageRecord } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import type { Broken, PricedStage, Shown } from "./first-broken.ts";
import { recordsOfStages, replaceBase } from "./replace-base.ts";
import { type DatedQuestion, questionsAbout, whoWaits } from "./waiting-reasons.ts";
import type { Witness } from "./walk.ts";
import { goThrough, type Tour, type WalkPorts } from "./walk-waves.ts";

/** A question with the best placement that was met for it. */
export interface Sought {
  readonly question: DatedQuestion;
  /** The question's arcs that no pin takes away. */
  readonly demand: Demand;
  readonly witness: Witness | null;
  /** What breaks with it at the latest, if that is shown. */
  readonly broken: Broken | null;
  /** Whether walks were made for it: else it says little that none met it. */
  readonly isWalked: boolean;
}

/** A placement that no walk led to a better one, as far as walked. */
export interface Settled {
  readonly base: BaseRun;
  readonly stages: readonly SolvedStage[];
  readonly sought: readonly Sought[];
  /** Stages of which prices show all that they can. */
  readonly tight: ReadonlySet<number>;
  /** Prices of stages, with what they prove of each of `sought`. */
  readonly priced: readonly PricedStage[];
}

interface Answer {
  readonly arcs: readonly number[];
  readonly stages: readonly SolvedStage[];
}

/** Moves per search, of whom something is still open: nearest dates and places at all before the other dates. */
const PASSES: readonly { readonly of: "first" | "others"; readonly moves: number }[] = [
  { of: "first", moves: 1_000 },
  { of: "first", moves: 3_000 },
  { of: "others", moves: 300 },
  { of: "first", moves: 6_000 },
  { of: "others", moves: 1_000 },
  { of: "first", moves: 12_000 },
  { of: "others", moves: 3_000 },
];
/** Questions asked in one run; those after them are left to who asks. */
const MOST_QUESTIONS = 2_500;
/** Tours that look for better placements first, with a part of the effort. */
const SCOUTS = 1;
const PART_FOR_SCOUT = 0.1;
/** Moves per search of theirs. */
const MOVES_OF_SCOUT = 300;

type BrokenWith = (base: BaseRun, demands: readonly Demand[]) => Promise<Shown>;

/** What is asked, and what shows how far it can come. */
interface Asking {
  /** Most questions asked. */
  readonly most?: number;
  /** What breaks with each demand at the latest (`first-broken.ts`): once a placement breaks nothing before that, no better one is looked for. */
  readonly brokenWith?: BrokenWith | undefined;
}

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
export async function seekForWaiting(
  instance: Instance,
  answer: Answer,
  ports: WalkPorts,
  effort: Effort,
  { most = MOST_QUESTIONS, brokenWith }: Asking = {},
): Promise<Settled> {
  let current = answer;
  let known: readonly Sought[] = [];
  for (let tour = 0; ; tour++) {
    const records = recordsOfStages(instance, current.stages);
    const base = openBaseRun(instance, current.arcs, records);
    const work = tour < SCOUTS ? effort.part(PART_FOR_SCOUT) : effort;
    const { ahead, ...found } = await seekFrom(base, known, { records, ports, effort: work, tour, most, brokenWith });
    if (tour === SCOUTS || !effort.isLeft()) return { base, stages: current.stages, ...found };
    known = found.sought;
    if (ahead === null) continue;
    current = settleExchanges(instance, { arcs: ahead, stages: replaceBase(base, current.stages, ahead) });
  }
}

const keyOf = ({ candidate, day }: DatedQuestion) => `${candidate} ${day}`;

interface Going extends Asking {
  /** What the base run was opened with. */
  readonly records: readonly StageRecord[];
  readonly ports: WalkPorts;
  readonly effort: Effort;
  readonly tour: number;
}

async function seekFrom(base: BaseRun, known: readonly Sought[], { records, ports, effort, tour, most, brokenWith }: Going) {
  const barred = arcsForbiddenByPins(base.instance);
  const before = new Map(known.map((one) => [keyOf(one.question), one.witness]));
  const people = questionsOfWaiting(base);
  const inOrder = [...people.flatMap((own) => own.slice(0, 1)), ...people.flatMap((own) => own.slice(1))];
  const asked = inOrder.slice(0, most).map((question) => {
    const demand = { candidate: question.candidate, arcs: question.wanted.filter((arc) => !barred.has(arc)) };
    return { question, demand };
  });
  const demands = asked.map(({ demand }) => demand);
  const witnesses = asked.map(({ question }): Witness | null => {
    const arcs = before.get(keyOf(question))?.arcs();
    return arcs === undefined ? null : { ...keepOf(base, base.measure(arcs)), arcs: () => arcs };
  });
  const shown = tour < SCOUTS ? undefined : await brokenWith?.(base, demands);
  const broken = (i: number) => shown?.broken[i] ?? null;
  const mostKept = demands.map((_, i) => broken(i)?.stage ?? base.stages.length);
  const all: Tour = { base, records, demands, most: mostKept, witnesses, walked: new Set(), ports, effort, first: null };
  const [first, end] = [Math.min(people.length, demands.length), demands.length];
  if (tour < SCOUTS) await goThrough(all, [0, first], MOVES_OF_SCOUT, `scout ${tour}`);
  else {
    for (const [pass, { of, moves }] of PASSES.entries()) {
      await goThrough(all, of === "first" ? [0, first] : [first, end], moves, String(pass));
    }
  }
  return {
    sought: asked.map(
      (one, i): Sought => ({ ...one, witness: at(witnesses, i), broken: broken(i), isWalked: all.walked.has(i) }),
    ),
    tight: shown?.tight ?? new Set<number>(),
    priced: shown?.priced ?? [],
    ahead: all.first?.arcs ?? null,
  };
}
