import { z } from "zod";
import { objectiveSchema, policySchema } from "../../engine/input/policy-schema.ts";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { runSchema } from "./run.ts";

/** Rounds solved for one curve. */
const FEWEST_POINTS = 3;
const MOST_POINTS = 50;
const USUAL_POINTS = 9;

/** The body of `POST /v1/trade-offs`. */
export const tradeOffRequestSchema = z.strictObject({
  runId: z.uuid().describe("A solved run: its round and policy are the ones the curve is of"),
  give: objectiveSchema.describe("The tier that may lose"),
  gain: objectiveSchema.describe("A later tier, which gains"),
  points: z.int().min(FEWEST_POINTS).max(MOST_POINTS).default(USUAL_POINTS).describe("Rounds solved at most"),
  limits: roundSchema.shape.limits
    .unwrap()
    .unwrap()
    .optional()
    .describe("Seconds of the whole curve; steps and threads of each point"),
});

/** What is kept of it with the run. */
export type TradeOffOptions = Omit<z.infer<typeof tradeOffRequestSchema>, "runId">;

const figure = z.union([z.number(), z.array(z.number()).readonly()]);
const sense = z.enum(["minimise", "maximise"]);
const [tier, indicators] = [resultSchema.shape.tiers.element, resultSchema.shape.indicators];

const point = z.strictObject({
  allowance: z.int().describe("Units of the tier that gives; each entry of a list may lose so much"),
  give: figure,
  gain: figure,
  proven: z.boolean().describe("No lawful placement gains more for this allowance"),
  tiers: z.array(tier.pick({ objectives: true, sense: true, value: true, bound: true, quality: true })).readonly(),
  indicators,
  patch: z
    .strictObject({ kind: z.literal("policy-changed"), set: z.strictObject({ tiers: policySchema.shape.tiers.unwrap() }) })
    .describe("Makes a scenario of this point"),
});

/** The exact points of a trade-off curve between two tiers. */
const curveSchema = z.strictObject({
  give: objectiveSchema,
  gain: objectiveSchema,
  senses: z.strictObject({ give: sense, gain: sense }),
  points: z.array(point).readonly(),
  complete: z.boolean().describe("Every step of the curve is there, each at the smallest allowance that gives it"),
  solved: z.int(),
  endedBy: z.string().nullable(),
});

/** A curve with the run that makes it; `null` while it is on its way, and where it came to nothing. */
export const tradeOffSchema = z.strictObject({ run: runSchema, curve: curveSchema.nullable() });
