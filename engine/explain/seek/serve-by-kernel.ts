import { formulate } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";
import type { SolveTask } from "../../search/crew/crew.ts";
import { solveAll } from "../../search/crew/solve-all.ts";
import { keepSizes } from "../../search/programs/keep-sizes.ts";
import { likely } from "../../search/programs/solve-kept.ts";
import type { RunPorts } from "../../search/run.ts";
import type { SolveRequest } from "../../solvers/solver.ts";
import { type BaseRun, keepOf } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { serving } from "../price/group-program.ts";
import type { Witness } from "../walk/walk.ts";

/** Parts of the demands that are asked about at the same time, whatever the number of threads: smaller ones are served to a larger share. */
const PARTS = 2;
/** Most steps of the program of the likely arcs: most are solved by then. */
const MOST_STEPS = 8_000;
/** Arcs for which linear programs and kernels take a second together: with less time than that none is asked. */
const ARCS_PER_SECOND = 1_000;
/** A round of programs that serves fewer than one in so many is the last. */
const FEWEST_SERVED = 10;

interface Ports extends Pick<RunPorts, "solver" | "crew"> {
  readonly effort: Effort;
}

/**
 * Placements that keep every stage and serve many demands at once. For a part G of the demands, with the sizes of the base run (`search/keep-sizes.ts`),
 *
 *     maximise   sum over G of x over their arcs        where every rule holds and value[i](x) is within limit[i] for every stage i
 *
 * is solved by kernel search (Angelelli, Mansini and Speranza 2010): as a linear program, then over the arcs that its answer uses, and those of the base run.
 * Indices into `demands`; who is left out may be served by another placement.
 */
export async function serveByKernel(
  base: BaseRun,
  demands: readonly Demand[],
  { effort, ...ports }: Ports,
): Promise<ReadonlyMap<number, Witness>> {
  const { instance } = base;
  const served = new Map<number, Witness>();
  const isLeft = () => effort.isLeft(instance.arcs.count / ARCS_PER_SECOND);
  if (demands.length === 0 || !isLeft()) return served;
  const formulation = formulate(instance, base.stages, null);
  const start = formulation.complete(base.arcs);
  const kept = keepSizes(instance, formulation, start);
  const solve = async (programs: readonly Program[]) => {
    const tasks = programs.flatMap(({ model, request, most }): SolveTask[] => {
      const { maxSteps = 0, maxSeconds = 0 } = effort.next(model) ?? {};
      return maxSteps <= 0 ? [] : [{ model, request: { ...request, maxSteps: Math.min(maxSteps, most), maxSeconds } }];
    });
    const answers = tasks.length < programs.length ? [] : await solveAll(ports, tasks);
    for (const { steps } of answers) effort.spend(steps);
    return answers;
  };
  for (let open = [...demands.keys()]; open.length > 0 && isLeft(); ) {
    const models = dealt(open).map((part) =>
      serving(
        kept,
        part.map((i) => at(demands, i)),
      ),
    );
    const relaxed = await solve(
      models.map((model) => ({
        model: { ...model, integrality: new Int32Array(model.numCols) },
        request: { interior: true },
        most: Infinity,
      })),
    );
    const kernels = relaxed.flatMap((answer, i): Program[] => {
      if (answer.status !== "optimal") return [];
      const model = likely(instance.arcs.count, at(models, i), answer.point, start);
      return [{ model, request: { start, improveStart: true }, most: MOST_STEPS }];
    });
    for (const answer of await solve(kernels)) {
      if (answer.status === "optimal" || answer.status === "feasible") spread(formulation.decode(answer.point));
    }
    const left = open.filter((i) => !served.has(i));
    if ((open.length - left.length) * FEWEST_SERVED < open.length) break;
    open = left;
  }
  return served;

  /** Takes a placement as the witness of everybody whom it serves. */
  function spread(arcs: readonly number[]): void {
    const keep = keepOf(base, base.measure(arcs));
    if (keep.kept < base.stages.length) return;
    const chosen = new Set(arcs);
    demands.forEach((demand, i) => {
      if (!served.has(i) && demand.arcs.some((arc) => chosen.has(arc))) served.set(i, { ...keep, arcs: () => arcs });
    });
  }
}

interface Program {
  readonly model: LinearModel;
  readonly request: Pick<SolveRequest, "interior" | "start" | "improveStart">;
  readonly most: number;
}

/** The demands in as many parts as are asked about at the same time. */
function dealt(open: readonly number[]): readonly (readonly number[])[] {
  return Array.from({ length: Math.min(PARTS, open.length) }, (_, part) => open.filter((_one, k) => k % PARTS === part));
}
