import type { Day } from "../../domain/calendar.ts";
import type { Candidate, Promotion } from "../../domain/round.ts";
import { type Casefile, openCasefile } from "../casefile.ts";
import type { Wish } from "../fits.ts";
import { openingsOf } from "../openings.ts";
import { isNamedBy } from "../rules/pins.ts";
import type { Vacancies } from "../vacancy.ts";

/** A choice in a promotion where it has what a placement needs. */
export interface Possibility {
  readonly wish: Wish;
  readonly promotion: Promotion;
}

/** Every possibility of a candidate in the promotions that start on some days. */
export function possibilitiesOf(candidate: Candidate, starts: (day: Day) => boolean, casefile: Casefile): Possibility[] {
  return openingsOf(candidate, casefile).flatMap(({ wish, group }) =>
    starts(group.start) ? group.promotions.map((promotion) => ({ wish, promotion })) : [],
  );
}

/** The possibilities of one candidate that no pin of theirs takes away. */
export function allowedByPins(possibilities: readonly Possibility[], { round }: Casefile): Possibility[] {
  const own = round.pins.filter((pin) => pin.candidate === possibilities[0]?.wish.candidate.id);
  return possibilities.filter(
    ({ wish, promotion }) =>
      !own.some((pin) => pin.kind === "reserve" || (pin.kind === "forbid" && isNamedBy(pin, promotion.id, wish.choice.missions))),
  );
}

/** What all possibilities lack in these placements: a seat (`size`), or some of them only a place (`places`); `null`: one is free. */
export function whatIsFull(possibilities: readonly Possibility[], vacancies: Vacancies): "places" | "size" | null {
  const seated = possibilities.filter(({ wish, promotion }) => !vacancies.lacksSeat(wish.candidate, promotion));
  if (seated.length === 0) return "size";
  return seated.every(({ wish, promotion }) => vacancies.lacksPlace(wish, promotion)) ? "places" : null;
}

/** The case with a candidate moved to a possibility, everybody else (but one, if named) where they are. */
export function movedTo({ wish, promotion }: Possibility, casefile: Casefile, leaving: string | null = null): Casefile {
  const others = casefile.services.filter(({ candidate }) => candidate.id !== wish.candidate.id && candidate.id !== leaving);
  const placements = [
    ...others.map((service) => ({
      candidate: service.candidate.id,
      promotion: service.promotion.id,
      missions: service.missions.map(({ id }) => id),
    })),
    { candidate: wish.candidate.id, promotion: promotion.id, missions: wish.choice.missions },
  ];
  return openCasefile(casefile.round, placements, casefile.seed);
}
