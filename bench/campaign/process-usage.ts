import { readFileSync } from "node:fs";

/** What a living process has used so far. */
export interface ProcessUsage {
  /** User and system time of all its threads. */
  readonly cpuSeconds: number;
  /** Largest resident memory in bytes. */
  readonly peakMemory: number;
}

/** Clock ticks per second in `/proc`, the same on every Linux that Node runs on. */
const TICKS = 100;

/** Of a process that is gone, or where the system does not tell: `null`. */
export function usageOf(pid: number): ProcessUsage | null {
  try {
    const memory = Number(/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) * 1024;
    // The command may contain spaces, but nothing after its closing bracket does; user and system time are fields 14 and 15.
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ");
    return { peakMemory: memory, cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS };
  } catch {
    return null;
  }
}
