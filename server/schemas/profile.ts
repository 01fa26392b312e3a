import { z } from "zod";
import { policySchema } from "../../engine/input/policy-schema.ts";

const citation = z.strictObject({ article: z.string(), fr: z.string(), nl: z.string() });

const reading = z.strictObject({
  setting: z.string(),
  article: z.string(),
  default: z.string(),
  alternatives: z.array(z.string()).readonly(),
  fr: z.string().optional(),
  nl: z.string().optional(),
  note: z.string(),
});

/** A profile as a client sees it; what its parts mean stands in `engine/profiles/profile.ts`. */
export const profileSchema = z.strictObject({
  id: z.string(),
  status: z.string(),
  source: z.string(),
  rules: z.array(z.string()).readonly(),
  requires: z.strictObject({ birthDate: z.boolean(), residence: z.boolean(), chosenStart: z.boolean() }),
  defaults: policySchema,
  citations: z.record(z.string(), citation),
  readings: z.array(reading).readonly(),
});
