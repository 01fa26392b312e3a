import { pause } from "./processes.ts";

/** An answer, and how often it was asked for. */
export interface Answer<Body> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
  readonly tries: number;
}

/** A client that asks until it is answered, as every client of a service that may be killed has to. */
export interface RetryingClient {
  /** The answer, once it is neither a failure of the connection nor one that says to ask again. */
  ask<Body>(method: string, path: string, options?: Asked): Promise<Answer<Body>>;
  /** Requests that had to be sent again. */
  retries(): number;
}

interface Asked {
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** "Not now": overload, a solver process that died, a store that cannot be written. A 500 is an answer: a bug. */
const AGAIN: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const IN_PROGRESS = "request-in-progress";
const PAUSE_MILLISECONDS = 100;
const PATIENCE_MILLISECONDS = 20_000;

/** A client of the service at an address. */
export function retryingClient(url: string, key: string): RetryingClient {
  let retries = 0;
  return {
    retries: () => retries,
    ask: async (method, path, { body, headers } = {}) => {
      for (let tries = 1; ; tries++) {
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
          const read = text === "" ? null : JSON.parse(text);
          const { status, headers: answered } = response;
          if (!AGAIN.has(status) && read?.code !== IN_PROGRESS) return { status, headers: answered, body: read, tries };
        } catch {
          // The connection broke: nobody knows whether the request arrived.
        }
        retries += 1;
        await pause(PAUSE_MILLISECONDS);
      }
    },
  };
}
