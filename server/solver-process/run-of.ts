import { gunzipSync } from "node:zlib";
import type { RunOptions } from "../schemas/run.ts";

/** A stored round (gzip of JSON) with what a run asks in place of its own policy, seed and limits, as `parseRoundValue` takes it. */
export function roundAsAsked(stored: Uint8Array, { policy, seed, limits }: RunOptions): unknown {
  return withOptions(JSON.parse(gunzipSync(stored).toString()), { policy, seed, limits });
}

/** The same for a round at hand. */
export function withOptions(round: object, { policy, seed, limits }: Omit<RunOptions, "earlierRunId" | "effort">): unknown {
  const asked = Object.entries({ policy, seed, limits }).filter(([, value]) => value !== undefined);
  return { ...round, ...Object.fromEntries(asked) };
}
