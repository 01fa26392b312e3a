import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { tinyRound } from "../../datasets/tiny-rounds.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { at } from "../../engine/model/instance.ts";
import { compactOf } from "../../engine/search/local/compact.ts";
import { openOccupancy } from "../../engine/search/local/occupancy.ts";
import { augment } from "../../engine/search/start/augment.ts";
import { displace } from "../../engine/search/start/displace.ts";
import type { ArcCost } from "../../engine/search/start/earlier-costs.ts";
import { openSeatCounts } from "../../engine/search/start/seat-counts.ts";
import { candidateJson, handMade, missionJson, promotionJson } from "../hand-made-round.ts";
import { roundOf } from "../input/round-of.ts";

/** A tiny round with some people placed: each `picks` entry tries to put somebody on an arc. */
const placements = fc.record({
  seed: fc.integer({ min: 1, max: 100_000 }),
  picks: fc.array(fc.nat(), { maxLength: 8 }),
});

function placed({ seed, picks }: { readonly seed: number; readonly picks: readonly number[] }) {
  const instance = buildInstance(roundOf(tinyRound(seed)));
  const occupancy = openOccupancy(compactOf(instance));
  for (const pick of instance.arcs.count === 0 ? [] : picks) {
    const arc = pick % instance.arcs.count;
    const waits = at(occupancy.chosen, instance.arcs.candidateOf(arc)) < 0;
    if (waits && occupancy.hasSeat(arc) && occupancy.hasPlaces(arc)) occupancy.add(arc);
  }
  return { instance, occupancy, queue: instance.round.candidates.map((_, i) => i) };
}

describe("augmenting chains", () => {
  it("place as many more as they say, take nobody's placement away, keep seats and places, and leave no free arc to who waits", () => {
    let more = 0;
    fc.assert(
      fc.property(placements, fc.boolean(), (given, keepsSizes) => {
        const { instance, occupancy, queue } = placed(given);
        const { chosen, size, load } = occupancy;
        const before = chosen.slice();
        const sizes = size.slice();
        const usable = () => true;
        const found = augment({ instance, occupancy, usable, mayMove: usable, keepsSizes }, queue);
        const count = (list: Int32Array) => list.filter((arc) => arc >= 0).length;
        more += found;
        expect(count(chosen)).toBe(count(before) + found);
        before.forEach((arc, candidate) => {
          if (arc >= 0) expect(at(chosen, candidate)).toBeGreaterThanOrEqual(0);
        });
        const { places, seats, needed } = compactOf(instance);
        size.forEach((people, promotion) => {
          expect(people).toBeLessThanOrEqual(at(seats, promotion));
          const least = Math.max(1, at(needed, promotion));
          if (keepsSizes && at(sizes, promotion) >= least) expect(people).toBeGreaterThanOrEqual(least);
        });
        load.forEach((people, slot) => {
          expect(people).toBeLessThanOrEqual(at(places, slot));
        });
        if (keepsSizes) return;
        for (const arc of instance.arcs.all()) {
          const isFree = occupancy.hasSeat(arc) && occupancy.hasPlaces(arc);
          expect(at(chosen, instance.arcs.candidateOf(arc)) < 0 && isFree).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
    expect(more).toBeGreaterThan(10);
  });
});

test("somebody who has all the places that another lacks, on several days, makes room for them", () => {
  const late = { earliest: "2027-02-01", chosenStart: "2027-02-01", latest: "2027-02-01" };
  const round = handMade(
    {
      missions: [missionJson("m1", "h1", { places: 1 }), missionJson("m2")],
      promotions: [
        promotionJson("autumn", "2026-10-05", "2027-04-04"),
        promotionJson("winter", "2027-02-01", "2027-07-31"),
        promotionJson("summer", "2027-06-07", "2027-12-06"),
      ],
      candidates: [
        candidateJson("waits", ["m1"], late),
        candidateJson("moves", ["m1", "m2"], late),
        candidateJson("before", ["m1"], { latest: "2026-10-05" }),
        candidateJson("after", ["m1"], { earliest: "2027-06-07", chosenStart: "2027-06-07" }),
      ],
    },
    ["placed"],
  );
  const instance = buildInstance(roundOf(round));
  const occupancy = openOccupancy(compactOf(instance));
  const [waits, moves] = ["waits", "moves"].map((id) => instance.round.candidates.findIndex((one) => one.id === id));
  occupancy.add(instance.arcs.firstOf(moves ?? -1));
  const full = occupancy.load.filter((people, slot) => people >= at(compactOf(instance).places, slot)).length;
  expect(full).toBe(2);
  const usable = () => true;
  expect(augment({ instance, occupancy, usable, mayMove: usable, keepsSizes: false }, [waits ?? -1])).toBe(1);
});

describe("who is displaced for an earlier tier", () => {
  it("waits instead of one whom the tier wants: it gains one each time, and sizes, seats, places and those other tiers want are kept", () => {
    let all = 0;
    fc.assert(
      fc.property(placements, fc.integer({ min: 2, max: 4 }), (given, every) => {
        const { instance, occupancy, queue } = placed(given);
        const { chosen, size, load } = occupancy;
        const costOf = (wanted: (candidate: number) => boolean): ArcCost => ({
          of: (arc) => (wanted(instance.arcs.candidateOf(arc)) ? -1 : 0),
          wants: wanted,
        });
        const cost = costOf((candidate) => candidate % every === 0);
        const other = costOf((candidate) => candidate % every === 1);
        const served = (one: ArcCost) => chosen.reduce((sum, arc) => sum + (arc >= 0 && one.of(arc) < 0 ? 1 : 0), 0);
        const before = [served(cost), served(other)];
        const sizes = size.slice();
        const usable = () => true;
        const displaced = displace({ instance, occupancy, usable, mayMove: usable, keepsSizes: true }, queue, cost, [
          cost,
          other,
        ]);
        all += displaced;
        expect([served(cost), served(other)]).toEqual([(before[0] ?? 0) + displaced, before[1]]);
        const { places, seats, needed } = compactOf(instance);
        size.forEach((people, promotion) => {
          expect(people).toBeLessThanOrEqual(at(seats, promotion));
          const least = Math.max(1, at(needed, promotion));
          if (at(sizes, promotion) >= least) expect(people).toBeGreaterThanOrEqual(least);
        });
        load.forEach((people, slot) => {
          expect(people).toBeLessThanOrEqual(at(places, slot));
        });
      }),
      { numRuns: 600 },
    );
    expect(all).toBeGreaterThan(4);
  });
});

describe("the seats of whole intakes", () => {
  it("are counted the same while people come and go as when they are counted again", () => {
    fc.assert(
      fc.property(placements, fc.array(fc.nat(), { maxLength: 12 }), (given, changes) => {
        const { instance, occupancy } = placed(given);
        if (instance.arcs.count === 0) return;
        const opens = Uint8Array.from(instance.seats, (_, promotion) => (promotion % 3 === 2 ? 0 : 1));
        const counts = openSeatCounts(instance, occupancy, opens);
        for (const change of changes) {
          const arc = change % instance.arcs.count;
          const own = at(occupancy.chosen, instance.arcs.candidateOf(arc));
          if (own >= 0) counts.remove(own);
          else if (occupancy.hasSeat(arc) && occupancy.hasPlaces(arc)) counts.add(arc);
        }
        const again = openSeatCounts(instance, occupancy, opens);
        instance.arcs.openings.intakes.forEach((_, intake) => {
          expect(counts.free(intake)).toBe(again.free(intake));
        });
      }),
    );
  });
});
