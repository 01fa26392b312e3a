import type { ObjectiveId, Policy } from "../domain/policy.ts";

/** The policy key an objective lives on: where it is `null` the objective is off. */
export const KEY_OF_OBJECTIVE = {
  changes: null,
  "deferral-cap": "deferral",
  "reserve-priority": null,
  placed: null,
  "regional-balance": "regionalBalance",
  "worst-promotion": "representativeness",
  representativeness: "representativeness",
  "low-skilled": "lowSkilled",
  "cross-region": "crossRegion",
  delay: null,
  wishes: null,
  "cross-language": null,
  lottery: null,
} as const satisfies Record<ObjectiveId, keyof Policy | null>;

/** Whether the part of the policy an objective lives on is switched on. */
export function isOn(policy: Policy): (objective: ObjectiveId) => boolean {
  return (objective) => {
    const key = KEY_OF_OBJECTIVE[objective];
    return key === null || policy[key] !== null;
  };
}
