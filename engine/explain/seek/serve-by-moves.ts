import type { Stage } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";
import { anneal } from "../../search/local/anneal.ts";
import { type BaseRun, keepOf } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import type { Witness } from "../walk/walk.ts";
import { MOVES_PER_STEP } from "./seek-placement.ts";

/** Moves of one run, per candidate and at most; where only stages before composition are kept a third of them serves as many. */
const MOVES_PER_CANDIDATE = 60;
const MOST_MOVES = 100_000;
const PART_FOR_FIRST_STAGES = 1 / 3;
/** Temperature at the start, in persons served. */
const HOTTEST = 0.5;
/** Runs, each for those whom none before it served; one that serves fewer than one in so many is the last. */
const MOST_RUNS = 6;
const FEWEST_SERVED = 10;

/**
 * Placements that keep the first stages, `keeping` of them, and serve many demands at once: annealing from the base run, with each of these stages within its
 * limit, for
 *
 *     maximise   sum over the demands of x over their arcs        then the next stage
 *
 * Indices into `demands`; who is left out may be served by another placement.
 */
export function serveByMoves(
  base: BaseRun,
  demands: readonly Demand[],
  effort: Effort,
  keeping: number = base.stages.length,
): ReadonlyMap<number, Witness> {
  const { instance } = base;
  const { candidates, seed } = instance.round;
  const [kept, next] = [base.stages.slice(0, keeping), base.stages.slice(keeping, keeping + 1)];
  const served = new Map<number, Witness>();
  const part = keeping < base.stages.length ? PART_FOR_FIRST_STAGES : 1;
  const moves = Math.ceil(part * Math.min(MOST_MOVES, MOVES_PER_CANDIDATE * candidates.length));
  let open = [...demands.keys()];
  for (let run = 0; run < MOST_RUNS && open.length > 0 && effort.isLeft(); run++) {
    const arcs = anneal({
      instance,
      stages: [
        ...kept.map(({ stage }) => stage),
        servingStage(
          instance,
          open.map((i) => at(demands, i)),
        ),
        ...next.map(({ stage }) => stage),
      ],
      limits: kept.map(({ limit }) => limit),
      arcs: base.arcs,
      moves,
      seed: `${seed}\nserve ${keeping}\n${run}`,
      hottest: HOTTEST,
      stop: () => !effort.isLeft(),
    });
    effort.spend(Math.ceil(moves / MOVES_PER_STEP));
    const keep = keepOf(base, base.measure(arcs));
    const chosen = new Set(arcs);
    const left = open.filter((i) => {
      const isServed = at(demands, i).arcs.some((arc) => chosen.has(arc));
      if (isServed) served.set(i, { ...keep, arcs: () => arcs });
      return !isServed;
    });
    if ((open.length - left.length) * FEWEST_SERVED < open.length) break;
    open = left;
  }
  return served;
}

/** The number of demands that are met, as a stage after all others. */
function servingStage({ arcs, round }: Instance, demands: readonly Demand[]): Stage {
  const weights = new Int32Array(arcs.openings.count);
  for (const demand of demands) for (const arc of demand.arcs) weights[arcs.openingOf(arc)] = 1;
  const gauge = { kind: "sum", weights, marked: new Map<number, number>() } as const;
  return {
    tier: round.policy.tiers.length,
    entry: 0,
    objectives: [],
    sense: "maximise",
    expression: () => ({ columns: [], coefficients: [], constant: 0 }),
    parts: [],
    ideal: demands.length,
    reading: () => ({ constant: 0, terms: [{ factor: 1, gauge }] }),
  };
}
