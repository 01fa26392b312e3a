import { z } from "zod";
import { addressOf, isPublicAddress } from "../webhooks/public-address.ts";

const MOST_CHARACTERS = 2_000;

function mayBeCalled(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const address = addressOf(url);
  const isPlain = url.username === "" && url.password === "" && url.hash === "";
  return url.protocol === "https:" && isPlain && (address === null || isPublicAddress(address));
}

/** The body of `POST /v1/webhooks`. */
export const newWebhookSchema = z.strictObject({
  url: z
    .string()
    .max(MOST_CHARACTERS)
    .refine(mayBeCalled, "Give an https address of another party, without a user, password or fragment")
    .describe(
      "Posted to at the end of every run; names that lead to addresses that are not public are refused when they are called",
    ),
});

/** Who is told of the end of every run. */
export const webhookSchema = z.strictObject({
  id: z.string(),
  url: z.string(),
  createdAt: z.string(),
  createdBy: z.string().describe("Id of the key"),
  endedAt: z.string().nullable().describe("Since when nothing is sent any more"),
  endedBecause: z.enum(["deleted", "gone"]).nullable().describe("`gone`: it answered 410"),
});

/** A webhook that was just made; its secret is never shown again. */
export const madeWebhookSchema = webhookSchema.extend({
  secret: z.string().describe("Verifies `webhook-signature` (Standard Webhooks)"),
});

/** One message and what became of it. */
export const deliverySchema = z.strictObject({
  id: z.string().describe("`webhook-id`: the same on every attempt"),
  runId: z.string(),
  createdAt: z.string(),
  state: z.enum(["pending", "delivered", "failed"]),
  attempts: z.int(),
  nextAt: z.string().nullable(),
  lastOutcome: z.string().nullable(),
});
