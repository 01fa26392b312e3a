import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { usageOf } from "../../campaign/process-usage.ts";

/** A process to be started and watched. */
export interface Follow {
  readonly command: string;
  readonly args: readonly string[];
  /** Seconds after which it is killed if it has not ended by itself. */
  readonly killAfter: number;
  readonly onLine: (line: string) => void;
  /** Told again and again while the process lives: its processor time in seconds so far, and its peak memory in bytes. */
  readonly usage: (pid: number, cpuSeconds: number, peakMemory: number) => void;
}

export interface Ended {
  readonly code: number | null;
  readonly killed: boolean;
  /** Last lines of what it printed. */
  readonly log: readonly string[];
}

const LINES_KEPT = 200;
const MILLISECONDS_BETWEEN_LOOKS = 200;

/** Runs the command to its end, line by line; rejects where it cannot be started. */
export function followProcess({ command, args, killAfter, onLine, usage }: Follow): Promise<Ended> {
  return new Promise((resolve, reject) => {
    // Line by line: into a pipe, C programs print in blocks, and moments would all come at the end. stdbuf becomes the command itself.
    const child = spawn("stdbuf", ["--output=L", command, ...args], { stdio: ["ignore", "pipe", "ignore"] });
    const log: string[] = [];
    let killed = false;
    const look = () => {
      const { pid } = child;
      const seen = pid === undefined ? null : usageOf(pid);
      if (pid !== undefined && seen !== null) usage(pid, seen.cpuSeconds, seen.peakMemory);
    };
    const looking = setInterval(look, MILLISECONDS_BETWEEN_LOOKS);
    const timer = setTimeout(() => {
      killed = child.kill("SIGKILL");
    }, killAfter * 1000);
    createInterface({ input: child.stdout }).on("line", (line) => {
      log.push(line);
      if (log.length > LINES_KEPT) log.shift();
      onLine(line);
    });
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(looking);
      clearTimeout(timer);
      resolve({ code, killed, log });
    });
  });
}
