import { z } from "zod";
import { attributes, code, codes, count, day, hours, id, MAX_ENTRIES, MAX_SMALL_LIST, municipalityCodes, seed } from "./atoms.ts";
import { policySchema } from "./policy-schema.ts";

/** Belgian: a NIS code. Elsewhere: Region and language area. */
const placeFields = {
  municipality: code.nullish(),
  region: code.nullish(),
  languageArea: code.nullish(),
};

const window = z.strictObject({ from: day, until: day });

/** Host organisation as given (Art. 8). */
export const hostSchema = z.strictObject({
  id,
  ...placeFields,
  places: count.nullish(),
  approvedFrom: day.nullish(),
  approvedUntil: day.nullish(),
  unavailable: z.array(window).max(MAX_SMALL_LIST).nullish(),
  offers: codes.nullish(),
});

/** Mission as given; its place defaults to the host's. */
export const missionSchema = z.strictObject({
  id,
  host: id,
  places: count,
  ...placeFields,
  from: day.nullish(),
  until: day.nullish(),
  occupied: z
    .array(z.strictObject({ from: day, until: day, places: count }))
    .max(MAX_SMALL_LIST)
    .nullish(),
  hoursPerWeek: hours.nullish(),
  hoursPerDay: hours.nullish(),
  domain: code.nullish(),
  languages: codes.nullish(),
  offers: codes.nullish(),
  reservedFor: id.nullish(),
});

const pair = z
  .array(id)
  .length(2, "A pair names two missions")
  .refine(([first, second]) => first === undefined || first !== second, "A pair names two different missions");
const missionOrPair = z
  .array(id)
  .min(1)
  .max(2)
  .refine(([first, second]) => first === undefined || first !== second, "A pair names two different missions");

/** Citizen of an earlier round, as given. */
const memberSchema = z.strictObject({
  candidate: id,
  missions: z.array(id).max(2).nullish(),
  region: code.nullish(),
  missionRegion: code.nullish(),
  attributes: attributes.nullish(),
});

/** Promotion as given (Art. 23). */
export const promotionSchema = z.strictObject({
  id,
  zone: z
    .strictObject({
      municipalities: municipalityCodes.nullish(),
      provinces: codes.nullish(),
      regions: codes.nullish(),
      languageAreas: codes.nullish(),
    })
    .nullish(),
  start: day,
  end: day,
  minSize: count.nullish(),
  maxSize: count,
  keepFree: count.nullish(),
  mustHold: z.boolean().nullish(),
  members: z.array(memberSchema).max(10_000).nullish(),
});

/** Candidate as given (Art. 10-12). */
export const candidateSchema = z.strictObject({
  id,
  birthDate: day.nullish(),
  ...placeFields,
  languages: codes.nullish(),
  chosenStart: day.nullish(),
  earliest: day.nullish(),
  latest: day.nullish(),
  choices: z.array(z.union([id, pair, z.strictObject({ missions: pair, travelHours: hours.nullish() })])).max(MAX_SMALL_LIST),
  attributes: attributes.nullish(),
  needs: codes.nullish(),
  record: z.enum(["clear", "excluded", "exception-granted"]).nullish(),
  served: z.boolean().nullish(),
  reserveSince: day.nullish(),
  deferrals: count.nullish(),
});

/** A planner's decision: place, keep on the reserve list, or forbid. */
export const pinSchema = z.union([
  z.strictObject({ candidate: id, promotion: id, missions: missionOrPair.nullish() }),
  z.strictObject({ candidate: id, outcome: z.literal("reserve") }),
  z.strictObject({
    candidate: id,
    not: z
      .strictObject({ promotion: id.nullish(), missions: missionOrPair.nullish() })
      .refine((named) => (named.promotion ?? named.missions ?? null) !== null, "Name a promotion, missions, or both"),
  }),
]);

/** A placement already made known, which a repair stays close to. */
export const publishedSchema = z.strictObject({ candidate: id, promotion: id, missions: missionOrPair });

const limits = z.strictObject({
  seconds: z.number().positive().max(604_800).nullish(),
  threads: z.int().min(1).max(1_024).nullish(),
  steps: z.int().min(1).nullish(),
});

/**
 * The contract `round/1`: what a round file may hold, before any rule of the law is looked at. No field is changed or filled in
 * on reading, so that a checked round is hashed as it was given.
 */
export const roundSchema = z.strictObject({
  schema: z.literal("round/1"),
  id,
  profile: code,
  hosts: z.array(hostSchema).max(MAX_ENTRIES),
  missions: z.array(missionSchema).max(MAX_ENTRIES),
  promotions: z.array(promotionSchema).max(MAX_ENTRIES),
  candidates: z.array(candidateSchema).max(MAX_ENTRIES),
  pins: z.array(pinSchema).max(MAX_ENTRIES).nullish(),
  published: z.array(publishedSchema).max(MAX_ENTRIES).nullish(),
  policy: policySchema.nullish(),
  seed: seed.nullish(),
  limits: limits.nullish(),
});

export type RoundJson = z.infer<typeof roundSchema>;
export type HostJson = z.infer<typeof hostSchema>;
export type MissionJson = z.infer<typeof missionSchema>;
export type MemberJson = z.infer<typeof memberSchema>;
export type PromotionJson = z.infer<typeof promotionSchema>;
export type CandidateJson = z.infer<typeof candidateSchema>;
export type ChoiceJson = CandidateJson["choices"][number];
export type PinJson = z.infer<typeof pinSchema>;
export type PublishedJson = z.infer<typeof publishedSchema>;
