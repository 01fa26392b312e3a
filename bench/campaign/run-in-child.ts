import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { usageOf } from "./process-usage.ts";
import { lastSign, type SignOfLife } from "./sign-of-life.ts";

const CHILD = new URL("../run-contender.ts", import.meta.url).pathname;

/** A run as its own process left it. */
export interface ChildRun {
  readonly sign: SignOfLife | null;
  readonly killed: boolean;
  /** Bytes; of the last sign of life or, where the process had to be killed, read just before. */
  readonly peakMemory: number;
  /** Last line of what it wrote on standard error, for a process that broke. */
  readonly trouble: string;
}

/** Seconds beyond the limit after which a process that has not stopped by itself is killed. */
const grace = (seconds: number): number => Math.max(5, seconds);

/** Runs a contender in a child process and returns what it reached, whether or not it came back. */
export async function runInChild(contender: string, round: RoundJson, seconds: number, seed: number): Promise<ChildRun> {
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const [roundFile, signs] = [join(folder, "round.json"), join(folder, "signs.jsonl")];
  writeFileSync(roundFile, JSON.stringify(round));
  try {
    const args = [CHILD, contender, roundFile, String(seconds), String(seed), signs];
    const { memory, trouble, killed } = await watch(args, (seconds + grace(seconds)) * 1000);
    const sign = lastSign(signs);
    return { sign, killed, peakMemory: Math.max(memory, sign?.peakMemory ?? 0), trouble };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Watched {
  readonly memory: number;
  readonly trouble: string;
  readonly killed: boolean;
}

function watch(args: readonly string[], milliseconds: number): Promise<Watched> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ["ignore", "ignore", "pipe"] });
    let [memory, errors, killed] = [0, "", false];
    child.stderr.on("data", (chunk: Buffer) => {
      errors = (errors + chunk.toString()).slice(-10_000);
    });
    const timer = setTimeout(() => {
      memory = (child.pid === undefined ? null : usageOf(child.pid))?.peakMemory ?? 0;
      killed = child.kill("SIGKILL");
    }, milliseconds);
    child.on("error", reject);
    child.on("close", (code) => {
      clearTimeout(timer);
      const lines = errors.trim().split("\n");
      resolve({
        memory,
        killed,
        trouble: code === 0 || killed ? "" : (lines.find((line) => /error/i.test(line)) ?? `exit ${code}`),
      });
    });
  });
}
