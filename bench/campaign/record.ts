import { type BenchCase, caseText } from "../cases/bench-case.ts";
import type { Answer, Moment, StageClaim } from "../contenders/contender.ts";

/** Where and when something was measured, and of which state of the engine. */
export interface Circumstances {
  /** "AMD EPYC, 2 cores, 24 GiB, linux x64, Node v24.21.0". */
  readonly machine: string;
  /** `YYYY-MM-DDTHH:MMZ`. */
  readonly date: string;
  /** Last commit that changed the engine, with a plus where it had been changed since. */
  readonly commit: string;
  /** Processes that wanted to run, this one included: the larger of the mean of the minute before and of the one before the end. */
  readonly load: number;
}

/** One contender on one case, judged. */
export interface RunRecord extends Circumstances {
  readonly kind: "run";
  readonly case: BenchCase;
  readonly contender: string;
  /** Limit of the run in seconds. */
  readonly limit: number;
  /** `killed`: did not stop by itself at the limit; its figures are those of the last sign of life. */
  readonly end: Answer["end"] | "killed";
  /** Whole run in wall-clock time, from the parsed round to placements. */
  readonly seconds: number;
  /**
   * Processor time in the same span: says more than wall-clock time where the machine has other work. Of a
   * killed run only what it had used at its last sign of life.
   */
  readonly cpuSeconds: number;
  /** Largest resident memory of the contender's own processes, in bytes; 0 where it could not be read. */
  readonly peakMemory: number;
  /** Whether the answer keeps every rule and every figure claimed was confirmed. Without it no figure counts. */
  readonly lawful: boolean;
  /** What is wrong with the answer, at most a few lines. */
  readonly complaints: readonly string[];
  /** Rules that the answer breaks. */
  readonly broken: readonly string[];
  readonly remark: string;
  readonly solver: string | null;
  /** Whether the contender solves tier by tier; if not, its placements have a value in every tier. */
  readonly optimises: boolean;
  /** By the verifier's measure, per tier and entry; empty where the contender left no answer. */
  readonly values: readonly (readonly number[])[];
  readonly stages: readonly StageClaim[];
  readonly moments: readonly Moment[];
}

/** What-ifs on one solved round, one after another. */
export interface WhatIfRecord extends Circumstances {
  readonly kind: "what-if";
  readonly case: BenchCase;
  /** Seconds from the changed round to a verified result, one per what-if. */
  readonly seconds: readonly number[];
  /** How many of them the verifier accepted. */
  readonly lawful: number;
}

export type BenchRecord = RunRecord | WhatIfRecord;

/** What makes two records measurements of the same thing: the newer replaces the older. */
export function keyOf(
  record: Pick<RunRecord, "kind" | "case" | "contender" | "limit"> | Pick<WhatIfRecord, "kind" | "case">,
): string {
  const what = record.kind === "run" ? `${record.contender} in ${record.limit} s` : record.kind;
  return `${what}: ${caseText(record.case)}`;
}

/** Whether there is an answer whose figures count. */
export function counts({ lawful, values }: RunRecord): boolean {
  return lawful && values.length > 0;
}

/** Whether the contender came to its own end, so that its time is a time and not a limit. */
export function finished(run: RunRecord): boolean {
  return counts(run) && (run.end === "proof" || run.end === "complete");
}
