import { covers, overlap, type Period } from "../../domain/calendar.ts";
import type { AssignmentRule } from "../check.ts";

/**
 * Art. 8 §1, §4-6 and 9: a citizen serves only at a host that is approved (over the whole service, or on its first day under
 * `approvalCover: start`), not declared unavailable during it, and at a mission that exists on all its days.
 */
export const approval: AssignmentRule = {
  holds: ({ missions, hosts }, promotion, policy) => {
    const service: Period = { from: promotion.start, until: promotion.end };
    const firstDay: Period = { from: promotion.start, until: promotion.start };
    const approvedOver = policy.approvalCover === "whole-service" ? service : firstDay;
    return (
      missions.every(({ open }) => covers(open, service)) &&
      hosts.every(({ approved, unavailable }) => {
        return covers(approved, approvedOver) && !unavailable.some((window) => overlap(window, service));
      })
    );
  },
  breach: "the host is not approved and available, or the mission does not exist, over the service",
};
