import { type Day, formatDay } from "../../domain/calendar.ts";
import type { AssignmentRule } from "../check.ts";

const MONTH_AND_DAY = "YYYY-".length;

/** Years completed between a birth date and a day: one more on each birthday, on 1 March where 29 February is missing. */
function completedYears(birthDate: Day, day: Day): number {
  const [born, today] = [formatDay(birthDate), formatDay(day)];
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(MONTH_AND_DAY) < born.slice(MONTH_AND_DAY) ? years - 1 : years;
}

/**
 * Art. 10, 1°: aged from eighteen completed to twenty-five completed years on the first day of the promotion. "Vingt-cinq ans
 * accomplis" lasts until the eve of the 26th birthday; under `until-25th-birthday` until the eve of the 25th.
 */
export const age: AssignmentRule = {
  holds: ({ candidate, promotion }, policy) => {
    if (candidate.birthDate === null) return false;
    const years = completedYears(candidate.birthDate, promotion.start);
    return years >= 18 && years <= (policy.ageLimit === "until-26th-birthday" ? 25 : 24);
  },
  breach: "outside the age of service on the promotion's first day",
};
