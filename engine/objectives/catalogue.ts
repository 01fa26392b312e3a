import type { ObjectiveId } from "../domain/policy.ts";
import { changes } from "./changes.ts";
import { crossLanguage } from "./cross-language.ts";
import { crossRegion } from "./cross-region.ts";
import { deferralCap } from "./deferral-cap.ts";
import { delay } from "./delay.ts";
import { lottery } from "./lottery.ts";
import { lowSkilled } from "./low-skilled.ts";
import type { Objective } from "./objective.ts";
import { placed } from "./placed.ts";
import { regionalBalance } from "./regional-balance.ts";
import { representativeness } from "./representativeness.ts";
import { reservePriority } from "./reserve-priority.ts";
import { wishes } from "./wishes.ts";
import { worstPromotion } from "./worst-promotion.ts";

/** Every objective by id. */
export const OBJECTIVES: Readonly<Record<ObjectiveId, Objective>> = {
  changes,
  "cross-language": crossLanguage,
  "cross-region": crossRegion,
  "deferral-cap": deferralCap,
  delay,
  lottery,
  "low-skilled": lowSkilled,
  placed,
  "regional-balance": regionalBalance,
  representativeness,
  "reserve-priority": reservePriority,
  wishes,
  "worst-promotion": worstPromotion,
};
