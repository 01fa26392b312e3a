import { pause } from "./processes.ts";

/** A client that asks until it is answered, as every client of a service that may be killed has to. */
export interface RetryingClient {
  /** The answer, once it is neither a failure of the connection nor one that says to ask again. */
  ask<Body>(method: string, path: string, options?: Asked): Promise<{ readonly status: number; readonly body: Body }>;
  /** Requests that had to be sent again. */
  retries(): number;
}

interface Asked {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** "Not now": the request in progress, overload, and everything that the server says of itself. */
const AGAIN: ReadonlySet<number> = new Set([409, 429, 500, 502, 503, 504]);
const PAUSE_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 20_000;

/** A client of the service at an address. */
export function retryingClient(url: string, key: string): RetryingClient {
  let retries = 0;
  return {
    retries: () => retries,
    ask: async (method, path, { body, headers } = {}) => {
      for (;;) {
        try {
          const response = await fetch(url + path, {
            method,
            headers: {
              authorization: `Bearer ${key}`,
              ...(body === undefined ? {} : { "content-type": "application/json" }),
              ...headers,
            },
            ...(body === undefined ? {} : { body }),
            signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
          });
          const text = await response.text();
          if (!AGAIN.has(response.status)) return { status: response.status, body: text === "" ? null : JSON.parse(text) };
        } catch {
          // The connection broke: nobody knows whether the request arrived.
        }
        retries += 1;
        await pause(PAUSE_MILLISECONDS);
      }
    },
  };
}
