import { at, type Instance } from "../model/instance.ts";
import { type Ledger, openLedger } from "../search/ledger.ts";

/**
 * What is full in a placement for a candidate, their own place aside: every one of the arcs lacks a seat or would leave its promotion below
 * the minimum size (`size`: all of them do), or lacks a place at a mission or host (`places`: at least one lacks only that); `null` where
 * one of them is free.
 */
export function whatIsFull(
  instance: Instance,
  placed: readonly number[],
  candidate: number,
  arcs: readonly number[],
): "places" | "size" | null {
  const ledger = openLedger(instance);
  for (const arc of placed) if (at(instance.arcs, arc).candidate !== candidate) ledger.add(arc);
  const seated = arcs.filter((arc) => hasSeat(instance, ledger, arc));
  if (seated.length === 0) return "size";
  return seated.every((arc) => !ledger.hasPlaces(arc)) ? "places" : null;
}

function hasSeat(instance: Instance, ledger: Ledger, arc: number): boolean {
  const { promotion } = at(instance.arcs, arc);
  return ledger.hasSeat(arc) && ledger.roster(promotion).length + 1 >= at(instance.seats, promotion).needed;
}
