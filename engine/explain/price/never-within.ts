import { PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { at } from "../../model/instance.ts";
import { wholePrices } from "../../search/bounds/certify.ts";
import { lagrangianOf } from "../../search/bounds/lagrangian.ts";
import { networkOf } from "../../search/bounds/network.ts";
import { layoutOf } from "../../search/bounds/prices.ts";
import { canRelax, type Relaxation, relax } from "../../search/bounds/relaxation.ts";
import { relaxedProgram } from "../../search/bounds/relaxed-program.ts";
import type { Solver } from "../../solvers/solver.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import { columnsOf } from "./first-broken.ts";

interface Ports {
  readonly solver: Solver;
  readonly effort: Effort;
}

/** Demands asked about together, and what is to be kept. */
interface Asked {
  readonly base: BaseRun;
  readonly demands: readonly Demand[];
  /** Stages kept: the first so many. */
  readonly kept: number;
}

/**
 * Which demands no lawful placement meets that keeps the first stages of a base run, as far as candidates, places, seats and the stages without
 * composition show it. For a group G of demands
 *
 *     maximise   sum over G of x over their arcs        in the assignment relaxation, value[i] within limit[i] for i < kept
 *
 * is a linear program; if the prices of its rows prove that it is less than 1, none of G can be met. Who is met whole by a solution is never shown
 * to be impossible; the rest is asked again without them, or in halves. Prices are rounded and added up in whole numbers, so that no
 * rounding error proves anything. Indices into `demands`.
 */
export async function neverWithin({ base, demands, kept }: Asked, ports: Ports): Promise<ReadonlySet<number>> {
  const proven = new Set<number>();
  if (!ports.effort.isLeft()) return proven;
  const network = networkOf(base.instance);
  const locks = base.stages.slice(0, kept).map(({ stage, limit, bound }) => ({ stage, limit, bound }));
  const { stage } = at(
    base.stages,
    base.stages.findIndex((one) => canRelax(one.stage)),
  );
  const relaxation = relax(network, stage, locks);
  const columns = demands.map((demand) => columnsOf(network, demand));
  const groups: (readonly number[])[] = [[...demands.keys()].filter((i) => at(columns, i).length > 0)];
  for (let group = groups.pop(); group !== undefined; group = groups.pop()) {
    if (group.length === 0) continue;
    const answer = await most(
      relaxation,
      group.flatMap((i) => at(columns, i)),
      ports,
    );
    if (answer === null) break;
    if (answer.isLess) {
      for (const i of group) proven.add(i);
      continue;
    }
    const share = (i: number) => at(columns, i).reduce((sum, j) => sum + (answer.point[j] ?? 0), 0);
    const left = group.filter((i) => share(i) < 1 - 1e-6);
    if (left.length < group.length) groups.push(left);
    else if (left.length > 1) groups.push(left.slice(0, left.length >> 1), left.slice(left.length >> 1));
  }
  return proven;
}

/** Whether fewer than one of some arcs can be chosen, by prices; and a solution of the program. `null` where the effort ended first. */
async function most(
  relaxation: Relaxation,
  columns: readonly number[],
  { solver, effort }: Ports,
): Promise<{ readonly isLess: boolean; readonly point: Float64Array } | null> {
  const weights = new Float64Array(relaxation.network.arcs.length);
  for (const j of columns) weights[j] = -1;
  const asking: Relaxation = {
    ...relaxation,
    sign: 1,
    objective: { weights, constant: 0, regions: 0, lowSkilled: 0, elsewhere: 0 },
  };
  const layout = layoutOf(asking);
  const { model, pricesFrom } = relaxedProgram(asking, layout);
  const request = effort.next(model);
  if (request === null) return null;
  const answer = await solver.solve(model, request);
  effort.spend(answer.steps);
  if (answer.status !== "optimal" || answer.duals === undefined) return null;
  const whole = wholePrices(asking, layout, pricesFrom(answer.duals));
  const least = lagrangianOf(asking, layout, PRICE_UNIT).at(whole);
  return { isLess: Number.isSafeInteger(least) && least > -PRICE_UNIT, point: answer.point };
}
