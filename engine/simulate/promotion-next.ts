import { readPlace } from "../input/read-place.ts";
import type { MemberJson, PromotionJson, RoundJson } from "../input/round-schema.ts";
import { type Decided, hasPlace } from "./candidate-next.ts";

/**
 * The promotion in the round of `day`: as it was if it starts later; gone if it is over, or started with nobody in it. One that runs
 * holds the seats and places of its members, and takes nobody else. `regions`: of the missions.
 */
export function promotionNext(
  promotion: PromotionJson,
  serving: readonly Decided[],
  regions: ReadonlyMap<string, string | null>,
  day: string,
): readonly PromotionJson[] {
  if (promotion.start > day) return [promotion];
  const members = [...(promotion.members ?? []), ...serving.flatMap((one) => membersFrom(one, promotion.id, regions))];
  if (promotion.end < day || members.length === 0) return [];
  return [{ ...promotion, members, minSize: 0, maxSize: members.length, keepFree: 0, mustHold: false }];
}

/** A candidate with a place in the promotion, as its member: with Regions and categories as they were when the round was solved. */
function membersFrom(
  { candidate, outcome }: Decided,
  promotion: string,
  regions: ReadonlyMap<string, string | null>,
): readonly MemberJson[] {
  if (!hasPlace(outcome) || outcome.promotion !== promotion) return [];
  const region = readPlace(candidate)?.region ?? null;
  const { missions } = outcome;
  return [
    {
      candidate: candidate.id,
      missions: [...missions],
      region,
      missionRegion: regions.get(missions[0] ?? "") ?? null,
      attributes: candidate.attributes ?? {},
    },
  ];
}

/** The Region of every mission listed; `null` where it is not known. */
export function missionRegions({ missions, hosts }: RoundJson): ReadonlyMap<string, string | null> {
  const places = new Map(hosts.map((host) => [host.id, readPlace(host)]));
  return new Map(missions.map((mission) => [mission.id, (readPlace(mission) ?? places.get(mission.host))?.region ?? null]));
}
