import { compare } from "../figures/compare.ts";
import { deferralCap } from "../objectives/deferral-cap.ts";
import { type Examined, foundOnAll, type Guarantee } from "./guarantee.ts";

/** Whether the tier `deferral-cap` counts exactly those deferred beyond a cap, or nobody is where no tier counts them. */
function countsBeyondCaps({ casefile, result, values }: Examined): boolean {
  const { policy } = casefile.round;
  if (policy.deferral === null) return true;
  const index = policy.tiers.findIndex(({ objectives }) => objectives.includes("deferral-cap"));
  if (index < 0) return deferralCap.value(casefile) === 0;
  return compare("", result.tiers[index]?.value, values[index]).length === 0;
}

/** G11: the caps on deferrals are kept, or the tier `deferral-cap` counts who is beyond them. */
export const capsCounted: Guarantee = (examined) => {
  const deferred = examined.result.outcomes.filter(({ outcome }) => outcome === "deferred").length;
  return foundOnAll(countsBeyondCaps(examined) ? "holds" : "violated", "deferrals", deferred);
};
