import { z } from "zod";
import { objectiveSchema } from "../../engine/input/policy-schema.ts";
import type { Comparison } from "../../engine/simulate/comparison/compare-results.ts";

const MOST_RUNS = 8;

/** The body of `POST /v1/comparisons`: the first run is the one the others are compared with. */
export const comparisonRequestSchema = z.strictObject({ runs: z.array(z.uuid()).min(2).max(MOST_RUNS) });

const figure = z.union([z.number(), z.array(z.number()).readonly()]);
const names = z.array(z.string()).readonly();
const side = z.strictObject({ value: figure, quality: z.enum(["proven-optimal", "feasible"]) }).nullable();

const list = z.strictObject({
  added: names,
  removed: names,
  changed: z.array(z.strictObject({ id: z.string(), fields: names })).readonly(),
});

const spot = z.strictObject({
  outcome: z.enum(["placed", "deferred", "reserve", "ineligible"]),
  promotion: z.string().nullable(),
  missions: names,
  rank: z.int().nullable(),
  delayDays: z.int().nullable(),
});

const cause = z.discriminatedUnion("code", [
  z.strictObject({ code: z.enum(["joined", "left", "pin", "equal"]) }),
  z.strictObject({ code: z.literal("own-data"), fields: names }),
  z.strictObject({
    code: z.enum(["mission", "host", "promotion"]),
    id: z.string(),
    change: z.enum(["added", "removed", "changed"]),
  }),
  z.strictObject({ code: z.literal("policy"), keys: names }),
  z.strictObject({ code: z.enum(["place-taken", "place-freed"]), mission: z.string(), by: names, count: z.int() }),
  z.strictObject({ code: z.enum(["seat-taken", "seat-freed"]), promotion: z.string(), by: names, count: z.int() }),
]);

const move = z.strictObject({
  candidate: z.string(),
  from: spot.nullable().describe("null: not in the first round"),
  to: spot.nullable().describe("null: not in the second round"),
  direction: z.enum(["gains", "loses", "mixed", "neither"]),
  because: z.array(cause).readonly(),
});

const comparison = z.strictObject({
  rounds: z.strictObject({
    hosts: list,
    missions: list,
    promotions: list,
    candidates: list,
    pins: names,
    policy: names,
    profile: z.boolean(),
    seed: z.boolean(),
  }),
  tiers: z
    .array(
      z.strictObject({
        objectives: z.array(objectiveSchema).readonly(),
        sense: z.enum(["minimise", "maximise"]),
        base: side,
        other: side,
        verdict: z.enum(["better", "worse", "equal", "not-comparable"]),
        difference: figure.nullable(),
      }),
    )
    .readonly(),
  indicators: z
    .array(z.strictObject({ name: z.string(), base: z.number(), other: z.number(), difference: z.number() }))
    .readonly(),
  moved: z.array(move).readonly(),
}) satisfies z.ZodType<Comparison>;

/** Runs side by side: each of the others against the first. */
export const comparisonSchema = z.strictObject({
  base: z.string().describe("Id of the first run"),
  others: z.array(comparison.extend({ run: z.string() })),
});
