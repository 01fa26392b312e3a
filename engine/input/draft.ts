import type { z } from "zod";
import { type InputIssue, inputIssue } from "../domain/input-issue.ts";
import type { Policy } from "../domain/policy.ts";
import { PROFILES } from "../profiles/catalogue.ts";
import type { Profile } from "../profiles/profile.ts";
import { rankedChoices } from "../profiles/ranked-choices.ts";
import { MAX_ENTRIES } from "./atoms.ts";
import { effectivePolicy } from "./effective-policy.ts";
import { pointer } from "./json-pointer.ts";
import { type PolicyJson, policySchema } from "./policy-schema.ts";
import {
  type CandidateJson,
  candidateSchema,
  type HostJson,
  hostSchema,
  type MissionJson,
  missionSchema,
  type PinJson,
  type PromotionJson,
  type PublishedJson,
  pinSchema,
  promotionSchema,
  publishedSchema,
  roundSchema,
} from "./round-schema.ts";
import { schemaIssues, unknownFields } from "./schema-issues.ts";

/** One entry of a list, with its place in the round as given. */
export interface Entry<Value> {
  readonly value: Value;
  readonly path: string;
}

export type Named = "host" | "mission" | "promotion" | "candidate";

/**
 * What could be read of a round: the entries that follow the schema, whatever is wrong with the others, so that one reading
 * reports everything.
 */
export interface Draft {
  readonly hosts: readonly Entry<HostJson>[];
  readonly missions: readonly Entry<MissionJson>[];
  readonly promotions: readonly Entry<PromotionJson>[];
  readonly candidates: readonly Entry<CandidateJson>[];
  readonly pins: readonly Entry<PinJson>[];
  readonly published: readonly Entry<PublishedJson>[];
  /**
   * Ids of all entries, read or not, with their places: a reference to an entry that is wrong otherwise is no second issue.
   * `null` where the list itself could not be read.
   */
  readonly ids: Readonly<Record<Named, readonly Entry<string>[] | null>>;
  /** The keys of `policy` as given; none where one of them could not be read. */
  readonly given: PolicyJson;
  /** The one that asks the least where the round names none we know. */
  readonly profile: Profile;
  /** `null` where the profile or a part of the policy could not be read: what rests on it is not checked then. */
  readonly policy: Policy | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** Reads every part of a round on its own. */
export function readDraft(value: unknown): { draft: Draft; issues: InputIssue[] } {
  const issues: InputIssue[] = [];
  const round = isObject(value) ? value : {};
  if (!isObject(value)) issues.push(inputIssue("value-invalid", "", { detail: "A round is a JSON object" }));
  reportUnknown(round, roundSchema.shape, "", issues);

  const { schema, id, profile: profileName, seed, limits } = roundSchema.shape;
  for (const [key, field] of Object.entries({ schema, id, seed, limits })) readField(field, round, key, "", issues);
  const name = readField(profileName, round, "profile", "", issues);
  const profile = name === undefined ? undefined : PROFILES.get(name);
  if (name !== undefined && profile === undefined) {
    issues.push(inputIssue("profile-unknown", "/profile", { profile: name, known: [...PROFILES.keys()].join(", ") }));
  }
  const given = readPolicy(round.policy, issues);
  const draft: Draft = {
    hosts: readList(hostSchema, round, "hosts", issues),
    missions: readList(missionSchema, round, "missions", issues),
    promotions: readList(promotionSchema, round, "promotions", issues),
    candidates: readList(candidateSchema, round, "candidates", issues),
    pins: readList(pinSchema, round, "pins", issues),
    published: readList(publishedSchema, round, "published", issues),
    ids: {
      host: readIds(round, "hosts"),
      mission: readIds(round, "missions"),
      promotion: readIds(round, "promotions"),
      candidate: readIds(round, "candidates"),
    },
    given: given ?? {},
    profile: profile ?? rankedChoices,
    policy: profile === undefined || given === null ? null : effectivePolicy(profile, given),
  };
  return { draft, issues };
}

function isObject(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function reportUnknown(fields: Fields, shape: object, path: string, issues: InputIssue[]): void {
  const unknown = Object.keys(fields).filter((key) => !Object.hasOwn(shape, key));
  for (const issue of unknownFields(unknown, path)) issues.push(issue);
}

function readField<Field extends z.ZodType>(
  field: Field,
  fields: Fields,
  key: string,
  base: string,
  issues: InputIssue[],
): z.infer<Field> | undefined {
  const value = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const result = field.safeParse(value);
  if (result.success) return result.data;
  const path = pointer(base, key);
  if (value === undefined) issues.push(inputIssue("field-missing", path));
  else for (const issue of schemaIssues(result.error, value, path)) issues.push(issue);
  return undefined;
}

function readList<Schema extends z.ZodType>(
  schema: Schema,
  fields: Fields,
  key: keyof typeof roundSchema.shape,
  issues: InputIssue[],
): Entry<z.infer<Schema>>[] {
  const list = Object.hasOwn(fields, key) ? fields[key] : undefined;
  const path = pointer("", key);
  if (!Array.isArray(list) || list.length > MAX_ENTRIES) {
    if (Array.isArray(list)) issues.push(inputIssue("too-large", path, { count: list.length, max: MAX_ENTRIES }));
    else readField(roundSchema.shape[key], fields, key, "", issues);
    return [];
  }
  const entries: Entry<z.infer<Schema>>[] = [];
  for (const [index, value] of list.entries()) {
    const result = schema.safeParse(value);
    if (result.success) entries.push({ value: result.data, path: `${path}/${index}` });
    else for (const issue of schemaIssues(result.error, value, `${path}/${index}`)) issues.push(issue);
  }
  return entries;
}

function readIds(fields: Fields, key: string): Entry<string>[] | null {
  const list = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (!Array.isArray(list)) return null;
  return list.flatMap((value: unknown, index) =>
    isObject(value) && typeof value.id === "string" ? [{ value: value.id, path: `/${key}/${index}/id` }] : [],
  );
}

/** `null` where a key of it could not be read. */
function readPolicy(value: unknown, issues: InputIssue[]): PolicyJson | null {
  if (value === undefined || value === null) return {};
  if (!isObject(value)) {
    issues.push(inputIssue("value-invalid", "/policy", { detail: "The policy is a JSON object" }));
    return null;
  }
  const shape = policySchema.shape;
  reportUnknown(value, shape, "/policy", issues);
  const fields = Object.entries(shape).filter(([key]) => Object.hasOwn(value, key));
  const read = fields.map(([key, field]) => [key, readField(field, value, key, "/policy", issues)] as const);
  // Each value was read by its own key's schema.
  return read.some(([, field]) => field === undefined) ? null : (Object.fromEntries(read) as PolicyJson);
}
