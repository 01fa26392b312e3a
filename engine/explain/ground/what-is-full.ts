import { at, type Instance } from "../../model/instance.ts";
import { compactOf } from "../../search/local/compact.ts";
import { type Occupancy, openOccupancy } from "../../search/local/occupancy.ts";

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
  const occupancy = openOccupancy(compactOf(instance));
  for (const arc of placed) if (instance.arcs.candidateOf(arc) !== candidate) occupancy.add(arc);
  const seated = arcs.filter((arc) => hasSeat(instance, occupancy, arc));
  if (seated.length === 0) return "size";
  return seated.every((arc) => !occupancy.hasPlaces(arc)) ? "places" : null;
}

function hasSeat(instance: Instance, occupancy: Occupancy, arc: number): boolean {
  const { promotion } = instance.arcs.get(arc);
  return occupancy.hasSeat(arc) && at(occupancy.size, promotion) + 1 >= at(instance.seats, promotion).needed;
}
