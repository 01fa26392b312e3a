import { addMonths, type Day } from "../domain/calendar.ts";
import type { AgeLimit } from "../domain/policy.ts";
import type { Rule, Start } from "./rule.ts";

const LAST_BIRTHDAY: Record<AgeLimit, number> = { "until-26th-birthday": 26, "until-25th-birthday": 25 };

/** The birthday from which on the person is too old under the setting `ageLimit`. */
export function firstDayTooOld(birthDate: Day, ageLimit: AgeLimit): Day {
  return addMonths(birthDate, 12 * LAST_BIRTHDAY[ageLimit]);
}

/**
 * Art. 10, 1°: 18 reached, and not beyond 25, on the start date of the promotion concerned.
 *
 *     18th birthday <= p.start < 26th birthday     (or < 25th birthday, the stricter reading of the Dutch text)
 */
function outsideAge({ candidate, promotion, round }: Start): boolean {
  if (candidate.birthDate === null) return false;
  const eighteenth = addMonths(candidate.birthDate, 12 * 18);
  return promotion.start < eighteenth || promotion.start >= firstDayTooOld(candidate.birthDate, round.policy.ageLimit);
}

/** A person is excluded only when the age fails on the start of every promotion of the round. */
export const age: Rule = {
  id: "age",
  excludes: (candidate, round) =>
    round.promotions.length > 0 && round.promotions.every((promotion) => outsideAge({ candidate, promotion, round })),
  forbids: outsideAge,
};
