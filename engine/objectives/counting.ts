import type { Candidate } from "../domain/round.ts";
import { type ArcSum, UNMARKED } from "../model/arc-sum.ts";
import { at, type Instance, type Opening } from "../model/instance.ts";

/** A test that all arcs of an opening pass or none. */
type OpeningTest = (opening: Opening, candidate: Candidate, instance: Instance) => boolean;

/** 1 for every opening that passes a test. */
export function openingsThat(instance: Instance, test: OpeningTest): Int8Array {
  const { openings, opening } = instance.arcs;
  const weights = new Int8Array(openings.count);
  for (let o = 0; o < openings.count; o++) {
    if (test(opening(o), at(instance.round.candidates, at(openings.candidateOf, o)), instance)) weights[o] = 1;
  }
  return weights;
}

/** Number of placements that pass a test: the sum of their arcs. */
export const placementsThat = (instance: Instance, test: OpeningTest): ArcSum => {
  return { weights: openingsThat(instance, test), marked: UNMARKED, constant: 0 };
};

/** Number of candidates who have at least one arc that passes a test: no placement can count more. */
export function candidatesWhoCould(instance: Instance, test: OpeningTest): number {
  const { candidateOf } = instance.arcs.openings;
  const people = new Set<number>();
  openingsThat(instance, test).forEach((passes, o) => {
    if (passes === 1) people.add(at(candidateOf, o));
  });
  return people.size;
}
