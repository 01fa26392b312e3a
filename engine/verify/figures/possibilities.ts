import type { Candidate, Promotion } from "../../domain/round.ts";
import { type Casefile, openCasefile } from "../casefile.ts";
import { assignmentRules, fits, type Wish, wishesOf } from "../fits.ts";
import { isNamedBy } from "../rules/pins.ts";
import type { Vacancies } from "../vacancy.ts";

/** A choice in a promotion where it has what a placement needs. */
export interface Possibility {
  readonly wish: Wish;
  readonly promotion: Promotion;
}

/** Every possibility of a candidate in some promotions. */
export function possibilitiesOf(candidate: Candidate, promotions: readonly Promotion[], casefile: Casefile): Possibility[] {
  const rules = assignmentRules(casefile);
  const wishes = wishesOf(candidate, casefile);
  return promotions.flatMap((promotion) =>
    wishes.filter((wish) => fits(wish, promotion, rules, casefile)).map((wish) => ({ wish, promotion })),
  );
}

/** The possibilities that no pin of the candidate's takes away. */
export function allowedByPins(possibilities: readonly Possibility[], { round }: Casefile): Possibility[] {
  return possibilities.filter(({ wish, promotion }) => {
    const own = round.pins.filter((pin) => pin.candidate === wish.candidate.id);
    return !own.some(
      (pin) => pin.kind === "reserve" || (pin.kind === "forbid" && isNamedBy(pin, promotion.id, wish.choice.missions)),
    );
  });
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
