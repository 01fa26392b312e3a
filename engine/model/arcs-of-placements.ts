import type { Placement } from "../domain/round.ts";
import { at, type Instance } from "./instance.ts";

/** The arcs that stand for placements, in their order; placements that no arc stands for are left out. */
export function arcsOfPlacements({ round, arcs }: Instance, placements: readonly Placement[]): readonly number[] {
  const index = new Map(round.candidates.map(({ id }, i) => [id, i]));
  return placements.flatMap(({ candidate, promotion, missions }) => {
    const known = index.get(candidate);
    if (known === undefined) return [];
    return arcs.ofCandidate(known).filter((arc) => {
      const own = arcs.missionsOf(arc);
      return (
        at(round.promotions, arcs.promotionOf(arc)).id === promotion &&
        own.length === missions.length &&
        own.every((mission, i) => at(round.missions, mission).id === missions[i])
      );
    });
  });
}
