import { type Day, formatDay } from "../../engine/domain/calendar.ts";
import type { MemberJson, PromotionJson } from "../../engine/input/round-schema.ts";
import { zoneOf } from "./areas.ts";
import { FIRST_DAY } from "./horizon.ts";
import type { OfferedMission } from "./offer.ts";
import { attributesOn, drawBirthDate, type Person } from "./people.ts";
import type { PlannedPromotion } from "./promotions.ts";
import type { Random } from "./random.ts";

/** Days from the first of the round within which a promotion already has members from earlier rounds. */
const FILLING = 75;
/** Missions looked at for a free place. */
const LOOKS = 20;

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
  const byArea = Map.groupBy(offer, ({ area }) => area);
  const inOrder = [...planned].sort((a, b) => a.start - b.start);
  const width = Math.max(2, String(planned.length).length);
  return inOrder.map((promotion, index) => {
    const most = promotion.start < FIRST_DAY + FILLING ? Math.floor(promotion.seats / 3) : 0;
    const count = random.whole(0, most);
    const near = count === 0 ? [] : promotion.areas.flatMap((area) => byArea.get(area) ?? []);
    const members = Array.from({ length: count }, () => drawMember(random, promotion.start, near, drawPerson(), nextId()));
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

function drawMember(random: Random, start: Day, near: readonly OfferedMission[], person: Person, candidate: string): MemberJson {
  const attributes = attributesOn(person, drawBirthDate(random, person.years, start), start);
  const known = { candidate, region: person.home.region, attributes };
  const found = Array.from({ length: near.length > 0 ? LOOKS : 0 }, () => random.pick(near));
  const open = found.find(({ free, host }) => free > 0 && host.free > 0);
  if (open === undefined || random.chance(10)) return { ...known, missions: [], missionRegion: person.home.region };
  open.free -= 1;
  open.host.free -= 1;
  return { ...known, missions: [open.mission.id] };
}
