import { keyOf, type RunRecord } from "./record.ts";
import { appendRecord, readRecords } from "./results-file.ts";
import { type RunWish, runOne } from "./run-one.ts";

/** Whether a run that is there is done again. */
export type Again = (record: RunRecord) => boolean;

/**
 * Does the wished runs that the file does not have, one after another, and adds each to the file as it comes. Stops before a run that might
 * not end within `seconds` from now.
 */
export async function runMissing(
  file: string,
  wishes: readonly RunWish[],
  { again, seconds, say }: { readonly again: Again; readonly seconds: number; readonly say: (line: string) => void },
): Promise<void> {
  const began = performance.now();
  const known = readRecords(file);
  const missing = new Map(
    wishes
      .map((wish) => [keyOf({ kind: "run", ...wish }), wish] as const)
      .filter(([key]) => {
        const record = known.get(key);
        return record?.kind !== "run" || again(record);
      }),
  );
  for (const wish of missing.values()) {
    if ((performance.now() - began) / 1000 + wish.limit > seconds) {
      say(`out of time: left for the next call, from ${keyOf({ kind: "run", ...wish })} on`);
      return;
    }
    const record = await runOne(wish);
    appendRecord(file, record);
    say(lineOf(record));
  }
}

function lineOf(record: RunRecord): string {
  const { end, seconds, peakMemory, lawful, complaints, stages } = record;
  const proven = stages.filter(({ found, bound }) => found === bound).length;
  const verdict = lawful ? `${proven} stages proven` : `NOT COUNTED: ${complaints.join("; ")}`;
  return `${keyOf(record)}: ${end} after ${seconds.toFixed(1)} s, ${(peakMemory / 2 ** 20).toFixed(0)} MiB, ${verdict}`;
}
