import { z } from "zod";
import type { Policy } from "../../engine/domain/policy.ts";
import { resultSchema } from "../../engine/input/result-schema.ts";

const issues = z.array(z.strictObject({ code: z.string(), article: z.string() })).readonly();

const excluded = z.strictObject({ candidate: z.string(), issues });

const misfit = z.strictObject({
  candidate: z.string(),
  blocked: z
    .array(z.strictObject({ missions: z.array(z.string()).readonly(), blocks: z.array(z.string()).readonly() }))
    .readonly(),
});

const demand = {
  first: z.int().describe("Eligible candidates whose first choice is here"),
  candidates: z.int().describe("Eligible candidates with a choice here that fits"),
};

const mission = z.strictObject({
  id: z.string(),
  host: z.string(),
  region: z.string(),
  province: z.string().nullable(),
  places: z.int(),
  ...demand,
});

const zone = z.strictObject({
  promotions: z.array(z.string()).readonly(),
  zone: z.strictObject({
    municipalities: z.array(z.string()).readonly(),
    provinces: z.array(z.string()).readonly(),
    regions: z.array(z.string()).readonly(),
    languageAreas: z.array(z.string()).readonly(),
  }),
  seats: z.int().describe("Seats that this round can fill"),
  ...demand,
});

const region = z.strictObject({ region: z.string(), places: z.int(), ...demand });

const promotion = z.strictObject({
  id: z.string(),
  start: z.string(),
  seats: z.int(),
  needed: z.int().describe("Placements needed if there is any"),
  members: z.int(),
  candidates: z.int().describe("Eligible candidates who could serve in it"),
  nearest: z.int().describe("Of those, whose nearest date it is"),
});

const unreachable = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("category"),
    promotion: z.string(),
    dimension: z.string(),
    category: z.string(),
    atMost: z.int().describe("Persons of this category there can be"),
    wanted: z.int().describe("Fewest persons the band asks for at the smallest size"),
  }),
  z.strictObject({ kind: z.literal("too-few"), promotion: z.string(), candidates: z.int(), needed: z.int() }),
  z.strictObject({ kind: z.literal("region"), region: z.string(), atMost: z.int(), wanted: z.int(), placements: z.int() }),
  z.strictObject({ kind: z.literal("low-skilled"), atMost: z.int(), wanted: z.int(), placements: z.int() }),
  z.strictObject({ kind: z.literal("cross-region"), promotion: z.string(), atMost: z.int(), wanted: z.int() }),
]);

/** What can be said of a round before it is solved. */
export const overviewSchema = z.strictObject({
  round: z.strictObject({ id: z.string(), hash: z.string() }),
  candidates: z.strictObject({
    total: z.int(),
    eligible: z.int(),
    ineligible: z.array(excluded).readonly(),
    noFit: z.array(misfit).readonly().describe("Eligible candidates of whom no choice fits any promotion"),
  }),
  seats: z.int(),
  places: z.int(),
  atMostPlaced: z.int().describe("No placement can place more: the fewest of candidates with a choice that fits and seats"),
  applicants: z
    .record(z.string(), z.record(z.string(), z.int()))
    .describe("Eligible candidates per dimension of the policy and category"),
  missions: z.array(mission).readonly(),
  zones: z.array(zone).readonly(),
  regions: z.array(region).readonly(),
  promotions: z.array(promotion).readonly(),
  unreachable: z
    .array(unreachable)
    .readonly()
    .describe(
      "Targets that no placement meets, by counting alone; those for Regions and the low-skilled if `placements` are placed",
    ),
  effectivePolicy: resultSchema.shape.effectivePolicy,
});

export type Overview = Omit<z.infer<typeof overviewSchema>, "effectivePolicy"> & { readonly effectivePolicy: Policy };
export type Unreachable = z.infer<typeof unreachable>;
