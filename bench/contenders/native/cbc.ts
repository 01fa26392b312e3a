import { readFileSync } from "node:fs";
import type { LogFigures, NativeAnswer, NativeProgram } from "./native-solver.ts";

/** COIN-OR's CBC (Debian `coinor-cbc`), as installed, one thread, at its defaults. */
export const CBC: NativeProgram = {
  name: "cbc",
  versionArguments: ["-quit"],
  versionPattern: /^Version: (\S+)/m,
  solveArguments: (mpsFile, solutionFile, seconds) => [
    mpsFile,
    "-timeMode",
    "elapsed",
    "-seconds",
    seconds.toFixed(2),
    "-solve",
    "-solution",
    solutionFile,
  ],
  // CBC 2.10.8 stops at an assertion (ClpPackedMatrix::scale) on programs of 15,000 columns without an objective.
  retryArguments: ["-scaling", "off"],
  readLog,
  readSolution,
};

const NUMBER = String.raw`(-?[\d.]+(?:e[+-]?\d+)?)`;
const INCUMBENT = new RegExp(
  `Integer solution of ${NUMBER} found|[Bb]est (?:objective|solution) ${NUMBER}|${NUMBER} best solution`,
);
const BOUND = new RegExp(`best possible ${NUMBER}`);

/** Lines such as "Integer solution of 34 found after ..." and "... 1e+50 best solution, best possible 28.58 (1.38 seconds)". */
function readLog(line: string): LogFigures {
  const found = INCUMBENT.exec(line)
    ?.slice(1)
    .find((text) => text !== undefined);
  const bound = BOUND.exec(line)?.[1];
  return {
    ...(found === undefined || Number(found) >= 1e49 ? {} : { incumbent: Number(found) }),
    ...(bound === undefined || Math.abs(Number(bound)) >= 1e49 ? {} : { bound: Number(bound) }),
  };
}

/** First line: the status in words; then the columns that are not 0: position, name, value, reduced cost. */
function readSolution(solutionFile: string): NativeAnswer {
  const [status = "", ...lines] = readFileSync(solutionFile, "utf8").split("\n");
  const point = new Map(
    lines.flatMap((line): [number, number][] => {
      const [, position, value] = /^[\s*]*(\d+)\s+\S+\s+(\S+)/.exec(line) ?? [];
      return position === undefined ? [] : [[Number(position), Number(value)]];
    }),
  );
  if (status.startsWith("Optimal")) return { status: "optimal", point };
  if (/infeasible/i.test(status)) return { status: "infeasible", point: new Map() };
  if (status.includes("no integer solution")) return { status: "none", point: new Map() };
  return { status: "feasible", point };
}
