import { existsSync, readFileSync } from "node:fs";
import type { LogFigures, NativeAnswer, NativeProgram } from "./native-solver.ts";

/** GLPK's own command (Debian `glpk-utils`), one thread, at its defaults. */
export const GLPSOL: NativeProgram = {
  name: "glpsol",
  versionArguments: ["--version"],
  versionPattern: /^GLPSOL.* (\S+)$/m,
  solveArguments: (mpsFile, solutionFile, seconds) => [
    "--freemps",
    mpsFile,
    "--tmlim",
    String(Math.max(1, Math.ceil(seconds))),
    "--write",
    solutionFile,
  ],
  retryArguments: [],
  readLog,
  readSolution,
};

/** "+ 17940: >>>>>   3.000000000e+01 >=   2.800000000e+01   6.7% (365; 149)"; "not found yet" and "-inf" say nothing. */
function readLog(line: string): LogFigures {
  const [, found, bound] = /^\+ *\d+: (?:mip =|>>>>>)\s+(.+?)\s+>=\s+(\S+)/.exec(line) ?? [];
  return {
    ...(Number.isFinite(Number(found)) && { incumbent: Number(found) }),
    ...(Number.isFinite(Number(bound)) && { bound: Number(bound) }),
  };
}

/** The plain format: `s mip rows columns status objective`, then `j position value` from 1. Status o: optimal, f: feasible, n: infeasible. */
function readSolution(solutionFile: string, log: readonly string[]): NativeAnswer {
  const nothing = (status: NativeAnswer["status"]): NativeAnswer => ({ status, point: new Map() });
  if (log.some((line) => /HAS NO (PRIMAL|INTEGER) FEASIBLE SOLUTION/.test(line))) return nothing("infeasible");
  if (!existsSync(solutionFile)) return nothing("none");
  const text = readFileSync(solutionFile, "utf8");
  const status = /^s mip \d+ \d+ (\w)/m.exec(text)?.[1];
  const point = new Map([...text.matchAll(/^j (\d+) (\S+)$/gm)].map(([, j, value]) => [Number(j) - 1, Number(value)] as const));
  if (status === "o") return { status: "optimal", point };
  return status === "f" ? { status: "feasible", point } : nothing(status === "n" ? "infeasible" : "none");
}
