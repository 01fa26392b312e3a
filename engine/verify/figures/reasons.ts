import { formatDay } from "../../domain/calendar.ts";
import type { Reason } from "../../domain/reason.ts";
import type { Candidate, Promotion } from "../../domain/round.ts";
import type { FigureViolation } from "../../domain/violation.ts";
import type { Casefile, Start } from "../casefile.ts";
import { assignmentRules, blocksOf, fits, type Wish, wishesOf } from "../fits.ts";
import { nearestDate } from "../nearest-date.ts";
import { crossRegion } from "../rules/cross-region.ts";
import { isNamedBy } from "../rules/pins.ts";
import { regionalBalance } from "../rules/regional-balance.ts";
import { representativeness } from "../rules/representativeness.ts";
import type { Vacancies } from "../vacancy.ts";
import { below, compare, differs } from "./compare.ts";

/** A choice in a promotion where it has what a placement needs. */
interface Possibility {
  readonly wish: Wish;
  readonly promotion: Promotion;
}

/** Somebody who waits: for a place on the nearest date (deferred), or for one anywhere (reserve). */
export interface Waiting {
  readonly candidate: Candidate;
  readonly reason: Reason | null;
  readonly where: "nearest-date" | "anywhere";
}

function possibilities(candidate: Candidate, promotions: readonly Promotion[], casefile: Casefile): Possibility[] {
  const rules = assignmentRules(casefile);
  const wishes = wishesOf(candidate, casefile);
  return promotions.flatMap((promotion) =>
    wishes.filter((wish) => fits(wish, promotion, rules, casefile)).map((wish) => ({ wish, promotion })),
  );
}

/** Whether moving the candidate there, everybody else staying, breaks a hard rule on the composition. */
function breaksQuota({ wish, promotion }: Possibility, casefile: Casefile): boolean {
  const others = casefile.services.filter(({ candidate }) => candidate.id !== wish.candidate.id);
  const placedIn = new Map(casefile.placedIn);
  for (const [id, services] of placedIn)
    placedIn.set(
      id,
      services.filter(({ candidate }) => candidate.id !== wish.candidate.id),
    );
  const service = { ...wish, promotion, rank: 0 };
  placedIn.set(promotion.id, [...(placedIn.get(promotion.id) ?? []), service]);
  for (const [id, services] of placedIn) if (services.length === 0) placedIn.delete(id);
  const moved: Casefile = { ...casefile, services: [...others, service], placedIn };
  return [crossRegion, regionalBalance, representativeness].some((check) => check(moved).length > 0);
}

type Code = Exclude<Reason["code"], "no-fit">;

/** What makes each code true of somebody who waits although some choice fits in some of `promotions`. */
function groundsOf(
  candidate: Candidate,
  promotions: readonly Promotion[],
  casefile: Casefile,
  vacancies: Vacancies,
): Record<Code, () => boolean> {
  const pins = casefile.round.pins.filter((pin) => pin.candidate === candidate.id);
  const isForbidden = ({ wish, promotion }: Possibility): boolean =>
    pins.some((pin) => pin.kind === "forbid" && isNamedBy(pin, promotion.id, wish.choice.missions));
  const withSeat = promotions.filter((promotion) => !vacancies.lacksSeat(candidate, promotion));
  const seated = possibilities(candidate, withSeat, casefile).filter((possibility) => !isForbidden(possibility));
  const free = seated.filter(({ wish, promotion }) => !vacancies.lacksPlace(wish, promotion));
  const pinned = pins.length === 0 ? [] : possibilities(candidate, promotions, casefile);
  const full = free.length === 0 && (pins.length === 0 || !pinned.every(isForbidden));
  return {
    "not-established": () => true,
    pin: () => pins.some(({ kind }) => kind !== "forbid") || (free.length === 0 && pinned.some(isForbidden)),
    size: () => full && seated.length === 0,
    places: () => full && seated.length > 0,
    quota: () => free.length > 0 && free.every((possibility) => breaksQuota(possibility, casefile)),
    // The draw selects among those whom another ground leaves equal: alone it keeps nobody waiting.
    lottery: () => false,
  };
}

function checkNoFit(path: string, { candidate, reason }: Waiting, casefile: Casefile): FigureViolation[] {
  const rules = assignmentRules(casefile);
  const blocked = wishesOf(candidate, casefile).map((wish) => {
    return { missions: wish.choice.missions, blocks: blocksOf(wish, rules, casefile) };
  });
  return compare(path, reason, { code: "no-fit", blocked });
}

function checkNearest(
  path: string,
  { candidate, reason }: Waiting,
  { day, promotions }: Start,
  casefile: Casefile,
): FigureViolation[] {
  if (reason === null || reason.code === "no-fit" || reason.nearest === undefined) return [];
  const ids = new Set(possibilities(candidate, promotions, casefile).map(({ promotion }) => promotion.id));
  return compare(below(path, "nearest"), reason.nearest, { date: formatDay(day), promotions: [...ids].sort() });
}

/**
 * Checks the reason of somebody who waits. `no-fit` is given exactly where no choice fits in any promotion, with what blocks each;
 * else the code must be true of these placements. `not-established` claims nothing and is always lawful.
 */
export function checkReason(path: string, waiting: Waiting, casefile: Casefile, vacancies: Vacancies): FigureViolation[] {
  const { candidate, reason, where } = waiting;
  const nearest = nearestDate(candidate, casefile);
  const start = casefile.starts.find(({ day }) => day === nearest);
  if (start === undefined) return checkNoFit(path, waiting, casefile);
  const dates = checkNearest(path, waiting, start, casefile);
  if (reason?.code === "not-established") return dates;
  const promotions = where === "nearest-date" ? start.promotions : casefile.round.promotions;
  const grounds = groundsOf(candidate, promotions, casefile, vacancies);
  if (Object.entries(grounds).some(([code, holds]) => code === reason?.code && holds())) return dates;
  const codes = Object.entries(grounds).filter(([, holds]) => holds());
  return [
    ...dates,
    differs(
      below(path, "code"),
      reason?.code,
      codes.map(([code]) => code),
    ),
  ];
}
