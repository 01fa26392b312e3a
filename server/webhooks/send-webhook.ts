import { request } from "node:https";
import { addressOf, guardedLookup, isPublicAddress } from "./public-address.ts";

const PATIENCE_MILLISECONDS = 15_000;

/** What an attempt came to: the status it was answered with, or why there was none. */
export type SendOutcome = { readonly status: number } | { readonly failure: string };

/** How messages are sent; tests have a receiver of their own on this machine. */
export interface SendSettings {
  readonly allows: (address: string) => boolean;
  /** Trusted besides those the system trusts. */
  readonly ca?: string;
}

export const TO_THE_PUBLIC: SendSettings = { allows: isPublicAddress };

/** Posts a message over TLS; redirects are not followed, and the body of the answer is not read. Never throws. */
export function sendWebhook(
  url: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  { allows, ca }: SendSettings = TO_THE_PUBLIC,
): Promise<SendOutcome> {
  const target = URL.canParse(url) ? new URL(url) : null;
  if (target === null || target.protocol !== "https:") return Promise.resolve({ failure: "no https address" });
  // A name is checked when it is looked up; an address never is.
  const address = addressOf(target);
  if (address !== null && !allows(address)) return Promise.resolve({ failure: "the address is not public" });
  return new Promise((resolve) => {
    const sent = request(target, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json", "content-length": Buffer.byteLength(body) },
      lookup: guardedLookup(allows),
      agent: false,
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      ...(ca === undefined ? {} : { ca }),
    });
    sent.on("response", (answer) => {
      resolve({ status: answer.statusCode ?? 0 });
      answer.destroy();
    });
    // Of the text only what this side says: a receiver's certificate may hold anything.
    sent.on("error", (error: NodeJS.ErrnoException) => resolve({ failure: error.code ?? error.name }));
    sent.end(body);
  });
}
