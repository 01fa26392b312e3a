import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { enforceRetention, retentionStart } from "../retention/enforce-retention.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findBrokenAudit } from "../store/audit.ts";
import { type AuditRow, countAudit, listAudit } from "../store/audit-trail.ts";

const actSchema = z.strictObject({
  number: z.int(),
  at: z.iso.datetime(),
  actor: z.string().describe("Id of the key, or `service`"),
  action: z.string(),
  subject: z.string().describe("What was acted on, by kind and id"),
  detail: z.unknown().describe("null once retention has erased it"),
  detailDigest: z.string().describe("SHA-256 of salt, newline, detail"),
  digest: z.string().describe("SHA-256 over the digest of the act before and everything of this one but detail and salt"),
});

function act(row: AuditRow): z.infer<typeof actSchema> {
  const { number, at, actor, action, subject, detail, detail_digest, digest } = row;
  return {
    number,
    at,
    actor,
    action,
    subject,
    detail: detail === null ? null : JSON.parse(detail),
    detailDigest: detail_digest,
    digest,
  };
}

const chainSchema = z.strictObject({
  intact: z.boolean().describe("Every act follows from the one before, and no detail that is kept was changed"),
  firstBroken: z.int().nullable(),
  acts: z.int(),
  erased: z.int().describe("Acts whose detail retention has erased; the chain verifies without"),
});

const MOST_ACTS = 500;
const auditQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(MOST_ACTS).default(50),
  before: z.coerce.number().int().min(1).optional(),
  subject: z.string().max(200).optional(),
});

/** `GET /v1/audit-trail` and `/verification`: who did what when, for admins. */
export function auditRoutes(app: FastifyInstance, { store }: ServicePorts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: "admin" } as const;
  typed.get(
    "/v1/audit-trail",
    {
      config,
      schema: {
        operationId: "listActs",
        summary: "Who did what when, newest first",
        tags: ["audit"],
        querystring: auditQuery,
        response: { 200: z.strictObject({ acts: z.array(actSchema), next: z.int().nullable() }), ...problemAnswers() },
      },
    },
    async ({ query }) => {
      const { rows, next } = await listAudit(store.db, query);
      return { acts: rows.map(act), next };
    },
  );
  typed.get(
    "/v1/audit-trail/verification",
    {
      config,
      schema: {
        operationId: "verifyAuditTrail",
        summary: "Works the chain of the audit trail out again",
        tags: ["audit"],
        querystring: noParameters,
        response: { 200: chainSchema, ...problemAnswers() },
      },
    },
    async () => {
      const firstBroken = await findBrokenAudit(store.db);
      return { intact: firstBroken === null, firstBroken, ...(await countAudit(store.db)) };
    },
  );
}

const retentionSchema = z.strictObject({
  days: z.int().describe("Personal data are kept so long, never above three years"),
  before: z.iso.datetime().describe("Nothing personal is kept from before this moment"),
});
const erasedSchema = retentionSchema.extend({ rounds: z.int(), runs: z.int(), plans: z.int(), acts: z.int() });

/** `GET /v1/retention` and `POST /v1/retention`: how long data are kept, and erasing what is older at once. */
export function retentionRoutes(app: FastifyInstance, { store, now, retentionDays }: ServicePorts): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  const config = { access: "admin" } as const;
  typed.get(
    "/v1/retention",
    {
      config,
      schema: {
        operationId: "getRetention",
        summary: "How long personal data are kept",
        tags: ["audit"],
        querystring: noParameters,
        response: { 200: retentionSchema, ...problemAnswers() },
      },
    },
    async () => ({ days: retentionDays, before: retentionStart(now(), retentionDays) }),
  );
  typed.post(
    "/v1/retention",
    {
      config,
      schema: {
        operationId: "enforceRetention",
        summary: "Erase what is older than is kept; the service does so every hour by itself",
        tags: ["audit"],
        querystring: noParameters,
        response: { 200: erasedSchema, ...problemAnswers() },
      },
    },
    async (request) => {
      const at = now();
      const erased = await enforceRetention(store, retentionDays, at, callerOf(request).keyId);
      return { days: retentionDays, before: retentionStart(at, retentionDays), ...erased };
    },
  );
}
