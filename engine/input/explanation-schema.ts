import { z } from "zod";
import { groundSchema, outcomeSchema } from "./result-schema.ts";

const text = z.string().max(1_000);
const missions = z.array(text).min(1).max(2);

/** What somebody could have had instead; what the kinds mean stands in `engine/domain/explanation.ts`. */
const alternativeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("first-choice") }),
  z.strictObject({ kind: z.literal("nearest-date") }),
  z.strictObject({ kind: z.literal("placed") }),
  z.strictObject({ kind: z.literal("date"), date: text }),
  z.strictObject({ kind: z.literal("place"), promotion: text.exactOptional(), missions: missions.exactOptional() }),
]);

/** The answer about one alternative. */
export const alternativeAnswerSchema = z.strictObject({
  alternative: alternativeSchema,
  answer: z.enum(["has-it", "impossible", "ground", "nothing"]),
  ground: groundSchema.nullable(),
  makeWay: z.array(text),
});

const change = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("mission-place"), mission: text }),
  z.strictObject({ kind: z.literal("promotion-seat"), promotion: text }),
  z.strictObject({ kind: z.literal("tolerance"), tier: text }),
  z.strictObject({ kind: z.literal("start-date"), date: text }),
  z.strictObject({ kind: z.literal("choice"), mission: text }),
]);

/** A change of the fixed menu and whether it helps. */
const changeAnswerSchema = z.strictObject({ change, helps: z.boolean().nullable() });

/** A place and what it would cost. */
const placeOptionSchema = z.strictObject({
  promotion: text,
  missions,
  date: text,
  rank: z.int().min(1),
  standing: z.enum(["current", "free", "breaks", "unlawful", "not-established"]),
  tier: text.nullable(),
  by: z.int().nullable(),
  costs: z.array(z.strictObject({ tier: text, entry: z.int().min(1), now: z.int(), instead: z.int() })),
});

/** An explanation as `explainCandidate` gives it. */
export const explanationSchema = z.strictObject({
  candidate: text,
  outcome: outcomeSchema,
  alternatives: z.array(alternativeAnswerSchema),
  changes: z.array(changeAnswerSchema),
  moreChanges: z.int().min(0),
  places: z.array(placeOptionSchema),
  better: z.array(z.strictObject({ candidate: text, promotion: text, missions })).nullable(),
});
