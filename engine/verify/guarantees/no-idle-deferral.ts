import type { Reason } from "../../domain/reason.ts";
import { foundOnAll, type Guarantee } from "./guarantee.ts";

/** Whether a reason, or that of a date passed over, rests on Art. 23 §3: on the composition of a promotion that a named candidate serves. */
function restsOnComposition(reason: Reason | null): boolean {
  if (reason === null || reason.code === "no-fit") return false;
  return [reason, ...(reason.passed ?? [])].some(({ code }) => code === "representativeness");
}

/**
 * G5, Art. 23 §3: nobody waits while a seat on the nearest date is idle (`deferralGround: replacement`), and no deferral is called one under
 * Art. 23 §3 without its proof: who has the seat is named and does, the deferred candidate could take it, and the promotion's own
 * deviation, counted anew, would then be higher.
 */
export const noIdleDeferral: Guarantee = ({ casefile, result, violations }) => {
  const waiting = result.outcomes.filter(({ outcome }) => outcome === "deferred" || outcome === "reserve").length;
  const unproven = result.outcomes.some((outcome, index) => {
    if (!("reason" in outcome) || !restsOnComposition(outcome.reason)) return false;
    return violations.some((one) => one.kind === "figure" && one.path.startsWith(`/outcomes/${index}/reason`));
  });
  const idle = violations.some((one) => one.kind === "rule" && one.rule === "no-idle-seat");
  if (idle || unproven) return foundOnAll("violated", "deferrals", waiting);
  if (!casefile.profile.rules.includes("no-idle-seat")) {
    return { standing: "not-measured", measured: { subject: "deferrals", checked: 0, of: waiting } };
  }
  return foundOnAll("holds", "deferrals", waiting);
};
