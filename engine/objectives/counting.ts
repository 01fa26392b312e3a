import type { Candidate } from "../domain/round.ts";
import { at, type Instance, type Opening } from "../model/instance.ts";
import { type LinearExpression, sumOf } from "../model/linear-expression.ts";

/** A test that all arcs of an opening pass or none. */
type OpeningTest = (opening: Opening, candidate: Candidate, instance: Instance) => boolean;

/** The openings that pass a test, in their order. */
export function openingsThat(instance: Instance, test: OpeningTest): readonly number[] {
  const { openings, opening } = instance.arcs;
  const passing: number[] = [];
  for (let o = 0; o < openings.count; o++) {
    if (test(opening(o), at(instance.round.candidates, at(openings.candidateOf, o)), instance)) passing.push(o);
  }
  return passing;
}

/** Number of placements that pass a test: the sum of their arcs. */
export function placementsThat(instance: Instance, test: OpeningTest): LinearExpression {
  const { firstArc } = instance.arcs.openings;
  const columns: number[] = [];
  for (const o of openingsThat(instance, test)) {
    for (let arc = at(firstArc, o), end = at(firstArc, o + 1); arc < end; arc++) columns.push(arc);
  }
  return sumOf(columns);
}

/** Number of candidates who have at least one arc that passes a test: no placement can count more. */
export function candidatesWhoCould(instance: Instance, test: OpeningTest): number {
  const { candidateOf } = instance.arcs.openings;
  return new Set(openingsThat(instance, test).map((o) => at(candidateOf, o))).size;
}
