import { z } from "zod";
import { ROLES } from "../auth/roles.ts";

const MOST_REQUESTS_PER_MINUTE = 1_000_000;

/** The body of `POST /v1/keys`. */
export const newKeySchema = z.strictObject({
  name: z.string().min(1).max(100).describe("Who holds it: a service or a function, not a person"),
  role: z.enum(ROLES),
  expiresAt: z.iso.datetime().optional(),
  requestsPerMinute: z.int().min(1).max(MOST_REQUESTS_PER_MINUTE).optional(),
});

/** A key as an admin sees it. */
export const apiKeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  revokedAt: z.string().nullable(),
  requestsPerMinute: z.int(),
});

/** A key that was just made; its text is never shown again. */
export const madeKeySchema = apiKeySchema.extend({ key: z.string() });

/** The body of `POST /v1/session`. */
export const newSessionSchema = z.strictObject({ key: z.string().max(200) });

/** Whose session it is. */
export const sessionSchema = z.strictObject({ name: z.string(), role: z.enum(ROLES), expiresAt: z.string().nullable() });
