import { formatDay } from "../../engine/domain/calendar.ts";
import type { MemberJson, PromotionJson } from "../round-json.ts";
import { zoneOf } from "./areas.ts";
import { FIRST_DAY } from "./horizon.ts";
import type { OfferedMission } from "./offer.ts";
import { attributesOn, drawBirthDate, type Person } from "./people.ts";
import type { PlannedPromotion } from "./promotions.ts";
import type { Random } from "./random.ts";

/** Days from the first of the round within which a promotion already has members from earlier rounds. */
const FILLING = 75;

/**
 * The promotions with their members: those that start soon have up to a third as many members as free seats. Members take places of the
 * zone's missions; one in ten serves at a mission that the round no longer lists.
 */
export function fillPromotions(
  random: Random,
  planned: readonly PlannedPromotion[],
  offer: readonly OfferedMission[],
  drawPerson: () => Person,
  nextId: () => string,
): PromotionJson[] {
  const inOrder = [...planned].sort((a, b) => a.start - b.start);
  const width = Math.max(2, String(planned.length).length);
  return inOrder.map((promotion, index) => {
    const most = promotion.start < FIRST_DAY + FILLING ? Math.floor(promotion.seats / 3) : 0;
    const members = Array.from({ length: random.whole(0, most) }, () =>
      drawMember(random, promotion, offer, drawPerson(), nextId()),
    );
    const keepFree = promotion.seats > 8 && random.chance(15) ? random.whole(1, 2) : 0;
    const maxSize = promotion.seats + members.length + keepFree;
    return {
      id: `p${String(index + 1).padStart(width, "0")}`,
      zone: zoneOf(promotion.areas),
      start: formatDay(promotion.start),
      end: formatDay(promotion.end),
      minSize: Math.min(random.whole(8, 10), Math.max(1, Math.floor(maxSize / 2))),
      maxSize,
      keepFree,
      members,
    };
  });
}

function drawMember(
  random: Random,
  promotion: PlannedPromotion,
  offer: readonly OfferedMission[],
  person: Person,
  candidate: string,
): MemberJson {
  const attributes = attributesOn(person, drawBirthDate(random, person.years, promotion.start), promotion.start);
  const known = { candidate, region: person.home.region, attributes };
  const near = offer.filter(({ area, free, host }) => promotion.areas.includes(area) && free > 0 && host.free > 0);
  if (near.length === 0 || random.chance(10)) return { ...known, missions: [], missionRegion: person.home.region };
  const taken = random.pick(near);
  taken.free -= 1;
  taken.host.free -= 1;
  return { ...known, missions: [taken.mission.id] };
}
