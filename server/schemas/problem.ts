import { z } from "zod";
import { patchesSchema } from "../../engine/input/patch-schema.ts";
import { PROBLEMS, type ProblemCode } from "../problems.ts";

const issue = z.strictObject({
  in: z.enum(["body", "query", "path"]),
  code: z.string().describe("One of GET /v1/issue-types"),
  path: z.string().describe("JSON Pointer (RFC 6901) into that part of the request"),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  text: z.string(),
  file: z.string().nullable().optional().describe("Of imports"),
  row: z.int().nullable().optional().describe("As a spreadsheet counts: the names of the columns are row 1"),
  column: z.string().nullable().optional(),
});

const conflict = z.strictObject({
  parts: z.array(z.strictObject({ rule: z.string(), article: z.string(), subject: z.record(z.string(), z.string()) })),
  minimal: z.boolean(),
});

const relaxation = z.strictObject({
  kind: z.string(),
  rule: z.string(),
  article: z.string(),
  subject: z.record(z.string(), z.string()),
  from: z.number().nullable(),
  to: z.number().nullable(),
  by: z.number(),
});
const relaxationSet = z.strictObject({
  relaxations: z.array(relaxation),
  price: z.number(),
  proven: z.boolean(),
  patches: patchesSchema
    .nullable()
    .describe("For POST /v1/rounds/{id}/scenarios as they are; null where they are too many for one"),
});
const lines = z.array(z.string());

// `Object.keys` of a closed record gives its keys.
const codes = Object.keys(PROBLEMS) as ProblemCode[];

/** A problem document (RFC 9457). */
export const problemSchema = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.enum(codes),
  detail: z.string(),
  requestId: z.string(),
  issues: z.array(issue).max(1_000).optional(),
  total: z.int().optional().describe("How many issues there are; the first hundred are listed, of imports the first thousand"),
  allowed: z.strictObject({ seconds: z.number(), threads: z.int() }).optional(),
  conflict: conflict.optional(),
  relaxations: z.array(relaxationSet).optional().describe("Changes that would make the round feasible, cheapest first"),
  texts: z
    .strictObject({ fr: lines, nl: lines, de: lines, en: lines })
    .optional()
    .describe("The conflict and these changes in words, line by line"),
  violations: z
    .array(z.strictObject({ rule: z.string(), subjects: z.record(z.string(), z.string()), detail: z.string() }))
    .optional()
    .describe("With plan-outdated: the first hundred of `total`"),
  retryAfterSeconds: z.int().optional(),
});

const ALWAYS = [
  "parameters-invalid",
  "unauthenticated",
  "forbidden",
  "too-many-requests",
  "internal-error",
  "storage-unavailable",
  "shutting-down",
] as const;

interface ProblemAnswer {
  readonly description: string;
  readonly content: { readonly "application/problem+json": { readonly schema: typeof problemSchema } };
}

/** How a body of JSON may be refused. */
export const BODY_PROBLEMS = ["json-malformed", "body-invalid", "body-too-large", "media-type-unsupported"] as const;

/** How a call may be refused that takes an `Idempotency-Key`. */
export const IDEMPOTENCY_PROBLEMS = ["request-in-progress", "idempotency-key-reused"] as const;

/** The refusals of a route by status, each in the order of the list of all, for its documentation. */
export function problemAnswers(...possible: readonly ProblemCode[]): Record<number, ProblemAnswer> {
  const wanted = new Set<ProblemCode>([...possible, ...ALWAYS]);
  const all = codes.filter((code) => wanted.has(code));
  const byStatus = Map.groupBy(all, (code) => PROBLEMS[code][0]);
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus.map((code) => `\`${code}\`: ${PROBLEMS[code][1]}.`).join(" "),
        content: { "application/problem+json": { schema: problemSchema } },
      },
    ]),
  );
}
