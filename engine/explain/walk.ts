import { at } from "../model/instance.ts";
import { menderOf } from "../search/local/mender.ts";
import { moveTo } from "../search/local/move-to.ts";
import { movesOn } from "../search/local/moves.ts";
import { chosenArcs } from "../search/local/occupancy.ts";
import { openPosition, type Position } from "../search/local/position.ts";
import { proposalsFor } from "../search/local/proposals.ts";
import { unitOf } from "../search/local/stage-unit.ts";
import { type Random, randomFrom } from "../search/random.ts";
import { type BaseRun, type Lead, leadOver } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import { openMet } from "./demands-met.ts";

/** A lawful placement that meets a demand: how many stages of the base run it keeps, and how far it goes beyond the next one's limit. */
export interface Witness {
  readonly kept: number;
  readonly beyond: number;
  /** Arcs chosen, ascending. */
  readonly arcs: () => readonly number[];
}

/** One stretch of a walk. */
export interface Stretch {
  /** Demands that draw the walk: it gains by each that is met. */
  readonly active: readonly number[];
  readonly moves: number;
  /** What a demand met is worth, in persons beyond a lock. */
  readonly pull: number;
  /** Stages whose limits count: the first so many. */
  readonly horizon: number;
  /** Asked every so often; true ends the stretch. */
  readonly stop: () => boolean;
}

/** Walks among placements close to the base run's and keeps, for every demand, the best placement passed that meets it. */
export interface Walk {
  /** The best placement met for a demand so far. */
  witness(demand: number): Witness | null;
  /** A witness known from elsewhere. */
  offer(demand: number, witness: Witness): void;
  /** Whether some placement that meets the demand keeps the first so many stages. */
  keeps(demand: number, horizon: number): boolean;
  /** Walks from the base placement on; returns how many moves that took. */
  stretch(how: Stretch): number;
  /** The placement passed that is furthest ahead of the base run's, if one is: in the earliest tier, by most. */
  ahead(): readonly number[] | null;
}

const TEMPERATURE = 0.12;
/** Share of the moves that put somebody where a demand wants them; of the others each helps a stage that is beyond its limit. */
const DRIVEN = 0.15;
/** Share of the moves that push somebody out of the promotion in any case. */
const EXCHANGES = 0.45;
const MOVES_BETWEEN_QUESTIONS = 512;

/**
 * A walk (Metropolis, at one temperature) over lawful placements from a base run's on, with
 *
 *     energy = sum over stages of (how far the placement is beyond the stage's limit) / (what one person counts in it)
 *            - pull * (active demands met)
 *
 * so that it stays where little breaks while people come and go. Every placement passed speaks for everybody who has what they ask for in
 * it. No two demands may share an arc. The same calls on the same base run give the same placements.
 */
export function openWalk(base: BaseRun, demands: readonly Demand[], seed: string): Walk {
  const { instance } = base;
  const position = openPosition(instance, base.measured, base.arcs);
  position.accept();
  const ceilings = base.stages.map(({ stage, limit }) => (stage.sense === "minimise" ? limit : -limit));
  const gauges = { position, ceilings, units: base.stages.map(({ stage }) => unitOf(stage, instance)) };
  const best: (Witness | null)[] = demands.map(() => null);
  const random = randomFrom(`${instance.round.seed}\nwalk\n${seed}`);
  const step = stepperOn(base, position, demands, random);
  const met = openMet(demands, position);
  const keeps = (demand: number, horizon: number) => (best[demand]?.kept ?? -1) >= horizon;
  const offer = (demand: number, witness: Witness) => {
    if (isBetter(witness, best[demand] ?? null)) best[demand] = witness;
  };
  const note = () => {
    const { kept, beyond } = judge(gauges);
    let chosen: Int32Array | null = null;
    for (const demand of met.now()) {
      if (!isBetter({ kept, beyond }, best[demand] ?? null)) continue;
      chosen ??= position.chosen.slice();
      const copy = chosen;
      best[demand] = { kept, beyond, arcs: () => chosenArcs({ chosen: copy }) };
    }
  };
  let first: { readonly lead: Lead; readonly chosen: Int32Array } | null = null;
  const lead = () => {
    const own = leadOver(base, valuesIn(base, position));
    if (own !== null && isFurther(own, first?.lead ?? null)) first = { lead: own, chosen: position.chosen.slice() };
  };
  return {
    witness: (demand) => best[demand] ?? null,
    offer,
    keeps,
    ahead: () => (first === null ? null : chosenArcs(first)),
    stretch: ({ active, moves, pull, horizon, stop }) => {
      const isDone = (demand: number) => keeps(demand, horizon);
      moveTo(position, base.arcs);
      position.accept();
      met.reset();
      const drawing = new Set(active.filter((demand) => !isDone(demand)));
      let open = [...drawing];
      let [strain, move] = [0, 0];
      for (; move < moves && open.length > 0; move++) {
        if (move % MOVES_BETWEEN_QUESTIONS === 0 && stop()) break;
        if (!step(open, (i) => beyondIn(gauges, i), strain)) continue;
        const tried = strainOf(gauges, horizon);
        const rise = tried - strain - pull * met.gain((demand) => drawing.has(demand));
        if (rise > 0 && random.unit() >= Math.exp(-rise / TEMPERATURE)) {
          position.undo();
          continue;
        }
        met.accept();
        position.accept();
        strain = tried;
        note();
        if (strain === 0 && open.some(isDone)) {
          for (const demand of open) if (isDone(demand)) drawing.delete(demand);
          open = [...drawing];
        }
        if (strain === 0 && horizon === ceilings.length) lead();
      }
      return move;
    },
  };
}

interface Gauges {
  readonly position: Position;
  /** Limits in the sense of the position's dials, less being better. */
  readonly ceilings: readonly number[];
  readonly units: readonly number[];
}

const beyondIn = ({ position, ceilings, units }: Gauges, i: number) =>
  (position.dials[i]?.beyond(ceilings[i] ?? 0) ?? 0) / (units[i] ?? 1);

const valuesIn = ({ measured }: BaseRun, { dials }: Position) =>
  measured.map(({ sense }, i) => (sense === "minimise" ? 1 : -1) * (dials[i]?.value() ?? 0) + 0);

const isFurther = (a: Lead, b: Lead | null) => b === null || a.stage < b.stage || (a.stage === b.stage && a.by > b.by);

function strainOf(gauges: Gauges, horizon: number): number {
  let sum = 0;
  for (let i = 0; i < horizon; i++) sum += beyondIn(gauges, i);
  return sum;
}

function judge({ position, ceilings }: Gauges): Pick<Witness, "kept" | "beyond"> {
  for (let i = 0; i < ceilings.length; i++) {
    const beyond = (position.dials[i]?.value() ?? 0) - (ceilings[i] ?? 0);
    if (beyond > 0) return { kept: i, beyond };
  }
  return { kept: ceilings.length, beyond: 0 };
}

/** Whether a placement says more about a demand than another. */
export function isBetter(a: Pick<Witness, "kept" | "beyond">, b: Pick<Witness, "kept" | "beyond"> | null): boolean {
  return b === null || a.kept > b.kept || (a.kept === b.kept && a.beyond < b.beyond);
}

/** Makes one move and mends what it leaves; false, with nothing changed, where it came to nothing or is unlawful. */
function stepperOn(base: BaseRun, position: Position, demands: readonly Demand[], random: Random) {
  const { compact, chosen, breaches } = position;
  const moves = movesOn(position, random);
  const mend = menderOf(position, random);
  const helping = base.stages.map(({ stage }) => proposalsFor(base.instance, stage, position, random));
  const draw = (active: readonly number[], beyond: (i: number) => number, strain: number): number => {
    if (strain === 0 || random.unit() < DRIVEN) {
      const { arcs } = at(demands, at(active, random.below(active.length)));
      return at(arcs, random.below(arcs.length));
    }
    let left = random.unit() * strain;
    const stage = helping.findIndex((_, i) => {
      left -= beyond(i);
      return left < 0;
    });
    return at(helping, Math.max(0, stage))();
  };
  return (active: readonly number[], beyond: (i: number) => number, strain: number): boolean => {
    const arc = draw(active, beyond, strain);
    if (!compact.usable(arc) || chosen[compact.candidateOf(arc)] === arc) return false;
    if (random.unit() < EXCHANGES) moves.exchange(arc);
    else moves.force(arc);
    if (position.changes() === 0) return false;
    if (mend() && breaches.every((breach) => breach() <= 0)) return true;
    position.undo();
    return false;
  };
}
