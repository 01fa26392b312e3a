import { z } from "zod";
import type { ObjectiveId } from "../domain/policy.ts";
import { code, count, label, perLabel, share } from "./atoms.ts";
import { KEY_OF_OBJECTIVE } from "./objective-key.ts";

const mode = z.enum(["soft", "hard"]);

const regionalBalance = z.strictObject({
  targets: perLabel(share),
  tolerance: share,
  mode,
  count: z.enum(["round", "in-service"]).optional(),
});

const dimension = z.union([
  z.strictObject({ dimension: label, targets: perLabel(share), tolerance: share, mode }),
  z.strictObject({ dimension: label, quotas: perLabel(z.strictObject({ min: count, max: count })), mode }),
]);

// `Object.keys` of a closed record gives its keys.
export const objectiveSchema = z.enum(Object.keys(KEY_OF_OBJECTIVE) as ObjectiveId[]);

const tier = z.strictObject({
  objectives: z.array(objectiveSchema).min(1).max(20),
  weights: z.array(z.int().min(1).max(1_000_000)).max(20).optional(),
  allowance: z.union([z.strictObject({ absolute: count }), z.strictObject({ relative: share })]).optional(),
});

/** The keys of `policy` as given: each replaces the profile's whole, and `null` switches off what can be. */
export const policySchema = z.strictObject({
  regionalBalance: regionalBalance.nullable().optional(),
  representativeness: z.array(dimension).max(50).nullable().optional(),
  crossRegion: z.strictObject({ minimum: count, mode }).nullable().optional(),
  lowSkilled: z.strictObject({ dimension: label, category: code, minimum: share }).nullable().optional(),
  deferral: z.strictObject({ maxCount: count.nullable(), maxDays: count.nullable() }).nullable().optional(),
  needs: z.enum(["impose", "forbid"]).optional(),
  languages: z.enum(["impose", "forbid"]).optional(),
  ageLimit: z.enum(["until-26th-birthday", "until-25th-birthday"]).optional(),
  approvalCover: z.enum(["whole-service", "start"]).optional(),
  choices: z.enum(["up-to-three", "exactly-three", "any-number"]).optional(),
  wishes: z.enum(["generous", "greedy", "sum"]).optional(),
  deferralGround: z.enum(["replacement", "composition"]).optional(),
  tiers: z.array(tier).max(50).optional(),
});

export type PolicyJson = z.infer<typeof policySchema>;
export type TierJson = z.infer<typeof tier>;
