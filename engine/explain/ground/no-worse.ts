import { at, type Instance } from "../../model/instance.ts";
import type { Demand } from "../demand.ts";

/** Whether an arc of a candidate is no worse for them than another: an earlier start, or the same start and no lower a choice. */
function isNoWorse(instance: Instance, arc: number, than: number): boolean {
  const [a, b] = [instance.arcs.get(arc), instance.arcs.get(than)];
  const start = (promotion: number) => at(instance.round.promotions, promotion).start;
  return start(a.promotion) < start(b.promotion) || (start(a.promotion) === start(b.promotion) && a.choice <= b.choice);
}

/** The arcs of an arc's candidate that are no worse for them, itself among them. */
export function noWorseArcs(instance: Instance, arc: number): readonly number[] {
  return instance.arcs.ofCandidate(instance.arcs.candidateOf(arc)).filter((other) => isNoWorse(instance, other, arc));
}

/**
 * A demand, and for everybody else who is placed: to be placed no worse. Nobody makes way then, so what breaks is what all who would
 * have to make way share with the candidate.
 */
export function withNobodyWorse(instance: Instance, arcs: readonly number[], demand: Demand): readonly Demand[] {
  const others = arcs
    .filter((arc) => instance.arcs.candidateOf(arc) !== demand.candidate)
    .map((arc) => ({ candidate: instance.arcs.candidateOf(arc), arcs: noWorseArcs(instance, arc) }));
  return [demand, ...others];
}

/** Those who are worse off in one placement than in another: who make way. Ascending. */
export function whoMakesWay(instance: Instance, before: readonly number[], after: readonly number[]): readonly number[] {
  const now = new Map(after.map((arc) => [instance.arcs.candidateOf(arc), arc]));
  return before.flatMap((arc) => {
    const { candidate } = instance.arcs.get(arc);
    const other = now.get(candidate);
    return other === undefined || !isNoWorse(instance, other, arc) ? [candidate] : [];
  });
}
