import { z } from "zod";
import { count, day, id, seed } from "./atoms.ts";
import { type PolicyJson, policySchema } from "./policy-schema.ts";
import {
  candidateSchema,
  hostSchema,
  missionSchema,
  pinSchema,
  promotionSchema,
  publishedSchema,
  roundSchema,
} from "./round-schema.ts";

/** Most patches of one scenario. */
export const MAX_PATCHES = 1_000;

const changedCandidate = candidateSchema
  .omit({ id: true })
  .partial()
  .refine((set) => Object.keys(set).length > 0, "Name at least one field to change");

// The keys of the policy schema are those of the policy.
const policyKey = z.enum(Object.keys(policySchema.shape) as (keyof PolicyJson)[]);

/**
 * One change of a round, out of a closed list. Withdrawals keep everybody's ranked choices as they were made: what is withdrawn takes
 * nobody any more, and a second choice stays a second choice. `from`: the first day without it; left out: before the round's first start.
 */
const patchSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("host-added"), host: hostSchema }),
  z.strictObject({ kind: z.literal("host-places"), host: id, places: count.nullable() }),
  z.strictObject({ kind: z.literal("host-unavailable"), host: id, from: day, until: day }),
  z.strictObject({ kind: z.literal("host-withdrawn"), host: id, from: day.optional() }),
  z.strictObject({ kind: z.literal("mission-added"), mission: missionSchema }),
  z.strictObject({ kind: z.literal("mission-places"), mission: id, places: count }),
  z.strictObject({ kind: z.literal("mission-withdrawn"), mission: id, from: day.optional() }),
  z.strictObject({ kind: z.literal("promotion-added"), promotion: promotionSchema }),
  z.strictObject({ kind: z.literal("promotion-moved"), promotion: id, start: day, end: day.optional() }),
  z.strictObject({
    kind: z.literal("promotion-size"),
    promotion: id,
    minSize: count.optional(),
    maxSize: count.optional(),
    keepFree: count.optional(),
    mustHold: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal("promotion-zone"), promotion: id, zone: promotionSchema.shape.zone.unwrap().unwrap() }),
  z.strictObject({ kind: z.literal("promotion-withdrawn"), promotion: id }),
  z.strictObject({ kind: z.literal("candidate-added"), candidate: candidateSchema }),
  z.strictObject({ kind: z.literal("candidate-changed"), candidate: id, set: changedCandidate }),
  z.strictObject({ kind: z.literal("candidate-withdrawn"), candidate: id }),
  z.strictObject({ kind: z.literal("pinned"), pin: pinSchema }),
  z.strictObject({ kind: z.literal("unpinned"), candidate: id, pin: pinSchema.optional() }),
  z.strictObject({ kind: z.literal("published"), published: z.array(publishedSchema).max(200_000) }),
  z.strictObject({
    kind: z.literal("policy-changed"),
    set: policySchema.optional(),
    reset: z.array(policyKey).max(50).optional(),
  }),
  z.strictObject({ kind: z.literal("profile-changed"), profile: roundSchema.shape.profile }),
  z.strictObject({ kind: z.literal("seed-changed"), seed }),
]);

/** The patches of a scenario, applied in their order. */
export const patchesSchema = z.array(patchSchema).min(1).max(MAX_PATCHES);

export type Patch = z.infer<typeof patchSchema>;
export type PatchKind = Patch["kind"];
