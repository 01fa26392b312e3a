import type { Rule } from "./rule.ts";

const HOURS_PER_WEEK = 28;

/**
 * Art. 22 §3: a service may be shared between two different hosts if the hours of both missions and the travel between them
 * stay within 28 a week. (Single missions beyond 28 hours a week or 9 a day are refused as input, Art. 22 §1, 2°-3°.)
 */
export const workingTime: Rule = {
  id: "working-time",
  forbids: ({ choice, missions, hosts }) => {
    if (missions.length === 1) return false;
    const hours = missions.reduce((sum, mission) => sum + mission.hoursPerWeek, choice.travelHours);
    return hours > HOURS_PER_WEEK || new Set(hosts.map((host) => host.id)).size < hosts.length;
  },
};
