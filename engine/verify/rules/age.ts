import type { Day } from "../../domain/calendar.ts";
import type { Policy } from "../../domain/policy.ts";
import type { AssignmentRule } from "../check.ts";

const MS_PER_DAY = 86_400_000;

/** The day as year x 10,000 + month x 100 + day of the month, so that later days have larger numbers. */
function dateNumber(day: Day): number {
  const found = dateNumbers.get(day);
  if (found !== undefined) return found;
  const date = new Date(day * MS_PER_DAY);
  const number = date.getUTCFullYear() * 10_000 + date.getUTCMonth() * 100 + date.getUTCDate();
  dateNumbers.set(day, number);
  return number;
}

/** Few days occur, and each is asked about millions of times. */
const dateNumbers = new Map<Day, number>();

/** Years completed between a birth date and a day: one more on each birthday, on 1 March where 29 February is missing. */
function completedYears(birthDate: Day, day: Day): number {
  return Math.floor((dateNumber(day) - dateNumber(birthDate)) / 10_000);
}

/** Past "vingt-cinq ans accomplis": the 26th birthday has come; under `until-25th-birthday` the 25th. */
export function isTooOld(birthDate: Day, day: Day, { ageLimit }: Policy): boolean {
  return completedYears(birthDate, day) >= (ageLimit === "until-26th-birthday" ? 26 : 25);
}

/**
 * Art. 10, 1°: aged from eighteen completed to twenty-five completed years on the first day of the promotion. "Vingt-cinq ans
 * accomplis" lasts until the eve of the 26th birthday; under `until-25th-birthday` until the eve of the 25th.
 */
export const age: AssignmentRule = {
  holds: ({ candidate }, promotion, policy) => {
    if (candidate.birthDate === null) return false;
    const ofAge = completedYears(candidate.birthDate, promotion.start) >= 18;
    return ofAge && !isTooOld(candidate.birthDate, promotion.start, policy);
  },
  breach: "outside the age of service on the promotion's first day",
};
