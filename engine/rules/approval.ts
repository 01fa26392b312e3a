import { covers, overlap } from "../domain/calendar.ts";
import type { Rule } from "./rule.ts";

/**
 * Art. 8 §1, §4-6: the host is approved over the whole service (setting `approvalCover: start`: on the first day), is not
 * unavailable on any day of it, and the mission exists on every day of it.
 */
export const approval: Rule = {
  id: "approval",
  forbids: ({ round, promotion, missions, hosts }) => {
    const service = { from: promotion.start, until: promotion.end };
    const covered = round.policy.approvalCover === "start" ? { from: promotion.start, until: promotion.start } : service;
    return (
      hosts.some((host) => !covers(host.approved, covered) || host.unavailable.some((window) => overlap(window, service))) ||
      missions.some((mission) => !covers(mission.open, service))
    );
  },
};
