import { z } from "zod";
import { seed } from "../../engine/input/atoms.ts";
import { objectiveSchema, policySchema } from "../../engine/input/policy-schema.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";

const storedId = z.uuid();

/** What a run may ask for besides its round. */
const runOptions = {
  policy: policySchema.optional().describe("In place of the round's policy, as a whole"),
  seed: seed.optional(),
  limits: roundSchema.shape.limits.unwrap().unwrap().optional(),
  earlierRunId: storedId.optional().describe("A solved run of a similar round, to start from"),
  effort: z
    .enum(["quick", "full"])
    .optional()
    .describe(
      "Of a run with `earlierRunId`: `quick` wins back what the change has cost by moves alone, about a second for a year of 1,000, verified as ever, and leaves proofs and reasons open; `full`, the default, searches as without one",
    ),
};

/** A run of a stored round. */
export const runOfStoredRound = z.strictObject({ roundId: storedId, ...runOptions });
/** A run of a round that is sent along, and stored. */
const runOfInlineRound = z.strictObject({ round: roundSchema, ...runOptions });

/** The body of `POST /v1/runs`. */
export const runRequestSchema = z.union([runOfStoredRound, runOfInlineRound]);

/** What is kept of it with the run. */
export type RunOptions = Omit<z.infer<typeof runOfStoredRound>, "roundId">;

const RUN_STATES = ["queued", "solving", "completed", "infeasible", "cancelled", "failed"] as const;
export const runStateSchema = z.enum(RUN_STATES);

/** A moment of a solve; values in the tier's own unit. */
const runProgressSchema = z.strictObject({
  seconds: z.number(),
  tier: z.int().describe("From 1"),
  entry: z.int().describe("Within a tier whose value is a list; from 1"),
  objectives: z.array(objectiveSchema).readonly(),
  sense: z.enum(["minimise", "maximise"]),
  incumbent: z.number().nullable(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
});

/** Where a run is and what came of it; its result is at `/result`. */
export const runSchema = z.strictObject({
  id: z.string(),
  roundId: z.string(),
  task: z.string(),
  state: runStateSchema,
  quality: z.enum(["proven-optimal", "feasible", "none"]),
  stoppedBy: z.enum(["proof", "steps", "time", "cancel", "error"]).nullable(),
  createdAt: z.iso.datetime(),
  createdBy: z.string(),
  startedAt: z.iso.datetime().nullable(),
  endedAt: z.iso.datetime().nullable(),
  attempt: z.int().describe("0 while it was never started; more than 1 where a solver process or a worker was lost"),
  cancelRequested: z.boolean(),
  progress: runProgressSchema.nullable().describe("The last moment told"),
  summary: z.unknown().nullable().describe("Headline figures of a solved run: tiers and indicators as in the result"),
  problem: z.record(z.string(), z.unknown()).nullable().describe("Why there is no result, as in a problem document"),
  request: z.record(z.string(), z.unknown()).describe("What was asked besides the round"),
});

export type Run = z.infer<typeof runSchema>;
