import type { ObjectiveId, Sense } from "../../engine/domain/policy.ts";
import type { Answer, Moment, StageClaim } from "../contenders/contender.ts";

/** One contender on one instance, judged. */
export interface RunRecord {
  readonly size: number;
  readonly seed: number;
  readonly contender: string;
  /** `killed`: did not stop by itself at the limit; its figures are those of the last sign of life. */
  readonly end: Answer["end"] | "killed";
  /** Whole run in wall-clock time, from the parsed round to placements. */
  readonly seconds: number;
  /**
   * Processor time in the same span: says more than wall-clock time where the machine has other work. Of a
   * killed run only what it had used at its last sign of life.
   */
  readonly cpuSeconds: number;
  /** Largest resident memory of the contender's own process, in bytes; 0 where it could not be read. */
  readonly peakMemory: number;
  /** Whether the answer keeps every rule and every figure claimed was confirmed. Without it no figure counts. */
  readonly lawful: boolean;
  /** What is wrong with the answer, at most a few lines. */
  readonly complaints: readonly string[];
  readonly remark: string;
  readonly solver: string | null;
  /** Whether the contender solves tier by tier; if not, its placements have a value in every tier. */
  readonly optimises: boolean;
  /** By the verifier's measure, per tier and entry; empty where the contender left no answer. */
  readonly values: readonly (readonly number[])[];
  readonly stages: readonly StageClaim[];
  readonly moments: readonly Moment[];
}

/** Where a campaign ran. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  /** Bytes. */
  readonly memory: number;
  readonly platform: string;
  readonly node: string;
  /** Versions of the npm packages of the solvers, by name. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Everything measured in one run of the bench; `bench/results.json`. */
export interface Campaign {
  readonly schema: "bench/1";
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly machine: Machine;
  readonly command: string;
  /** Limit per run. */
  readonly seconds: number;
  readonly sizes: readonly number[];
  readonly seeds: readonly number[];
  readonly contenders: readonly string[];
  readonly tiers: readonly { readonly objectives: readonly ObjectiveId[]; readonly sense: Sense }[];
  readonly runs: readonly RunRecord[];
}

/** Whether there is an answer whose figures count. */
export function counts({ lawful, values }: RunRecord): boolean {
  return lawful && values.length > 0;
}

/** Whether the contender came to its own end, so that its time is a time and not a limit. */
export function finished(run: RunRecord): boolean {
  return counts(run) && (run.end === "proof" || run.end === "complete");
}
