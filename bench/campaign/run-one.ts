import { type BenchCase, instanceOf } from "../cases/bench-case.ts";
import { CONTENDERS } from "../contenders/catalogue.ts";
import { circumstances, loadNow } from "./circumstances.ts";
import { judge } from "./judge.ts";
import type { RunRecord } from "./record.ts";
import { runInChild } from "./run-in-child.ts";

/** A run that is wanted. */
export interface RunWish {
  readonly contender: string;
  readonly case: BenchCase;
  /** Limit in seconds. */
  readonly limit: number;
}

/** Runs one contender on one case and judges what it reached. */
export async function runOne({ contender, case: given, limit }: RunWish): Promise<RunRecord> {
  const instance = instanceOf(given);
  const loadBefore = loadNow();
  const { sign, killed, peakMemory, trouble } = await runInChild(contender, instance.given, limit, given.seed);
  const around = circumstances(loadBefore);
  const answer = sign?.answer;
  const placements = answer?.placements ?? [];
  const { complaints, broken, values } = judge(instance.round, placements, answer?.stages ?? []);
  const cut = sign === null || !sign.final;
  return {
    kind: "run",
    case: given,
    contender,
    limit,
    ...around,
    end: killed && cut ? "killed" : cut ? "failed" : sign.answer.end,
    seconds: sign?.seconds ?? 0,
    cpuSeconds: sign?.cpuSeconds ?? 0,
    peakMemory,
    lawful: complaints.length === 0,
    complaints,
    broken,
    remark: trouble === "" ? (answer?.remark ?? "") : trouble.slice(0, 200),
    solver: answer?.solver ?? null,
    optimises: CONTENDERS.get(contender)?.optimises ?? true,
    values: answer === undefined || placements.length === 0 ? [] : values,
    stages: answer?.stages ?? [],
    moments: answer?.moments ?? [],
  };
}
