import { add, parseDecimal, subtract } from "../domain/decimal.ts";
import type { Rule } from "./rule.ts";

const HOURS_PER_WEEK = parseDecimal(28);

/**
 * Art. 22 §3: a service may be shared between two different hosts if the hours of both missions and the travel between them
 * stay within 28 a week. (Single missions beyond 28 hours a week or 9 a day are refused as input, Art. 22 §1, 2°-3°.)
 */
export const workingTime: Rule = {
  id: "working-time",
  forbids: ({ choice, missions, hosts }) => {
    if (missions.length === 1) return false;
    const hours = missions.reduce(
      (sum, mission) => add(sum, parseDecimal(mission.hoursPerWeek)),
      parseDecimal(choice.travelHours),
    );
    return subtract(hours, HOURS_PER_WEEK).digits > 0n || new Set(hosts.map((host) => host.id)).size < hosts.length;
  },
};
