import { add, ceil, parseDecimal } from "../../domain/decimal.ts";
import type { AssignmentRule } from "../check.ts";

const HOURS_PER_WEEK = 28;
const HOURS_PER_DAY = 9;

/**
 * Art. 22 §1, 2°-3° and §3: at most twenty-eight hours a week and nine a day; two missions only at two different hosts, their
 * travel counted in the twenty-eight hours.
 */
export const workingTime: AssignmentRule = {
  holds: ({ missions, hosts, travelHours }) => {
    const [first, second] = hosts;
    const hours = [...missions.map((mission) => mission.hoursPerWeek), missions.length > 1 ? travelHours : 0];
    const perWeek = hours.map(parseDecimal).reduce(add);
    return (
      missions.length <= 2 &&
      first?.id !== second?.id &&
      ceil(perWeek) <= HOURS_PER_WEEK &&
      missions.every((mission) => mission.hoursPerDay <= HOURS_PER_DAY)
    );
  },
  breach: "more than 28 hours a week or 9 a day, or two missions at one host",
};
