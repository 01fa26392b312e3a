import type { MissionJson, RoundJson } from "../engine/input/round-schema.ts";
import { type Random, randomFrom } from "./generator/random.ts";
import { drawTinyCandidates } from "./tiny/tiny-candidates.ts";
import { drawTinyHosts, drawTinyMissions, drawTinyPromotions } from "./tiny/tiny-offer.ts";
import { drawTinyPins, drawTinyPublished } from "./tiny/tiny-pins.ts";
import { drawTinyPolicy } from "./tiny/tiny-policy.ts";

/**
 * A round small enough to try every placement (2-5 candidates, 1-3 promotions, 2-4 missions) and full of edge cases: overlapping
 * promotions, tight places, ages on the limit, pairs, pins, windows, random policies. Valid input, not always feasible; the
 * same `seed` (whole number from 0 to 2^31 - 1) gives the same round.
 */
export function tinyRound(seed: number): RoundJson {
  const random = randomFrom(seed);
  const hosts = drawTinyHosts(random);
  const open = drawTinyMissions(random, hosts);
  const policy = drawTinyPolicy(random, open.length > 2);
  const candidates = drawTinyCandidates(random, open, policy.choices === "exactly-three");
  const missions = reserveSome(
    random,
    open,
    candidates.map(({ id }) => id),
  );
  const world = { hosts, missions, promotions: drawTinyPromotions(random, missions), candidates };
  const pins = drawTinyPins(random, world);
  const published = drawTinyPublished(random, world);
  return {
    schema: "round/1",
    id: `tiny-${seed}`,
    profile: "be-2024-05-15",
    ...world,
    pins,
    published,
    policy,
    seed: `tiny/${seed}`,
  };
}

/** One mission in some rounds is the own initiative of a candidate (Art. 9). */
function reserveSome(random: Random, missions: readonly MissionJson[], candidates: readonly string[]): MissionJson[] {
  const reserved = random.chance(12) ? random.pick(missions).id : null;
  return missions.map((mission) => (mission.id === reserved ? { ...mission, reservedFor: random.pick(candidates) } : mission));
}
