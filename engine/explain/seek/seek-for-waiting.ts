import { at, type Instance } from "../../model/instance.ts";
import { arcsForbiddenByPins } from "../../rules/pins.ts";
import { settleExchanges } from "../../search/exchange/settle-exchanges.ts";
import { isLarge } from "../../search/round-size.ts";
import type { SolvedStage } from "../../search/solved-stage.ts";
import { type BaseRun, keepOf, openBaseRun, type StageRecord } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import type { Broken, PricedStage, Shown } from "../price/first-broken.ts";
import { recordsOfStages, replaceBase } from "../replace-base.ts";
import { type DatedQuestion, questionsAbout, whoWaits } from "../waiting-reasons.ts";
import type { Witness } from "../walk/walk.ts";
import { goThrough, type Tour, type WalkPorts } from "../walk/walk-waves.ts";
import { type Serve, type Serving, serveBroken, serveMany } from "./serve-many.ts";

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
/** Tours that look for better placements first, with a part of the effort; in large rounds whoever waits gains more by the seconds they take. */
const SCOUTS = 1;
const PART_FOR_SCOUT = 0.05;
/** Moves per search of theirs. */
const MOVES_OF_SCOUT = 300;

type BrokenWith = (base: BaseRun, demands: readonly Demand[]) => Promise<Shown>;

/** What is asked, and what shows how far it can come. */
interface Asking {
  /** Most questions asked. */
  readonly most?: number;
  /** What breaks with each demand at the latest (`first-broken.ts`): once a placement breaks nothing before that, no better one is looked for. */
  readonly brokenWith?: BrokenWith | undefined;
  /** Placements that keep the first stages and serve many at once, by index of the demand: by moves (`serve-by-moves.ts`), and for those whom these leave open. */
  readonly serveFirst?: Serve | undefined;
  readonly serveRest?: Serve | undefined;
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
  { most = MOST_QUESTIONS, brokenWith, serveFirst, serveRest }: Asking = {},
): Promise<Settled> {
  const scouts = isLarge(instance) ? 0 : SCOUTS;
  let current = answer;
  let known: readonly Sought[] = [];
  for (let tour = 0; ; tour++) {
    const records = recordsOfStages(instance, current.stages);
    const base = openBaseRun(instance, current.arcs, records);
    const isScout = tour < scouts;
    const work = isScout ? effort.part(PART_FOR_SCOUT) : effort;
    const { ahead, ...found } = await seekFrom(base, known, {
      records,
      ports,
      effort: work,
      scout: isScout ? tour : null,
      most,
      brokenWith,
      serveFirst,
      serveRest,
    });
    if (!isScout || !effort.isLeft()) return { base, stages: current.stages, ...found };
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
  /** Which tour of the scouts it is; `null`: none. */
  readonly scout: number | null;
}

async function seekFrom(
  base: BaseRun,
  known: readonly Sought[],
  { records, ports, effort, scout, most, brokenWith, serveFirst, serveRest }: Going,
) {
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
  const [first, end] = [Math.min(people.length, demands.length), demands.length];
  const isScout = scout !== null;
  // On other threads, where there are any, while this one serves many by moves.
  const showing = isScout ? undefined : brokenWith?.(base, demands);
  const unknown: Serving = { base, demands, witnesses, most: demands.map(() => base.stages.length) };
  if (!isScout) await serveMany(unknown, [0, first], serveFirst);
  const shown = await showing;
  const broken = (i: number) => shown?.broken[i] ?? null;
  const mostKept = demands.map((_, i) => broken(i)?.stage ?? base.stages.length);
  const all: Tour = { base, records, demands, most: mostKept, witnesses, walked: new Set(), ports, effort, first: null };
  if (isScout) await goThrough(all, [0, first], MOVES_OF_SCOUT, `scout ${scout}`);
  else {
    await serveBroken(all, [0, first], serveFirst);
    await serveMany(all, [0, first], serveRest);
    await serveMany(all, [first, end], serveFirst);
    await serveBroken(all, [first, end], serveFirst);
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
