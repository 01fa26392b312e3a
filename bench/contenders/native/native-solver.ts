import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { LinearModel } from "../../../engine/model/linear-model.ts";
import { writeMps } from "../../../engine/model/write-mps.ts";
import type { SolveRequest, SolveResult, Solver } from "../../../engine/solvers/solver.ts";
import { withoutColumns } from "../../../engine/solvers/without-columns.ts";
import { type Follow, followProcess } from "./follow-process.ts";

/** What a line of a program's log says of a search that minimises. */
export interface LogFigures {
  readonly incumbent?: number;
  readonly bound?: number;
}

/** What a program left when it ended, of the minimisation that the MPS file asks for. */
export interface NativeAnswer {
  readonly status: "optimal" | "feasible" | "none" | "infeasible";
  /** Value by position of the column in the file. */
  readonly point: ReadonlyMap<number, number>;
}

/** A solver installed on this machine, by its command line. */
export interface NativeProgram {
  readonly name: string;
  /** Prints the version. */
  readonly versionArguments: readonly string[];
  readonly versionPattern: RegExp;
  readonly solveArguments: (mpsFile: string, solutionFile: string, seconds: number) => readonly string[];
  /** Put in front of the others where it broke without them; none: it is not asked again. */
  readonly retryArguments: readonly string[];
  readonly readLog: (line: string) => LogFigures;
  readonly readSolution: (solutionFile: string, log: readonly string[]) => NativeAnswer;
}

/** The program's version, or `null` where it is not installed. */
function versionOf({ name, versionArguments, versionPattern }: NativeProgram): string | null {
  const { stdout, error } = spawnSync(name, [...versionArguments], { input: "", encoding: "utf8" });
  return error === undefined ? (versionPattern.exec(stdout)?.[1] ?? "unknown") : null;
}

/**
 * A native program behind the solver port: it is handed the model as an MPS file in a process of its own, followed by its log, and
 * its solution file is read. `usage` hears of the processor time and memory of each process. `null`: not installed.
 */
export function openNativeSolver(program: NativeProgram, usage: Follow["usage"]): Solver | null {
  const version = versionOf(program);
  if (version === null) return null;
  return { name: program.name, version, solve: (model, request) => solve(program, model, request, usage) };
}

async function solve(
  program: NativeProgram,
  model: LinearModel,
  { maxSeconds = 3600, onProgress }: SolveRequest,
  usage: Follow["usage"],
): Promise<SolveResult> {
  if (model.numCols === 0) return withoutColumns(model);
  const folder = mkdtempSync(join(tmpdir(), "native-"));
  const [mpsFile, solutionFile] = [join(folder, "model.mps"), join(folder, "solution.txt")];
  const sign = model.sense === "minimise" ? 1 : -1;
  let incumbent: number | null = null;
  let bound: number | null = null;
  const onLine = (line: string) => {
    const figures = program.readLog(line);
    if (figures.incumbent === undefined && figures.bound === undefined) return;
    incumbent = figures.incumbent === undefined ? incumbent : sign * figures.incumbent;
    bound = figures.bound === undefined ? bound : sign * figures.bound;
    onProgress?.({ incumbent, bound, steps: 0 });
  };
  try {
    writeFileSync(mpsFile, writeMps(model, "stage"));
    const [file = mpsFile, ...args] = program.solveArguments(mpsFile, solutionFile, maxSeconds);
    const follow = { command: program.name, killAfter: 1.1 * maxSeconds + 3, onLine, usage };
    const first = await followProcess({ ...follow, args: [file, ...args] });
    const again = first.code !== 0 && !first.killed && program.retryArguments.length > 0;
    const ended = again ? await followProcess({ ...follow, args: [file, ...program.retryArguments, ...args] }) : first;
    if (ended.code !== 0 && !ended.killed) return failed(`${program.name} ended with ${ended.code}`);
    const gone = ended.killed && !existsSync(solutionFile);
    const answer = gone ? ({ status: "none", point: new Map() } as const) : program.readSolution(solutionFile, ended.log);
    return resultOf(model, answer, bound);
  } catch (error) {
    return failed(`${program.name}: ${error instanceof Error ? error.message : typeof error}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** `sum colCost x + offset` of the point read, which the program's own objective is not asked for. */
function resultOf(model: LinearModel, { status, point: read }: NativeAnswer, bound: number | null): SolveResult {
  if (status === "infeasible") return { status, steps: 0 };
  if (status === "none") return { status: "no-solution-found", bound, limit: "time", steps: 0 };
  const point = Float64Array.from({ length: model.numCols }, (_, j) => read.get(j) ?? 0);
  const objective = point.reduce((sum, value, j) => sum + value * (model.colCost[j] ?? 0), model.offset);
  return status === "optimal"
    ? { status, point, objective, bound: objective, steps: 0 }
    : { status, point, objective, bound, limit: "time", steps: 0 };
}

function failed(message: string): SolveResult {
  return { status: "failed", code: "back-end-failed", message, steps: 0 };
}
