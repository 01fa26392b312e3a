import { z } from "zod";
import { id, MAX_ENTRIES } from "../../engine/input/atoms.ts";
import { objectiveSchema } from "../../engine/input/policy-schema.ts";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";

/** Placements as anybody may have made them. */
export const placementsSchema = z
  .array(z.strictObject({ candidate: id, promotion: id, missions: z.array(id).min(1).max(2) }))
  .max(MAX_ENTRIES);

/** The body of a verification, for the documentation: the solver process reads its parts one by one. */
export const verificationRequestSchema = z.union([
  z.strictObject({ round: roundSchema, result: resultSchema }),
  z.strictObject({ round: roundSchema, placements: placementsSchema }),
]);

const violation = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("rule"),
    rule: z.string(),
    subjects: z.record(z.string(), z.string()),
    detail: z.string(),
  }),
  z.strictObject({
    kind: z.literal("figure"),
    path: z.string().describe("JSON Pointer into the result"),
    reported: z.unknown().optional(),
    recomputed: z.unknown().optional(),
  }),
]);

/** What the verifier says of a result or of placements. */
export const verificationSchema = z.strictObject({
  round: z.strictObject({ id: z.string(), hash: z.string() }),
  lawful: z.boolean().describe("No rule of the profile is broken"),
  figuresEqual: z
    .boolean()
    .nullable()
    .describe("Every figure of the result is what the round and the placements give; null where only placements were sent"),
  violations: z.array(violation).readonly(),
  tiers: z
    .array(
      z.strictObject({
        objectives: z.array(objectiveSchema).readonly(),
        sense: z.enum(["minimise", "maximise"]),
        value: z.union([z.int(), z.array(z.int()).readonly()]),
      }),
    )
    .describe("The value of every tier of the round's effective policy, recomputed"),
});

export type Verification = z.infer<typeof verificationSchema>;
