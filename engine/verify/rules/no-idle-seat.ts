import type { Policy } from "../../domain/policy.ts";
import type { Candidate, Pin, Promotion } from "../../domain/round.ts";
import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { breaks, type Check } from "../check.ts";
import { ineligibility } from "../eligibility.ts";
import { assignmentRules, fits, wishesOf } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";
import { vacanciesOf } from "../vacancy.ts";
import { isNamedBy } from "./pins.ts";

/** Under hard composition the composition decides whether a seat may be taken, and an empty one proves nothing. */
function hasHardComposition({ regionalBalance, representativeness, crossRegion }: Policy): boolean {
  const modes = [regionalBalance?.mode, crossRegion?.mode, ...(representativeness ?? []).map(({ mode }) => mode)];
  return modes.includes("hard");
}

/** In being (somebody is in it, and no fewer than its minimum) with a seat that is neither taken nor kept free. */
function hasFreeSeat({ id, members, minSize, maxSize, keepFree }: Promotion, { placedIn }: Casefile): boolean {
  const size = members.length + (placedIn.get(id)?.length ?? 0);
  return size >= Math.max(1, minSize) && size < maxSize - keepFree;
}

/** The promotions that must be held, or that a pin places somebody in: nobody is owed a move out of one. */
function obligedPromotions({ promotions, pins }: Casefile["round"]): Set<string> {
  const held = promotions.filter(({ mustHold }) => mustHold).map(({ id }) => id);
  return new Set([...held, ...pins.flatMap((pin) => (pin.kind === "place" ? pin.promotion : []))]);
}

function rulesOut(pin: Pin, promotion: string, missions: readonly string[]): boolean {
  return pin.kind === "reserve" || (pin.kind === "forbid" && isNamedBy(pin, promotion, missions));
}

/** Placed later than the nearest date, or not at all, and neither pinned to a place nor needed where a promotion must be held. */
function waits(placements: readonly Service[], pins: readonly Pin[], nearest: number, obliged: ReadonlySet<string>): boolean {
  const settled = placements.some(({ promotion }) => promotion.start <= nearest || obliged.has(promotion.id));
  return !settled && !pins.some(({ kind }) => kind === "place");
}

/**
 * Art. 23 §3, second paragraph (`deferralGround: replacement`): the article allows delay for the sake of another candidate's
 * participation, never an idle seat. Nobody who may serve is deferred or left out while a promotion in being on their nearest date has
 * a free seat, and one of their choices that fits it has free places on every day of it, their own present place given back.
 */
export const noIdleSeat: Check = (casefile) => {
  const { round, services } = casefile;
  if (round.policy.deferralGround !== "replacement" || hasHardComposition(round.policy)) return [];
  const open = groupBy(
    round.promotions.filter((promotion) => hasFreeSeat(promotion, casefile)),
    ({ start }) => start,
  );
  const [vacancies, rules, obliged] = [vacanciesOf(casefile), assignmentRules(casefile), obligedPromotions(round)];
  const pinsOf = groupBy(round.pins, ({ candidate }) => candidate);
  const placedAs = groupBy(services, ({ candidate }) => candidate.id);

  function idleSeatFor(candidate: Candidate): { promotion: string; missions: string } | null {
    const nearest = nearestDate(candidate, casefile);
    const seats = nearest === null ? undefined : open.get(nearest);
    const pins = pinsOf.get(candidate.id) ?? [];
    if (nearest === null || seats === undefined || !waits(placedAs.get(candidate.id) ?? [], pins, nearest, obliged)) return null;
    if (ineligibility(candidate, casefile).length > 0) return null;
    const wishes = wishesOf(candidate, casefile);
    for (const promotion of seats) {
      const wish = wishes.find(
        (each) =>
          fits(each, promotion, rules, casefile) &&
          !pins.some((pin) => rulesOut(pin, promotion.id, each.choice.missions)) &&
          !vacancies.lacksPlace(each, promotion),
      );
      if (wish !== undefined) return { promotion: promotion.id, missions: wish.choice.missions.join(" + ") };
    }
    return null;
  }

  return round.candidates.flatMap((candidate) => {
    const idle = idleSeatFor(candidate);
    if (idle === null) return [];
    return breaks(
      "no-idle-seat",
      { candidate: candidate.id, ...idle },
      "waits while a seat and a place are free on the nearest date",
    );
  });
};
