import { z } from "zod";

/** An issue of a stored round. */
const roundIssue = z.strictObject({
  code: z.string().describe("One of GET /v1/issue-types"),
  severity: z.enum(["error", "warning"]),
  path: z.string().describe("JSON Pointer (RFC 6901) into the round"),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
  file: z.string().nullable().optional().describe("Of rounds made of files, with row and column"),
  row: z.int().nullable().optional(),
  column: z.string().nullable().optional(),
});

const sizes = z.strictObject({ candidates: z.int(), missions: z.int(), hosts: z.int(), promotions: z.int() });

/** What a check of a round finds. */
const roundCheckSchema = z.strictObject({
  name: z.string().describe("The round's own id"),
  hash: z.string().describe("Of the canonical round: `sha256:` and 64 hexadecimal digits"),
  sizes,
  issues: z
    .array(roundIssue)
    .describe("Everything wrong with the data; the first thousand. One error is enough to keep it from being solved"),
  issueCount: z.strictObject({ errors: z.int(), warnings: z.int() }),
});

export type RoundCheck = z.infer<typeof roundCheckSchema>;

/** A stored round in a list. */
export const listedRoundSchema = roundCheckSchema.omit({ issues: true }).extend({
  id: z.string(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().describe("Id of the key"),
  parentId: z.string().nullable().describe("The round that this one is a scenario of"),
});

/** A stored round, without its content. */
export const storedRoundSchema = listedRoundSchema.extend({
  issues: roundCheckSchema.shape.issues,
  lineage: z.unknown().optional().describe("The typed patches that made it out of its parent"),
});

export type ListedRound = z.infer<typeof listedRoundSchema>;
export type StoredRound = z.infer<typeof storedRoundSchema>;
