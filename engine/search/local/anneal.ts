import type { Stage } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";
import { isBefore } from "../compare-values.ts";
import { type Random, randomFrom } from "../random.ts";
import { openBestSeen } from "./best-seen.ts";
import { type CompositionGate, compositionGate } from "./composition-gate.ts";
import { menderOf } from "./mender.ts";
import { moveTo } from "./move-to.ts";
import { movesOn } from "./moves.ts";
import { openPosition, type Position } from "./position.ts";
import { type Propose, proposalsFor } from "./proposals.ts";
import { unitOf } from "./stage-unit.ts";
import { swapsOn } from "./swaps.ts";

/** What the annealing must keep and improve. */
export interface AnnealTask {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  /** Worst value allowed per stage before the current one, in the stage's own sense. */
  readonly limits: readonly number[];
  /** Arcs of a lawful placement within the limits. */
  readonly arcs: readonly number[];
  /** Worked on in place where given: it is at a lawful placement of these stages before, and at the arcs returned afterwards. */
  readonly position?: Position;
  readonly moves: number;
  readonly seed: string;
  /** Temperature at the start, in units of the stage; as hot as a fresh search needs unless given. */
  readonly hottest?: number;
  /** A value of the stage that cannot be beaten: reaching it ends the search where no later stage can gain. */
  readonly target?: number;
  /** Asked every so often; true ends the search. */
  readonly stop: () => boolean;
  /** Progress from 0 to 1 once a part `done` of the moves is made: more than that where time gets short, and the search cools down faster. */
  readonly pace?: (done: number) => number;
}

/** Temperature in units of the current stage: an unlucky person more or less. */
const HOTTEST = 0.7;
const COLDEST = 0.05;
/** How much less the next stage weighs than the one before it. */
const DISCOUNT = 0.2;
/** Later stages that the energy looks at: those after them weigh less than the coldest temperature tells apart. */
const LOOKAHEAD = 5;
const MOVES_BETWEEN_QUESTIONS = 1024;
/** Where the stage at work is composition, and where composition is locked: other moves are mostly refused there. */
const CHANCE_TO_SWAP = { aim: 0.8, lock: 0.5, none: 0 };
const CHANCE_TO_EXCHANGE = 0.45;
const CHANCE_TO_TAKE_OUT = 0.005;
/** Before composition counts it is which promotions are held that decides how many people are placed. */
const CHANCE_TO_OPEN_OR_GIVE_UP = { aim: 0.002, lock: 0.002, none: 0.06 };

/**
 * Simulated annealing (Kirkpatrick, Gelatt, Vecchi 1983) over ejection moves, for the first stage without a limit. The energy is its
 * value plus the discounted values of later stages, each in its own unit; stages before it stay within their limits and rules are
 * never broken. A stage that is a maximum is driven by how far the placement is beyond the next lower value. Returns the
 * lexicographically best arcs met, at worst those given; the same seed gives the same arcs.
 */
export function anneal(task: AnnealTask): readonly number[] {
  const { instance, stages, limits, arcs, moves, seed, stop, hottest = HOTTEST } = task;
  const current = limits.length;
  const stage = at(stages, current);
  if (instance.arcs.count === 0) return arcs;
  const position = task.position ?? openPosition(instance, stages, arcs);
  moveTo(position, arcs);
  position.accept();
  const random = randomFrom(seed);
  const gate = position.composition === null ? null : compositionGate(stages, limits, position.composition);
  const step = stepper(position, proposalsFor(instance, stage, position, random), random, gate);
  const mend = menderOf(position, random);
  const { dials, breaches, chosen, compact } = position;
  const ceilings = Float64Array.from(limits, (limit, i) => (at(stages, i).sense === "minimise" ? limit : -limit));
  const read = () => dials.slice(current).map(({ value }) => value());
  let best = read();
  const energy = energyOf(task, position);
  const memory = openBestSeen(chosen);
  let level = energy.of(at(best, 0));
  const target = stage.sense === "minimise" ? (task.target ?? stage.ideal) : -(task.target ?? stage.ideal);
  const within = (): boolean => {
    for (let i = 0; i < current; i++) if ((dials[i]?.value() ?? 0) > (ceilings[i] ?? 0)) return false;
    for (let i = 0; i < breaches.length; i++) if ((breaches[i]?.() ?? 0) > 0) return false;
    return true;
  };
  let temperature = hottest;
  for (let move = 0; move < moves; move++) {
    if (move % MOVES_BETWEEN_QUESTIONS === 0) {
      const progress = task.pace?.(move / moves) ?? move / moves;
      if (progress >= 1 || stop()) break;
      temperature = hottest * (COLDEST / HOTTEST) ** progress;
    }
    // Metropolis: a rise is accepted with probability exp(-rise / temperature).
    const rise = -temperature * Math.log(1 - random.unit());
    gate?.set(rise, at(best, 0) - 1);
    step();
    if (position.changes() === 0) continue;
    const tried = mend() && within() ? energy.of(at(best, 0)) : Infinity;
    if (tried > level + rise) {
      position.undo();
      continue;
    }
    for (let i = 0; i < position.changes(); i++) memory.note(compact.candidateOf(position.changedArc(i)));
    position.accept();
    level = tried;
    if ((dials[current]?.value() ?? 0) > at(best, 0)) continue;
    const values = read();
    if (!isBefore(values, best)) continue;
    // A lower best means a lower target, and another energy for the same placement.
    if (at(values, 0) < at(best, 0)) level = energy.of(at(values, 0));
    best = values;
    memory.keep();
    if (best.length === 1 && at(best, 0) <= target) break;
  }
  const found = memory.arcs();
  moveTo(position, found);
  position.accept();
  return found;
}

/** Makes one random move when called. */
function stepper(position: Position, propose: Propose, random: Random, gate: CompositionGate | null) {
  const { size, compact, composition } = position;
  const moves = movesOn(position, random);
  const chanceToSwap = CHANCE_TO_SWAP[gate?.composition ?? "none"];
  const chanceToOpen = CHANCE_TO_OPEN_OR_GIVE_UP[gate?.composition ?? "none"];
  const swap =
    composition === null || gate === null || chanceToSwap === 0 ? null : swapsOn(position, composition, random, gate.admits);
  return () => {
    const arc = propose();
    if (swap !== null && random.unit() < chanceToSwap) {
      swap(arc);
      return;
    }
    const candidate = compact.candidateOf(arc);
    const promotion = compact.promotionOf(arc);
    const kind = random.unit();
    if (kind < chanceToOpen) {
      if (size[promotion] === 0) moves.openUp(promotion);
      else moves.giveUp(promotion);
    } else if (kind < chanceToOpen + CHANCE_TO_TAKE_OUT) moves.drop(candidate);
    else if (!compact.usable(arc) || position.chosen[candidate] === arc) return;
    else if (kind < 1 - CHANCE_TO_EXCHANGE) moves.force(arc);
    else moves.exchange(arc);
  };
}

/** The energy of a position when `best` is the best value known of the current stage. */
function energyOf({ instance, stages, limits }: AnnealTask, { dials }: Position) {
  const current = limits.length;
  const now = at(dials, current);
  const later = dials.slice(current + 1, current + 1 + LOOKAHEAD).map(({ value }) => value);
  const first = 1 / unitOf(at(stages, current), instance);
  const weights = Float64Array.from(later, (_, i) => DISCOUNT ** (i + 1) / unitOf(at(stages, current + 1 + i), instance));
  const isMaximum = at(stages, current)
    .reading()
    .terms.every(({ gauge }) => gauge.kind === "largest" || (gauge.kind === "composition" && gauge.of === "worst"));
  return {
    of: (best: number): number => {
      let sum = isMaximum ? now.beyond(best - 1) : first * now.value();
      for (let i = 0; i < later.length; i++) sum += (weights[i] ?? 0) * (later[i]?.() ?? 0);
      return sum;
    },
  };
}
