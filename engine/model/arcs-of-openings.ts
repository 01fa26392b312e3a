import { type Arc, type Arcs, at, type Openings } from "./instance.ts";

/** Width of the blocks of arcs by which an opening is found: about as many arcs as an opening has, so that the next few openings hold it. */
function blockShift(arcs: number, openings: number): number {
  return Math.max(0, Math.floor(Math.log2(Math.max(1, arcs) / Math.max(1, openings))));
}

/** The opening that holds the first arc of every block of `2 ** shift` arcs. */
function blocksOf({ firstArc, count }: Openings, arcs: number, shift: number): Int32Array {
  const blocks = new Int32Array((arcs >> shift) + 1);
  for (let opening = 0, block = 0; opening < count; opening++) {
    for (const end = at(firstArc, opening + 1); block < blocks.length && block << shift < end; block++) blocks[block] = opening;
  }
  return blocks;
}

/** The openings of each intake, ascending. */
function byIntake({ intakeOf, intakes }: Openings): readonly Int32Array[] {
  const counts = new Int32Array(intakes.length);
  for (const intake of intakeOf) counts[intake] = at(counts, intake) + 1;
  const lists = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  intakeOf.forEach((intake, opening) => {
    const next = at(counts, intake);
    at(lists, intake)[next] = opening;
    counts[intake] = next + 1;
  });
  return lists;
}

const range = (from: number, until: number): readonly number[] => Array.from({ length: until - from }, (_, i) => from + i);

/** The arcs that openings stand for. */
export function arcsOfOpenings(openings: Openings): Arcs {
  const { candidateOf, wishOf, intakeOf, delayDays, firstArc, starts, wishes, intakes } = openings;
  const count = at(firstArc, openings.count);
  const shift = blockShift(count, openings.count);
  const blocks = blocksOf(openings, count, shift);
  const ofIntake = byIntake(openings);
  const placeOf = new Map(intakes.flatMap((intake, i) => intake.map((promotion, k) => [promotion, { intake: i, k }])));
  const openingOf = (arc: number): number => {
    let opening = blocks[arc >> shift] ?? 0;
    while ((firstArc[opening + 1] ?? arc + 1) <= arc) opening++;
    return opening;
  };
  const promotions = Int32Array.from(intakes.flat());
  const firstIn = new Int32Array(intakes.length + 1);
  intakes.forEach((intake, i) => {
    firstIn[i + 1] = at(firstIn, i) + intake.length;
  });
  const promotionAt = (arc: number, opening: number): number =>
    promotions[(firstIn[intakeOf[opening] ?? 0] ?? 0) + arc - (firstArc[opening] ?? 0)] ?? 0;
  const wishAt = (arc: number) => at(wishes, at(wishOf, openingOf(arc)));
  const openingAt = (opening: number) => ({ ...at(wishes, at(wishOf, opening)), delayDays: at(delayDays, opening) });
  const get = (arc: number): Arc => {
    if (arc < 0 || arc >= count) throw new RangeError(`no arc ${arc} among ${count}`);
    const opening = openingOf(arc);
    return { ...openingAt(opening), promotion: promotionAt(arc, opening) };
  };
  const firstOf = (candidate: number): number => at(firstArc, at(starts, candidate));
  return {
    count,
    openings,
    openingOf,
    ofIntake,
    opening: openingAt,
    candidateOf: (arc) => candidateOf[openingOf(arc)] ?? 0,
    choiceOf: (arc) => wishAt(arc).choice,
    promotionOf: (arc) => promotionAt(arc, openingOf(arc)),
    missionsOf: (arc) => wishAt(arc).missions,
    delayOf: (arc) => at(delayDays, openingOf(arc)),
    regionOf: (arc) => wishAt(arc).region,
    crossesRegion: (arc) => wishAt(arc).crossRegion,
    get,
    where: (test) => {
      const passing: number[] = [];
      for (let arc = 0; arc < count; arc++) if (test(get(arc))) passing.push(arc);
      return passing;
    },
    firstOf,
    all: () => range(0, count),
    people: starts.reduce((sum, first, c) => sum + (c > 0 && first > at(starts, c - 1) ? 1 : 0), 0),
    ofOpening: (opening) => range(at(firstArc, opening), at(firstArc, opening + 1)),
    ofCandidate: (candidate) => range(firstOf(candidate), firstOf(candidate + 1)),
    ofPromotion: (promotion) => {
      const place = placeOf.get(promotion);
      return place === undefined ? [] : Array.from(at(ofIntake, place.intake), (opening) => at(firstArc, opening) + place.k);
    },
    hasCandidate: (candidate) => firstOf(candidate + 1) > firstOf(candidate),
    hasPromotion: (promotion) => at(ofIntake, placeOf.get(promotion)?.intake ?? 0).length > 0,
    *[Symbol.iterator]() {
      for (let arc = 0; arc < count; arc++) yield get(arc);
    },
  };
}
