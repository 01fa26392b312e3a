import type { Random } from "../../datasets/generator/random.ts";
import type { Patch } from "../../engine/input/patch-schema.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";

/** Changes planners try most, one of each kind in turn: a person leaves or is kept on the reserve list, a host or mission changes, a promotion grows or shrinks. */
const KINDS: readonly ((random: Random, round: RoundJson) => Patch)[] = [
  (random, { candidates }) => ({ kind: "candidate-withdrawn", candidate: random.pick(candidates).id }),
  (random, { missions }) => {
    const { id, places } = random.pick(missions);
    return { kind: "mission-places", mission: id, places: places + 1 };
  },
  (random, { promotions }) => {
    const { id, maxSize } = random.pick(promotions);
    return { kind: "promotion-size", promotion: id, maxSize: maxSize + 2 };
  },
  (random, { hosts }) => ({ kind: "host-withdrawn", host: random.pick(hosts).id }),
  (random, { promotions }) => {
    const { id, keepFree } = random.pick(promotions);
    return { kind: "promotion-size", promotion: id, keepFree: (keepFree ?? 0) + 1 };
  },
  (random, { candidates }) => ({ kind: "pinned", pin: { candidate: random.pick(candidates).id, outcome: "reserve" } }),
  (random, { missions }) => ({ kind: "mission-withdrawn", mission: random.pick(missions).id }),
];

/** The change of the what-if with that number. */
export function drawPatch(random: Random, round: RoundJson, number: number): Patch {
  const draw = KINDS[number % KINDS.length] as (typeof KINDS)[number];
  return draw(random, round);
}
