import { at } from "../../model/instance.ts";
import { menderOf } from "../../search/local/mender.ts";
import { moveTo } from "../../search/local/move-to.ts";
import { movesOn } from "../../search/local/moves.ts";
import { chosenArcs } from "../../search/local/occupancy.ts";
import { openPosition, type Position } from "../../search/local/position.ts";
import { proposalsFor } from "../../search/local/proposals.ts";
import { swapsOn } from "../../search/local/swaps.ts";
import { type Random, randomFrom } from "../../search/random.ts";
import { type BaseRun, isFurther, type Lead, leadOver } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import { openMet } from "./demands-met.ts";
import { forcing } from "./forced-position.ts";
import { insert } from "./insertions.ts";
import { isBetter, type Keep, type Strain, strainOn } from "./strain.ts";
import { openSwapGate } from "./swap-gate.ts";

/** A lawful placement that meets a demand: what it keeps of the base run. */
export interface Witness extends Keep {
  /** Arcs chosen, ascending. */
  readonly arcs: () => readonly number[];
}

/** A search for one demand. */
export interface Quest {
  readonly demand: number;
  readonly moves: number;
  /** Tells searches for the same demand apart. */
  readonly part: string;
  /** Asked every so often; true ends the search. */
  readonly stop: () => boolean;
}

/** Walks among placements close to the base run's and keeps, for every demand, the best placement passed that meets it. */
export interface Walk {
  /** The best placement met for a demand so far. */
  witness(demand: number): Witness | null;
  /** A witness known from elsewhere. */
  offer(demand: number, witness: Witness): void;
  /** Whether some placement that meets the demand keeps as many stages as any can. */
  isSettled(demand: number): boolean;
  /** Walks with the demand met until nothing breaks; returns how many moves that took. */
  seek(quest: Quest): number;
  /** The placement passed that is furthest ahead of the base run's, if one is: in the earliest tier, by most. */
  ahead(): readonly number[] | null;
}

/** Temperature in persons: what may break more than before. */
const HOTTEST = 0.2;
const COLDEST = 0.07;
/** Ways of bringing the candidate in that are tried; the one that strains least is the start. */
const INSERTIONS = 20;
/** Insertions that come to nothing before the rest is left. */
const VAIN_INSERTIONS = 20;
const CHANCE_TO_SWAP = 0.99;
/** Share of the other moves that push somebody out of the promotion in any case. */
const EXCHANGES = 0.45;
const MOVES_BETWEEN_QUESTIONS = 256;

/**
 * Walks (annealing, Kirkpatrick, Gelatt, Vecchi 1983) over lawful placements in which one demand is met, from the base run's with the demand's
 * candidate brought in, until the strain is 0. Every placement passed speaks for everybody who has what they ask for in it. No two demands
 * may share an arc. `most`: how many stages a placement with each demand can keep at most, where less than all is known; whoever has that is settled.
 * The same calls on the same base run give the same placements.
 */
export function openWalk(base: BaseRun, demands: readonly Demand[], most: readonly number[] = []): Walk {
  const free = openPosition(base.instance, base.measured, base.arcs);
  free.accept();
  const { position, force } = forcing(free);
  const strain = strainOn(base, position);
  const best: (Witness | null)[] = demands.map(() => null);
  const met = openMet(demands, position);
  const isSettled = (demand: number) => (best[demand]?.kept ?? -1) >= (most[demand] ?? base.stages.length);
  const offer = (demand: number, witness: Witness) => {
    if (isBetter(witness, best[demand] ?? null)) best[demand] = witness;
  };
  let first: { readonly lead: Lead; readonly chosen: Int32Array } | null = null;
  const noteLead = () => {
    const lead = leadOver(base, valuesIn(base, position));
    if (lead !== null && isFurther(lead, first?.lead ?? null)) first = { lead, chosen: position.chosen.slice() };
  };
  /** Takes the placement over, and lets it speak for everybody whom it serves. */
  const accept = (total: number) => {
    met.accept();
    position.accept();
    const keep = strain.judge();
    let chosen: Int32Array | null = null;
    for (const demand of met.now()) {
      if (!isBetter(keep, best[demand] ?? null)) continue;
      chosen ??= position.chosen.slice();
      const copy = chosen;
      best[demand] = { ...keep, arcs: () => chosenArcs({ chosen: copy }) };
    }
    if (total === 0) noteLead();
  };
  return {
    witness: (demand) => best[demand] ?? null,
    offer,
    isSettled,
    ahead: () => (first === null ? null : chosenArcs(first)),
    seek: ({ demand, moves, part, stop }) => {
      const wanted = at(demands, demand);
      force(null);
      moveTo(position, base.arcs);
      position.accept();
      met.reset();
      if (wanted.arcs.length === 0) return 0;
      force(wanted);
      const random = randomFrom(`${base.instance.round.seed}\nwalk\n${part}\n${wanted.candidate} ${at(wanted.arcs, 0)}`);
      const step = stepperOn({ base, position, strain }, random);
      const brought = step.bringIn(wanted);
      if (brought.total === null) return brought.moves;
      accept(brought.total);
      let [total, move] = [brought.total, 0];
      for (; move < moves && total > 0 && !isSettled(demand); move++) {
        if (move % MOVES_BETWEEN_QUESTIONS === 0 && stop()) break;
        const temperature = HOTTEST * (COLDEST / HOTTEST) ** (move / moves);
        // Metropolis: a rise is accepted with probability exp(-rise / temperature).
        const rise = -temperature * Math.log(1 - random.unit());
        if (!step.move(total, rise)) continue;
        const tried = strain.total();
        if (tried > total + rise) {
          position.undo();
          continue;
        }
        total = tried;
        accept(total);
      }
      return brought.moves + move;
    },
  };
}

const valuesIn = ({ measured }: BaseRun, { dials }: Position) =>
  measured.map(({ sense }, i) => (sense === "minimise" ? 1 : -1) * (dials[i]?.value() ?? 0) + 0);

interface Ground {
  readonly base: BaseRun;
  readonly position: Position;
  readonly strain: Strain;
}

/** Changes of a position that leave it lawful, to be accepted or undone. */
interface Stepper {
  /** Brings the demand's candidate in; the strain of that, `null` and nothing changed where no way was found. */
  bringIn(demand: Demand): { readonly moves: number; readonly total: number | null };
  /** Makes one move where something breaks and mends what it leaves; false, with nothing changed, where it came to nothing. */
  move(total: number, rise: number): boolean;
}

function stepperOn({ base, position, strain }: Ground, random: Random): Stepper {
  const { compact, chosen, composition, breaches } = position;
  const moves = movesOn(position, random);
  const mend = menderOf(position, random);
  const isLawful = () => mend() && breaches.every((breach) => breach() <= 0);
  const gate = composition === null ? null : openSwapGate(base, strain, composition);
  const swap = gate === null || composition === null ? null : swapsOn(position, composition, random, gate.admits);
  const helping = base.stages.map(({ stage }) => proposalsFor(base.instance, stage, position, random));
  /** An arc that would help a stage beyond its limit, drawn by how far it is. */
  const draw = (total: number): number => {
    let left = random.unit() * total;
    const stage = helping.findIndex((_, i) => {
      left -= strain.of(i);
      return left < 0;
    });
    return at(helping, Math.max(0, stage))();
  };
  return {
    bringIn: (demand) => {
      const inserting = { base, position, moves, strain, isLawful };
      let least: { readonly total: number; readonly arcs: readonly number[] } | null = null;
      let [tried, vain] = [0, 0];
      for (; tried < INSERTIONS && vain < VAIN_INSERTIONS && least?.total !== 0; tried++) {
        if (!insert(inserting, demand, random)) {
          if (least === null) vain += 1;
          continue;
        }
        const total = strain.total();
        if (least === null || total < least.total) least = { total, arcs: chosenArcs(position) };
        position.undo();
      }
      if (least !== null) moveTo(position, least.arcs);
      return { moves: tried, total: least?.total ?? null };
    },
    move: (total, rise) => {
      gate?.set(total, rise);
      const arc = draw(total);
      if (swap !== null && random.unit() < CHANCE_TO_SWAP) swap(arc);
      else if (!compact.usable(arc) || chosen[compact.candidateOf(arc)] === arc) return false;
      else if (random.unit() < EXCHANGES) moves.exchange(arc);
      else moves.force(arc);
      if (position.changes() === 0) return false;
      if (isLawful()) return true;
      position.undo();
      return false;
    },
  };
}
