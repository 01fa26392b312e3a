import type { Candidate } from "../domain/round.ts";
import { type Arc, at, type Instance } from "../model/instance.ts";
import { type LinearExpression, sumOf } from "../model/linear-expression.ts";

type ArcTest = (arc: Arc, candidate: Candidate, instance: Instance) => boolean;

const passes = (instance: Instance, test: ArcTest) => (arc: Arc) =>
  test(arc, at(instance.round.candidates, arc.candidate), instance);

/** Number of placements that pass a test: the sum of their arcs. */
export function placementsThat(instance: Instance, test: ArcTest): LinearExpression {
  const pass = passes(instance, test);
  return sumOf(instance.arcs.flatMap((arc, column) => (pass(arc) ? [column] : [])));
}

/** Number of candidates who have at least one arc that passes a test: no placement can count more. */
export function candidatesWhoCould(instance: Instance, test: ArcTest): number {
  const pass = passes(instance, test);
  return instance.arcsOfCandidate.filter((arcs) => arcs.some((column) => pass(at(instance.arcs, column)))).length;
}
