import { stagesOf } from "../../formulate/stages.ts";
import { at, type Instance } from "../../model/instance.ts";

/** What arcs cost in a tier, below 0 where the tier gains. */
export interface ArcCost {
  of(arc: number): number;
  /** Whether the tier gains by one of a candidate's arcs. */
  wants(candidate: number): boolean;
}

/** What arcs cost in the tiers before `placed`, as far as they are sums: what one of them wants comes before placing more. */
export function earlierCosts(instance: Instance): readonly ArcCost[] {
  const stages = stagesOf(instance);
  const first = stages.findIndex(({ objectives }) => objectives.includes("placed"));
  return stages.slice(0, first).flatMap((stage) => {
    const sign = stage.sense === "maximise" ? -1 : 1;
    return stage.reading().terms.flatMap(({ factor, gauge }) => {
      if (gauge.kind !== "sum") return [];
      return [arcCost(instance, gauge.weights, gauge.marked, sign * factor)];
    });
  });
}

/** Weights by opening, single arcs marked with more, each times a factor. */
function arcCost(
  { arcs, round }: Instance,
  weights: ArrayLike<number>,
  marked: ReadonlyMap<number, number>,
  factor: number,
): ArcCost {
  const { openingOf, openings } = arcs;
  const of = (arc: number) => factor * ((weights[openingOf(arc)] ?? 0) + (marked.size === 0 ? 0 : (marked.get(arc) ?? 0)));
  const wanting = new Uint8Array(round.candidates.length);
  for (let opening = 0; opening < openings.count; opening++) {
    if (factor * at(weights, opening) < 0) wanting[at(openings.candidateOf, opening)] = 1;
  }
  for (const arc of marked.keys()) if (of(arc) < 0) wanting[arcs.candidateOf(arc)] = 1;
  return { of, wants: (candidate) => wanting[candidate] === 1 };
}
