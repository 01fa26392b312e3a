import type { Result } from "../domain/result.ts";
import type { RoundJson } from "../input/round-schema.ts";
import { digestOf, headOf, textOf } from "./digests.ts";
import { partsOf } from "./parts.ts";

/** What a bundle is made of. */
export interface BundleSource {
  /** As it was given. */
  readonly round: RoundJson;
  readonly result: Result;
  /** A new unpredictable text of 32 or more hexadecimal digits per call: without it nobody can guess what was erased from its digest. */
  readonly salt: () => string;
}

/** The bundle of a result, as the text of one file. Whether the result is lawful is for `verifyBundle` to say. */
export function makeBundle({ round, result, salt }: BundleSource): string {
  const entries = partsOf(round, result).map(({ part, payload }) => {
    const ofEntry = salt();
    return { part, digest: digestOf(ofEntry, payload), salt: ofEntry, payload };
  });
  return textOf({ schema: "bundle/1", entries, head: headOf(entries) });
}
