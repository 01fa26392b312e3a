import type { Formulation } from "../../formulate/formulate.ts";
import { at } from "../../model/instance.ts";
import { freeArcs, kinshipOf } from "../../search/neighbourhood/choose.ts";
import { restrict, restrictable } from "../../search/neighbourhood/restriction.ts";
import type { SolveRequest, Solver } from "../../solvers/solver.ts";
import type { BaseRun } from "../base-run.ts";

/** A lawful placement that keeps a band, with its value; or that there is none, or that neither was found out. */
export type KeptBand =
  | { readonly status: "found"; readonly arcs: readonly number[]; readonly value: number; readonly bound: number | null }
  | { readonly status: "none" }
  | { readonly status: "unanswered" };

/** Arcs up to which the program is asked whole at once. */
const MOST_ARCS = 6_000;
/** Promotions that are placed anew with the one asked about: more and more, until some placement keeps the band. */
const PARTS = [3, 5, 8, 12];
const STEPS_PER_PART = 10_000;

/**
 * Seeks a placement that keeps a band and has the least value of the program's stage. In a large round the promotion and those that share most candidates
 * with it are placed anew, everybody else staying where the run has them; the whole program is asked where that does not do.
 */
export async function keepBand(
  base: BaseRun,
  program: Formulation,
  promotion: number,
  solver: Solver,
  limits: Pick<SolveRequest, "maxSteps" | "maxSeconds" | "onProgress">,
): Promise<KeptBand> {
  const near = base.instance.arcs.count > MOST_ARCS ? await keepNearby(base, program, promotion, solver, limits) : null;
  if (near !== null) return near;
  const answer = await solver.solve(program.model, limits);
  if (answer.status === "infeasible") return { status: "none" };
  if (answer.status !== "optimal" && answer.status !== "feasible") return { status: "unanswered" };
  const { point, objective, bound } = answer;
  return { status: "found", arcs: program.decode(point), value: Math.round(objective), bound };
}

async function keepNearby(
  { instance, arcs }: BaseRun,
  program: Formulation,
  promotion: number,
  solver: Solver,
  limits: Pick<SolveRequest, "maxSeconds" | "onProgress">,
): Promise<KeptBand | null> {
  const whole = restrictable(program, instance.arcs.count, false);
  const kin = at(kinshipOf(instance).related, promotion);
  const point = program.complete(arcs);
  const chosen = new Int32Array(instance.round.candidates.length).fill(-1);
  for (const arc of arcs) chosen[instance.arcs.candidateOf(arc)] = arc;
  for (const size of PARTS) {
    const part = restrict(whole, point, freeArcs(instance, chosen, [promotion, ...kin.slice(0, size - 1)]));
    const answer = await solver.solve(part.model, { ...limits, maxSteps: STEPS_PER_PART });
    if (answer.status !== "optimal" && answer.status !== "feasible") continue;
    return { status: "found", arcs: part.decode(answer.point), value: Math.round(answer.objective), bound: null };
  }
  return null;
}
