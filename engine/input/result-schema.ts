import { z } from "zod";
import { GUARANTEE_IDS, type GuaranteeId, MEASURED_SUBJECTS } from "../domain/guarantee.ts";
import { ISSUE_CODES, type IssueCode } from "../domain/input-issue.ts";
import type { RuleId } from "../domain/policy.ts";
import type { BlockCode, GroundCode } from "../domain/reason.ts";
import { objectiveSchema, policySchema } from "./policy-schema.ts";

// `Object.keys` of a closed record gives its keys.
const issueCodes = Object.keys(ISSUE_CODES) as IssueCode[];
const text = z.string().max(1_000);
const whole = z.int();
const size = z.int().min(0);
const missions = z.array(text).min(1).max(2);
const figure = z.union([whole, z.array(whole)]);
const maybe = z.number().nullable();
const claimed = z.union([maybe, z.array(maybe)]);
const perLabel = <Value extends z.ZodType>(value: Value) => z.record(text, value);
const band = z.tuple([size, size]).readonly();
const quality = z.enum(["proven-optimal", "feasible"]);
const objectives = z.array(objectiveSchema).min(1);

const blockCodes = [
  "age",
  "approval",
  "languages",
  "needs",
  "not-before",
  "own-initiative",
  "promotion-zone",
  "working-time",
] as const satisfies readonly BlockCode[];
const blocked = z.strictObject({ missions, blocks: z.array(z.enum(blockCodes)) });
const nearest = z.strictObject({ date: text, promotions: z.array(text) });
const groundCodes = [
  "pin",
  "published",
  "places",
  "size",
  "rule",
  "quota",
  "lottery",
  "not-established",
  "cross-language",
  "cross-region",
  "deferral-cap",
  "delay",
  "low-skilled",
  "regional-balance",
  "representativeness",
  "reserve-priority",
  "wishes",
] as const satisfies readonly GroundCode[];
const placementRules = [
  "cross-region",
  "mission-capacity",
  "no-idle-seat",
  "pins",
  "promotion-size",
  "regional-balance",
  "representativeness",
] as const satisfies readonly RuleId[];
export const ground = {
  code: z.enum(groundCodes),
  article: text.exactOptional(),
  price: z.strictObject({ tier: text, by: whole, atMost: whole.exactOptional() }).exactOptional(),
  selection: z.enum(["only", "lottery"]).exactOptional(),
  draw: text.exactOptional(),
  seat: z.strictObject({ promotion: text, candidate: text, with: size, instead: size }).exactOptional(),
  rules: z.array(z.enum(placementRules)).exactOptional(),
};
/** A ground as written; what it means stands in `engine/domain/reason.ts`. */
export const groundSchema = z.strictObject(ground);
const reason = z.union([
  z.strictObject({ code: z.literal("no-fit"), blocked: z.array(blocked) }),
  z.strictObject({
    ...ground,
    nearest: nearest.exactOptional(),
    passed: z.array(z.strictObject({ ...ground, date: text })).exactOptional(),
  }),
]);
const served = {
  candidate: text,
  promotion: text,
  missions,
  rank: z.int().min(1),
  delayDays: size,
  reason: reason.nullable(),
};
/** One outcome as written. */
export const outcomeSchema = z.discriminatedUnion("outcome", [
  z.strictObject({ ...served, outcome: z.literal("placed") }),
  z.strictObject({ ...served, outcome: z.literal("deferred"), lastChance: z.boolean() }),
  z.strictObject({
    candidate: text,
    outcome: z.literal("reserve"),
    reason,
    offer: z.literal("priority-reserve-list"),
    lastChance: z.boolean(),
  }),
  z.strictObject({
    candidate: text,
    outcome: z.literal("ineligible"),
    issues: z.array(z.strictObject({ code: z.enum(["age", "once", "record"]), article: text })),
  }),
]);

const tier = z.strictObject({
  objectives,
  sense: z.enum(["minimise", "maximise"]),
  value: figure,
  bound: claimed,
  gap: claimed,
  quality,
});

const promotion = z.strictObject({
  id: text,
  size,
  placed: size,
  counts: perLabel(perLabel(size)),
  bands: perLabel(perLabel(band)),
  deviation: size,
  crossRegion: size,
});

const mission = z.strictObject({
  id: text,
  used: size,
  conditions: z.array(z.strictObject({ candidate: text, needs: z.array(text), languages: z.array(text) })),
  warnings: z.array(z.strictObject({ candidate: text, code: z.literal("record") })),
});

const indicators = z.strictObject({
  ranks: z.array(size),
  placed: size,
  deferred: size,
  reserve: size,
  ineligible: size,
  representativeness: z.number().min(0).max(1),
});

const distance = z.strictObject({
  totalVariation: maybe,
  chiSquared: z.strictObject({ statistic: z.number(), degrees: size, differs: z.boolean() }).nullable(),
});
const representation = z.strictObject({
  dimension: text,
  applicants: perLabel(size),
  served: perLabel(size),
  before: distance,
  after: distance,
  selection: distance,
});

const at = z.int().min(1);
const prices = perLabel(whole);
const boundPrices = z.strictObject({
  locks: z.array(z.strictObject({ tier: at, entry: at, price: whole })),
  missions: perLabel(prices),
  hosts: perLabel(prices),
  seats: prices,
  least: prices,
  elsewhere: prices,
  regions: prices,
  lowSkilled: whole,
  placements: whole,
});
const boundCertificate = z.strictObject({
  tier: at,
  entry: at,
  method: z.enum(["assignment", "compositions"]),
  bound: whole,
  prices: boundPrices,
  compositions: z
    .strictObject({
      candidates: prices,
      promotions: perLabel(z.array(z.strictObject({ from: at, until: at, categories: perLabel(prices), excess: whole }))),
    })
    .exactOptional(),
});
const reasonProof = z.strictObject({
  tier: at,
  entry: at,
  prices: boundPrices,
  with: z.array(z.strictObject({ candidate: text, date: text.nullable(), best: whole })),
});

const standing = z.enum(["holds", "violated", "not-measured"]);
const measurement = z.strictObject({
  subject: z.enum(MEASURED_SUBJECTS),
  checked: size,
  of: size.nullable(),
  longest: size.exactOptional(),
});
const perGuarantee = <Value>(value: Value) =>
  Object.fromEntries(GUARANTEE_IDS.map((id) => [id, value])) as Record<GuaranteeId, Value>;
const certificate = z.strictObject({
  engine: text,
  profile: text,
  policyHash: text,
  seed: text,
  solver: z.strictObject({ name: text, version: text }),
  limits: z.strictObject({ seconds: z.number(), steps: z.number(), threads: z.number() }),
  verified: z.boolean(),
  guarantees: z.strictObject(perGuarantee(standing)),
  measured: z.strictObject(perGuarantee(measurement)),
  bounds: z.array(boundCertificate),
  reasons: z.array(reasonProof).exactOptional(),
});

/** `result/1` as written; what its figures mean stands in `engine/domain/result.ts`. */
export const resultSchema = z.strictObject({
  schema: z.literal("result/1"),
  round: z.strictObject({ id: text, hash: text }),
  state: z.enum(["completed", "cancelled"]),
  quality,
  stoppedBy: z.enum(["proof", "steps", "time", "cancel", "error"]),
  outcomes: z.array(outcomeSchema),
  tiers: z.array(tier),
  promotions: z.array(promotion),
  regions: perLabel(z.strictObject({ placed: size, band, deviation: size })),
  missions: z.array(mission),
  indicators,
  representation: z.array(representation),
  issues: z.array(z.strictObject({ code: z.enum(issueCodes), params: perLabel(z.union([text, z.number()])) })),
  effectivePolicy: policySchema.required(),
  locks: z.array(z.strictObject({ objectives, found: figure, allowance: figure, limit: figure })),
  certificate,
});
