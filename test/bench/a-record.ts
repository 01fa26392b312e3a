import type { RunRecord } from "../../bench/campaign/record.ts";
import type { BenchCase } from "../../bench/cases/bench-case.ts";

/** The case of the records made up for tests. */
export const A_CASE: BenchCase = { size: 1000, seed: 1, seats: 1, ground: "composition", wishes: "late", targets: "unmet" };

/** A record of a run that proved `placed` to be 8 and left everything else; `part` says what differs. */
export function aRecord(part: Partial<RunRecord> = {}): RunRecord {
  return {
    kind: "run",
    machine: "a processor, 2 cores",
    date: "2026-11-23T10:00Z",
    commit: "0123456789",
    load: 1,
    case: A_CASE,
    contender: "ours",
    limit: 60,
    end: "proof",
    seconds: 2,
    cpuSeconds: 2.2,
    peakMemory: 100 * 2 ** 20,
    lawful: true,
    complaints: [],
    broken: [],
    remark: "",
    solver: "highs 1.15.1",
    optimises: true,
    values: [[0], [0], [3], [8], [2], [4], [20], [0], [5], [90, 1000], [30, 40], [7], [900]],
    stages: [{ tier: 4, entry: 1, objectives: ["placed"], sense: "maximise", found: 8, bound: 8, seconds: 1.5 }],
    moments: [
      { seconds: 0.5, tier: 4, entry: 1, incumbent: 6, bound: 9 },
      { seconds: 1, tier: 4, entry: 1, incumbent: 8, bound: 9 },
    ],
    ...part,
  };
}
