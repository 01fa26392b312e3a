import { z } from "zod";
import { day, id, label } from "../../engine/input/atoms.ts";
import { ground, resultSchema } from "../../engine/input/result-schema.ts";
import { placementsSchema } from "./verification.ts";

const AUDIENCES = ["candidate", "planner", "file"] as const;

/** Whom an explanation is for: `candidate` holds nobody else's data, `file` is the formal motivation (French or Dutch). */
export const explanationQuery = z.strictObject({ audience: z.enum(AUDIENCES).default("planner") });

/** What somebody could have had instead. */
const alternative = z.union([
  z.strictObject({ kind: z.enum(["first-choice", "nearest-date", "placed"]) }),
  z.strictObject({ kind: z.literal("date"), date: day }),
  z.strictObject({
    kind: z.literal("place"),
    promotion: id.exactOptional(),
    missions: z.array(id).min(1).max(2).exactOptional(),
  }),
]);

/** The body of a why-not. */
export const whyNotRequestSchema = z.strictObject({ alternative });
/** The body of `POST /v1/runs/{id}/recommendations`. */
export const recommendationsRequestSchema = z.strictObject({ candidate: id });

const answer = z.strictObject({
  alternative,
  answer: z.enum(["has-it", "impossible", "ground", "nothing"]),
  ground: z.strictObject(ground).nullable().describe("What stands in the way"),
  makeWay: z.array(z.string()).readonly().describe("Who would make way where the draw selected"),
});

const change = z.union([
  z.strictObject({ kind: z.literal("mission-place"), mission: z.string() }),
  z.strictObject({ kind: z.literal("promotion-seat"), promotion: z.string() }),
  z.strictObject({ kind: z.literal("tolerance"), tier: z.string() }),
  z.strictObject({ kind: z.literal("start-date"), date: z.string() }),
  z.strictObject({ kind: z.literal("choice"), mission: z.string() }),
]);

const place = z.strictObject({
  promotion: z.string(),
  missions: z.array(z.string()).readonly(),
  date: z.string(),
  rank: z.int(),
  standing: z.enum(["current", "free", "breaks", "unlawful", "not-established"]),
  tier: z.string().nullable().describe("The tier that breaks first"),
  by: z.number().nullable(),
  costs: z.array(z.strictObject({ tier: z.string(), entry: z.int(), now: z.number(), instead: z.number() })).readonly(),
});

const better = placementsSchema
  .nullable()
  .describe("A lawful placement better than the run's, met on the way: it should take its place");

const explanation = z.strictObject({
  candidate: z.string(),
  outcome: resultSchema.shape.outcomes.element,
  alternatives: z.array(answer).readonly(),
  changes: z.array(z.strictObject({ change, helps: z.boolean().nullable() })).readonly(),
  moreChanges: z.int().describe("Other dates and choices that were not tried"),
  places: z.array(place).readonly(),
  better,
});

const language = z.enum(["fr", "nl", "de", "en"]);
const lines = z.array(z.string()).readonly();

/** Everything that can be said about one candidate. */
export const explanationSchema = z.strictObject({
  language,
  audience: z.enum(AUDIENCES),
  text: lines.describe("Line by line"),
  explanation: explanation.nullable().describe("null for the candidate: it names others"),
});

/** Why somebody does not have an alternative. */
export const whyNotSchema = z.strictObject({ language, text: lines, answer, better });

/** The places of one candidate, least cost first. */
export const recommendationsSchema = z.strictObject({ candidate: z.string(), places: z.array(place).readonly() });

/** The body of `POST /v1/runs/{id}/why-band`. */
export const whyBandRequestSchema = z.strictObject({ promotion: id, dimension: label, category: label });

const conflictPart = z.union([
  z.strictObject({
    kind: z.literal("rule"),
    rule: z.string(),
    article: z.string(),
    subject: z.record(z.string(), z.string()),
  }),
  z.strictObject({
    kind: z.literal("aim"),
    tier: z.string(),
    entry: z.int(),
    limit: z.number().describe("The worst value that its lock permits"),
  }),
]);

/** Why a promotion lies outside a band. */
export const whyBandSchema = z.strictObject({
  language,
  text: lines,
  answer: z.strictObject({
    band: whyBandRequestSchema,
    size: z.int().describe("People in the promotion, members included"),
    persons: z.int().describe("Those of the category"),
    from: z.int().describe("Least number in the band at this size"),
    until: z.int(),
    possible: z.int().describe("Candidates of the category for whom some place there is possible"),
    answer: z.enum(["kept", "not-held", "impossible", "price", "not-established"]),
    conflict: z
      .strictObject({ parts: z.array(conflictPart).readonly(), minimal: z.boolean() })
      .nullable()
      .describe("Where it is impossible: what cannot be kept together with the band"),
    price: z
      .strictObject({ now: z.int(), atLeast: z.int().nullable(), found: z.int() })
      .nullable()
      .describe("Persons outside all bands together: as placed, and with this band kept"),
    better,
  }),
});
