import { z } from "zod";
import { resultSchema } from "../../engine/input/result-schema.ts";

/** The body of `POST /v1/plans`. */
export const planRequestSchema = z.strictObject({ runId: z.uuid().describe("The solved run a decision is to be made of") });

const decision = z.strictObject({
  by: z.string().trim().min(2).max(200).describe("Name and function of the person who decides"),
  reason: z.string().trim().min(10).max(2_000),
});

/** The body of `POST /v1/plans/{id}/publish`. */
export const publicationSchema = z.strictObject({
  decision,
  dataRoundId: z
    .uuid()
    .describe("The stored round that holds today's data, against which every person is checked; at most a day old"),
});

/** A plan; what it holds is at `/bundle`. */
export const planSchema = z.strictObject({
  id: z.string(),
  runId: z.string(),
  roundId: z.string(),
  name: z.string().describe("The round's own id"),
  createdAt: z.iso.datetime(),
  createdBy: z.string().describe("Id of the key"),
  state: z.enum(["draft", "published"]).describe("What is published never changes"),
  summary: z.strictObject({
    roundHash: z.string(),
    quality: z.enum(["proven-optimal", "feasible"]),
    indicators: resultSchema.shape.indicators,
  }),
  head: z.string().describe("Last link of the chain of the plan's bundle: `npm run verify` says which one a file ends in"),
  publishedAt: z.iso.datetime().nullable(),
  publishedBy: z.string().nullable().describe("Id of the key"),
  decision: decision.nullable().describe("The human decision; null in a draft, and once retention has erased it"),
  dataRoundId: z.string().nullable(),
  erasedAt: z.iso.datetime().nullable().describe("When retention erased what the plan holds"),
});

export type Plan = z.infer<typeof planSchema>;
