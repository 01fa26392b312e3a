import { at } from "../model/instance.ts";
import type { Random } from "./random.ts";
import type { Workbench } from "./workbench.ts";

/** Candidates who may be pushed aside one after the other by one move. */
const LONGEST_CHAIN = 3;

const CHANCE_TO_TAKE_OUT = 0.01;
const CHANCE_TO_OPEN_OR_GIVE_UP = 0.002;

/** Arcs added (>= 0) and removed (-1 - arc), in order: enough to take a move back. */
export type MoveLog = number[];

/** Takes a move back. */
export function undo(bench: Workbench, log: MoveLog): void {
  for (let entry = log.pop(); entry !== undefined; entry = log.pop()) {
    if (entry >= 0) bench.remove(entry);
    else bench.add(-1 - entry);
  }
}

/** Whether every promotion that a move touched is empty or large enough. */
export function keepsSizes({ instance, ledger }: Workbench, log: MoveLog): boolean {
  return log.every((entry) => {
    const { promotion } = at(instance.arcs, entry >= 0 ? entry : -1 - entry);
    const { needed, owed } = at(instance.seats, promotion);
    const placed = ledger.roster(promotion).length;
    return placed >= owed && (placed === 0 || placed >= needed);
  });
}

/**
 * Takes a random arc. Mostly its candidate is put there: who loses seat or place by it moves to a free arc, or pushes somebody else
 * aside in turn (an ejection chain), or waits. Now and then the arc's candidate is taken out, or its promotion is opened for as many
 * people as it needs, or given up. Keeps seats and places; sizes and tiers are for the caller to judge.
 */
export function randomMove(bench: Workbench, random: Random): MoveLog {
  const log: MoveLog = [];
  const { instance, ledger } = bench;
  const arc = random.below(instance.arcs.length);
  const { candidate, promotion } = at(instance.arcs, arc);
  const current = ledger.arcOf(candidate);
  const kind = random.unit();
  if (kind < CHANCE_TO_TAKE_OUT) {
    if (current >= 0) drop(bench, current, log);
  } else if (kind < CHANCE_TO_TAKE_OUT + CHANCE_TO_OPEN_OR_GIVE_UP) {
    if (ledger.roster(promotion).length === 0) openUp(bench, promotion, random, log);
    else giveUp(bench, promotion, random, log);
  } else if (bench.usable(arc) && current !== arc) {
    force(bench, arc, random, LONGEST_CHAIN, log);
  }
  return log;
}

/** Fills an empty promotion with people who wait, then with others, until it has as many as it needs. */
function openUp(bench: Workbench, promotion: number, random: Random, log: MoveLog): void {
  const { instance, ledger } = bench;
  const arcs = at(instance.arcsOfPromotion, promotion);
  const { needed } = at(instance.seats, promotion);
  const first = random.below(arcs.length);
  for (const onlyWaiting of [true, false]) {
    for (let i = 0; i < arcs.length && ledger.roster(promotion).length < needed; i++) {
      const arc = at(arcs, (first + i) % arcs.length);
      const current = ledger.arcOf(at(instance.arcs, arc).candidate);
      if (!bench.usable(arc) || (onlyWaiting ? current >= 0 : current < 0)) continue;
      if (current >= 0 && at(instance.arcs, current).promotion === promotion) continue;
      if (current >= 0) drop(bench, current, log);
      if (ledger.hasSeat(arc) && ledger.hasPlaces(arc)) take(bench, arc, log);
      else if (current >= 0) take(bench, current, log);
    }
  }
}

/** Empties a promotion and finds its people something else. */
function giveUp(bench: Workbench, promotion: number, random: Random, log: MoveLog): void {
  const people = [...bench.ledger.roster(promotion)];
  for (const arc of people) drop(bench, arc, log);
  for (const arc of people) rehouse(bench, arc, random, 0, log);
}

function take(bench: Workbench, arc: number, log: MoveLog): void {
  bench.add(arc);
  log.push(arc);
}

function drop(bench: Workbench, arc: number, log: MoveLog): void {
  bench.remove(arc);
  log.push(-1 - arc);
}

function force(bench: Workbench, arc: number, random: Random, chain: number, log: MoveLog): void {
  const { ledger, instance } = bench;
  const { candidate, promotion } = at(instance.arcs, arc);
  const current = ledger.arcOf(candidate);
  if (current >= 0) drop(bench, current, log);
  const pushed: number[] = [];
  const push = (occupants: readonly number[]) => {
    const victim = at(occupants, random.below(occupants.length));
    drop(bench, victim, log);
    pushed.push(victim);
  };
  if (!ledger.hasSeat(arc)) {
    if (ledger.roster(promotion).length === 0) return;
    push(ledger.roster(promotion));
  }
  for (const slot of ledger.fullSlots(arc)) {
    const occupants = ledger.occupants(slot);
    // An earlier push may have freed the slot; nobody to push means that others' members or occupations fill it.
    if (ledger.hasPlaces(arc)) break;
    if (occupants.length === 0) return;
    push(occupants);
  }
  if (!ledger.hasSeat(arc) || !ledger.hasPlaces(arc)) return;
  take(bench, arc, log);
  for (const victim of pushed) rehouse(bench, victim, random, chain - 1, log);
}

function rehouse(bench: Workbench, victim: number, random: Random, chain: number, log: MoveLog): void {
  const { ledger, instance } = bench;
  const { candidate } = at(instance.arcs, victim);
  const others = at(instance.arcsOfCandidate, candidate).filter((arc) => arc !== victim && bench.usable(arc));
  const free = others.filter((arc) => ledger.hasSeat(arc) && ledger.hasPlaces(arc));
  if (free.length > 0) take(bench, at(free, random.below(free.length)), log);
  else if (chain > 0 && others.length > 0) force(bench, at(others, random.below(others.length)), random, chain, log);
}
