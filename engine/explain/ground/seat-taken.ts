import type { SeatTaken } from "../../domain/reason.ts";
import { deviationFrom, dimensionBands } from "../../model/band.ts";
import { at, type Instance } from "../../model/instance.ts";
import { compactOf } from "../../search/local/compact.ts";
import { type Occupancy, openOccupancy } from "../../search/local/occupancy.ts";

/** Persons outside the bands of a promotion, summed over dimensions and categories, for the candidates placed there and its members. */
function deviationOf({ round }: Instance, promotion: number, candidates: readonly number[]): number {
  const people = [...at(round.promotions, promotion).members, ...candidates.map((candidate) => at(round.candidates, candidate))];
  return (round.policy.representativeness ?? [])
    .flatMap((dimension) =>
      Object.entries(dimensionBands(dimension, people.length)).map(([category, band]) => {
        const count = people.filter(({ attributes }) => attributes[dimension.dimension] === category).length;
        return deviationFrom(count, band);
      }),
    )
    .reduce((sum, deviation) => sum + deviation, 0);
}

/**
 * Art. 23 §3: another candidate d placed in a promotion p where the deferred candidate c could take d's seat on the date, such that
 *
 *     deviation(p with d) < deviation(p with c instead of d)
 *
 * the one with the largest difference (then the first by promotion and id); `null` where there is none. `arcs`: c's arcs on the date.
 */
export function seatTaken(
  instance: Instance,
  placed: readonly number[],
  candidate: number,
  arcs: readonly number[],
): SeatTaken | null {
  const occupancy = openOccupancy(compactOf(instance));
  for (const arc of placed) if (instance.arcs.candidateOf(arc) !== candidate) occupancy.add(arc);
  const promotions = [...new Set(arcs.map((arc) => instance.arcs.promotionOf(arc)))].sort((a, b) => a - b);
  const found = promotions.flatMap((promotion) => {
    const wanted = arcs.filter((arc) => instance.arcs.promotionOf(arc) === promotion);
    const roster = Array.from({ length: at(occupancy.size, promotion) }, (_, i) => occupancy.member(promotion, i)).sort(
      (a, b) => a - b,
    );
    const people = roster.map((arc) => instance.arcs.candidateOf(arc));
    const before = deviationOf(instance, promotion, people);
    return roster.flatMap((taken): readonly SeatTaken[] => {
      if (!fitsWithout(occupancy, taken, wanted)) return [];
      const other = instance.arcs.candidateOf(taken);
      const instead = deviationOf(
        instance,
        promotion,
        people.map((person) => (person === other ? candidate : person)),
      );
      const { id } = at(instance.round.candidates, other);
      return [{ promotion: at(instance.round.promotions, promotion).id, candidate: id, with: before, instead }];
    });
  });
  const gain = (seat: SeatTaken) => seat.instead - seat.with;
  return found.reduce<SeatTaken | null>(
    (best, seat) => (gain(seat) > 0 && (best === null || gain(seat) > gain(best)) ? seat : best),
    null,
  );
}

/** Whether one of the arcs has a seat and places once another is gone. */
function fitsWithout(occupancy: Occupancy, taken: number, wanted: readonly number[]): boolean {
  occupancy.remove(taken);
  const fits = wanted.some((arc) => occupancy.hasSeat(arc) && occupancy.hasPlaces(arc));
  occupancy.add(taken);
  return fits;
}
