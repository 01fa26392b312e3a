import { createHmac } from "node:crypto";

const PREFIX = "whsec_";

/** The secret as it is handed to whoever verifies (Standard Webhooks). */
export function secretText(secret: string): string {
  return `${PREFIX}${secret}`;
}

/**
 * The header fields of a message by Standard Webhooks 1.0:
 *
 *     signature = "v1," base64( HMAC-SHA256( secret, id "." seconds "." body ) )
 *
 * `secret` is base64 of the bytes of the key; `seconds` since 1970, so that a receiver can refuse what is old.
 */
export function webhookHeaders(secret: string, id: string, seconds: number, body: string): Readonly<Record<string, string>> {
  const signature = createHmac("sha256", Buffer.from(secret, "base64")).update(`${id}.${seconds}.${body}`).digest("base64");
  return { "webhook-id": id, "webhook-timestamp": String(seconds), "webhook-signature": `v1,${signature}` };
}
