import type { Day } from "../../domain/calendar.ts";
import type { Policy } from "../../domain/policy.ts";
import type { Candidate, Pin, Promotion } from "../../domain/round.ts";
import { type Casefile, groupBy, type Service } from "../casefile.ts";
import { breaks, type Check } from "../check.ts";
import { ineligibility } from "../eligibility.ts";
import type { Wish } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";
import { groupsOf, openingsOf } from "../openings.ts";
import { vacanciesOf } from "../vacancy.ts";
import { isNamedBy } from "./pins.ts";

/** Under hard composition the composition decides whether a seat may be taken, and an empty one proves nothing. */
function hasHardComposition({ regionalBalance, representativeness, crossRegion }: Policy): boolean {
  const modes = [regionalBalance?.mode, crossRegion?.mode, ...(representativeness ?? []).map(({ mode }) => mode)];
  return modes.includes("hard");
}

/** In being (somebody is in it, and no fewer than its minimum) with a seat that is neither taken nor kept free. */
export function hasFreeSeat(
  { id, members, minSize, maxSize, keepFree }: Promotion,
  { placedIn }: Pick<Casefile, "placedIn">,
): boolean {
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

/** Whether the rule is asked for at all. */
function applies({ policy }: Casefile["round"]): boolean {
  return policy.deferralGround === "replacement" && !hasHardComposition(policy);
}

/** Who waits, and for what: the same whichever seats are free. */
function openWaiting(casefile: Casefile) {
  const { round, services } = casefile;
  const [vacancies, obliged] = [vacanciesOf(casefile), obligedPromotions(round)];
  const groupOf = new Map(groupsOf(casefile).flatMap((group) => group.promotions.map((promotion) => [promotion, group])));
  const pinsOf = groupBy(round.pins, ({ candidate }) => candidate);
  const placedAs = groupBy(services, ({ candidate }) => candidate.id);
  return {
    /** The nearest date of somebody who waits for it, else `null`. */
    waitsFor: (candidate: Candidate): Day | null => {
      const nearest = nearestDate(candidate, casefile);
      if (nearest === null || !waits(placedAs.get(candidate.id) ?? [], pinsOf.get(candidate.id) ?? [], nearest, obliged))
        return null;
      return ineligibility(candidate, casefile).length > 0 ? null : nearest;
    },
    /** A wish of a candidate's that fits a promotion and has its places. */
    wishFor: (candidate: Candidate, promotion: Promotion): Wish | undefined => {
      const pins = pinsOf.get(candidate.id) ?? [];
      const there = groupOf.get(promotion);
      return openingsOf(candidate, casefile).find(
        ({ wish, group }) =>
          group === there &&
          !pins.some((pin) => rulesOut(pin, promotion.id, wish.choice.missions)) &&
          !vacancies.lacksPlace(wish, promotion),
      )?.wish;
    },
  };
}

/**
 * Who would be kept from a seat of a promotion if one were free while nobody else moves: for tries of moves that leave seats behind. Worked
 * out for each promotion when it is first asked for.
 */
export function openClaims(casefile: Casefile): (promotion: Promotion) => readonly Wish[] {
  if (!applies(casefile.round) || !casefile.profile.rules.includes("no-idle-seat")) return () => [];
  const { waitsFor, wishFor } = openWaiting(casefile);
  const waiting = groupBy(casefile.round.candidates, waitsFor);
  const known = new Map<string, readonly Wish[]>();
  return (promotion) => {
    const found = known.get(promotion.id) ?? (waiting.get(promotion.start) ?? []).flatMap((one) => wishFor(one, promotion) ?? []);
    known.set(promotion.id, found);
    return found;
  };
}

/**
 * Art. 23 §3, second paragraph (`deferralGround: replacement`): the article allows delay for the sake of another candidate's
 * participation, never an idle seat. Nobody who may serve is deferred or left out while a promotion in being on their nearest date has
 * a free seat, and one of their choices that fits it has free places on every day of it, their own present place given back.
 */
export const noIdleSeat: Check = (casefile) => {
  const { round } = casefile;
  if (!applies(round)) return [];
  const open = groupBy(
    round.promotions.filter((promotion) => hasFreeSeat(promotion, casefile)),
    ({ start }) => start,
  );
  const { waitsFor, wishFor } = openWaiting(casefile);

  function idleSeatFor(candidate: Candidate): { promotion: string; missions: string } | null {
    const nearest = waitsFor(candidate);
    const seats = nearest === null ? undefined : open.get(nearest);
    if (seats === undefined) return null;
    for (const promotion of seats) {
      const wish = wishFor(candidate, promotion);
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
