import { type Evidence, OURS } from "../campaign/evidence.ts";
import { counts, type RunRecord } from "../campaign/record.ts";
import type { BenchCase } from "../cases/bench-case.ts";
import type { Goal, Shown } from "./goal.ts";

/** How much longer than its limit an answer may take and still count as one within it. */
const PATIENCE = 1.05;

/**
 * A goal shown case by case by our run with that limit. A run whose answer does not count or comes too late shows `worst`, with what was wrong with it.
 */
export function showEach(
  limit: number,
  worst: number,
  figureOf: (run: RunRecord, evidence: Evidence) => Shown | null,
): Goal["show"] {
  return (cases, evidence) =>
    cases.flatMap((one: BenchCase): readonly Shown[] => {
      const run = evidence.run(OURS, one, limit);
      if (run === null) return [];
      if (!counts(run)) return [{ figure: worst, note: run.complaints[0] ?? (run.remark || run.end) }];
      if (run.seconds > PATIENCE * limit)
        return [{ figure: worst, note: `took ${run.seconds.toFixed(0)} s instead of ${limit}` }];
      const shown = figureOf(run, evidence);
      return shown === null ? [] : [shown];
    });
}
