import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Answer } from "../contenders/contender.ts";

/** What a contender's process leaves in its file, one line each time it has reached something. */
export interface SignOfLife {
  /** The last one: the contender came back. */
  readonly final: boolean;
  /** Since the run began. */
  readonly seconds: number;
  /** Processor time since the run began, of all threads. */
  readonly cpuSeconds: number;
  /** Bytes of resident memory at most so far. */
  readonly peakMemory: number;
  readonly answer: Answer;
}

/** Adds a line; written at once, because a solver that blocks the process would hold back a message. */
export function leaveSign(file: string, sign: SignOfLife): void {
  appendFileSync(file, `${JSON.stringify(sign)}\n`);
}

/** The last line that was written whole, or `null`. */
export function lastSign(file: string): SignOfLife | null {
  if (!existsSync(file)) return null;
  const whole = readFileSync(file, "utf8").split("\n").slice(0, -1);
  return JSON.parse(whole.at(-1) ?? "null") as SignOfLife | null;
}
