import type { Stage } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { randomFrom } from "./random.ts";
import { keepsSizes, randomMove, undo } from "./random-move.ts";
import { openWorkbench } from "./workbench.ts";

/** What the annealing must keep and improve. */
export interface AnnealTask {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  /** Worst value allowed per stage before the current one, in the stage's own sense. */
  readonly limits: readonly number[];
  /** Arcs of a lawful placement within the limits. */
  readonly arcs: readonly number[];
  readonly moves: number;
  readonly seed: string;
  /** Asked every so often; true ends the search. */
  readonly stop: () => boolean;
}

/** Temperature in units of the current stage: an unlucky person more or less. */
const HOTTEST = 0.7;
const COLDEST = 0.05;
/** How much less the next stage weighs than the one before it. */
const DISCOUNT = 0.2;
const MOVES_BETWEEN_QUESTIONS = 512;

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over ejection moves, for the first stage without a limit. The energy is its
 * value plus the discounted values of later stages, each in its own unit; stages before it stay within their limits and rules are
 * never broken. Returns the lexicographically best arcs met, at worst those given; the same seed gives the same arcs.
 */
export function anneal({ instance, stages, limits, arcs, moves, seed, stop }: AnnealTask): readonly number[] {
  if (instance.arcs.length === 0) return arcs;
  const bench = openWorkbench(instance, stages, arcs);
  const random = randomFrom(seed);
  const current = limits.length;
  const ceilings = limits.map((limit, i) => (at(stages, i).sense === "minimise" ? limit : -limit));
  const within = () => ceilings.every((ceiling, i) => at(bench.values, i)() <= ceiling);
  const lawful = () => bench.breaches.every((breach) => breach() === 0);
  const later = bench.values.slice(current);
  const weights = stages.slice(current).map((stage, i) => DISCOUNT ** i / unitOf(stage, instance));
  const energy = () => later.reduce((sum, value, i) => sum + at(weights, i) * value(), 0);
  const read = () => later.map((value) => value());
  let best = { arcs: bench.ledger.chosen(), values: read() };
  let level = energy();
  const target = at(stages, current).sense === "minimise" ? at(stages, current).ideal : -at(stages, current).ideal;
  for (let step = 0; step < moves; step++) {
    if (step % MOVES_BETWEEN_QUESTIONS === 0 && stop()) break;
    const temperature = HOTTEST * (COLDEST / HOTTEST) ** (step / moves);
    const log = randomMove(bench, random);
    if (log.length === 0) continue;
    const tried = keepsSizes(bench, log) && within() ? energy() : Infinity;
    const accepted = tried <= level || random.unit() < Math.exp((level - tried) / temperature);
    // The rules are asked last: most moves are turned down before.
    if (!accepted || !lawful()) {
      undo(bench, log);
      continue;
    }
    level = tried;
    if (at(later, 0)() > at(best.values, 0)) continue;
    const values = read();
    if (!isBefore(values, best.values)) continue;
    best = { arcs: bench.ledger.chosen(), values };
    if (later.length === 1 && at(values, 0) === target) break;
  }
  return best.arcs;
}

/** What one unlucky person costs in a stage: days for a delay, one for a count. */
function unitOf(stage: Stage, instance: Instance): number {
  if (stage.objectives.includes("delay")) {
    const delays = instance.arcs.map((arc) => arc.delayDays).filter((days) => days > 0);
    return Math.max(1, delays.reduce((sum, days) => sum + days, 0) / Math.max(1, delays.length));
  }
  return stage.objectives.includes("lottery") ? Math.max(1, instance.arcsOfCandidate.length) : 1;
}

/** Lexicographic order of two lists of values. */
function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const position = a.findIndex((value, i) => value !== at(b, i));
  return position >= 0 && at(a, position) < at(b, position);
}
