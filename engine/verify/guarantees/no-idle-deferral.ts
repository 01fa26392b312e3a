import { foundOnAll, type Guarantee } from "./guarantee.ts";

/**
 * G5, Art. 23 §3: nobody waits while a seat on the nearest date is idle (`deferralGround: replacement`), and no deferral is called one under
 * Art. 23 §3 without its proof.
 */
export const noIdleDeferral: Guarantee = ({ casefile, result, violations }) => {
  const waiting = result.outcomes.filter(({ outcome }) => outcome === "deferred" || outcome === "reserve").length;
  const idle = violations.some((violation) => violation.kind === "rule" && violation.rule === "no-idle-seat");
  if (idle) return foundOnAll("violated", "deferrals", waiting);
  if (!casefile.profile.rules.includes("no-idle-seat")) {
    return { standing: "not-measured", measured: { subject: "deferrals", checked: 0, of: waiting } };
  }
  return foundOnAll("holds", "deferrals", waiting);
};
