import { execFileSync } from "node:child_process";
import { loadavg } from "node:os";
import { thisMachine } from "./machine.ts";
import type { Circumstances } from "./record.ts";

const GIBIBYTE = 2 ** 30;
const ROOT = new URL("../../", import.meta.url).pathname;

/** This machine and moment, and the state of the sources; `loadBefore`: of the minute before the measurement began. */
export function circumstances(loadBefore: number): Circumstances {
  const { cpu, cores, memory, platform, node } = thisMachine();
  return {
    machine: `${cpu}, ${cores} cores, ${(memory / GIBIBYTE).toFixed(0)} GiB, ${platform}, Node ${node}`,
    date: `${new Date().toISOString().slice(0, 16)}Z`,
    commit: commitOf(),
    load: Math.max(loadBefore, loadNow()),
  };
}

/** Mean number of processes that wanted to run in the last minute. */
export const loadNow = (): number => Number((loadavg()[0] ?? 0).toFixed(1));

/** What decides the answers of everybody: the engine, its formulation included. */
const SOURCES = ["engine", "server/crew"];

/** The state of the engine now, as records name it. */
export function commitOf(): string {
  const git = (...args: readonly string[]) => execFileSync("git", args, { cwd: ROOT, encoding: "utf8" }).trim();
  try {
    const changed = git("status", "--porcelain", "--", ...SOURCES) !== "";
    return `${git("log", "-1", "--abbrev=10", "--format=%h", "--", ...SOURCES)}${changed ? "+" : ""}`;
  } catch {
    return "unknown";
  }
}
