import { formulate, type StageLock } from "../formulate/formulate.ts";
import type { LinearModel } from "../model/linear-model.ts";
import type { Solver } from "../solvers/solver.ts";
import { type BaseRun, keepOf } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import type { Price } from "./price.ts";
import { isBetter } from "./strain.ts";
import type { Witness } from "./walk.ts";

/** A demand with the best placement known that meets it; `kept` -1 where none is known. */
interface Open {
  readonly index: number;
  readonly demand: Demand;
  witness: Witness | null;
}

/** Stages a witness keeps; -1 without one. */
const keptBy = ({ witness }: Open) => witness?.kept ?? -1;

/** How far beyond a lock the exact amount is looked for, one unit after the other. */
const MOST_UNITS = 3;

/**
 * The prices of many demands at once, each for itself. For every stage s one program asks for as many of those demands as possible that are not
 * known to be possible with the stages up to s kept:
 *
 *     maximise   sum of x over their arcs        where every rule holds and value[i](x) is within limit[i] for every i <= s
 *
 * What a solution meets is possible; where the best has none, s is what breaks first for all that are left. Demands that the effort leaves
 * open have no price in the answer. Indices into `asked`.
 */
export async function groupPrices(
  base: BaseRun,
  asked: readonly { readonly demand: Demand; readonly witness: Witness | null }[],
  ports: { readonly solver: Solver; readonly effort: Effort },
): Promise<ReadonlyMap<number, Price>> {
  const open = asked.map(({ demand, witness }, index): Open => ({ index, demand, witness }));
  const least = new Map<number, number>();
  for (let stage = -1; stage < base.stages.length; stage++) {
    for (let beyond = 0; beyond < MOST_UNITS; beyond++) {
      const never = await thoseNever(base, open, { stage, beyond }, ports);
      for (const { index } of never ?? []) least.set(index, beyond + 1);
      if (never === null || never.length === 0 || stage < 0) break;
    }
  }
  return new Map(
    open.flatMap((one) => {
      const price = priceIn(base, one, least.get(one.index));
      return price === null ? [] : [[one.index, price]];
    }),
  );
}

function priceIn({ stages }: BaseRun, { witness }: Open, by: number | undefined): Price | null {
  if (witness?.kept === stages.length) return { status: "free", arcs: witness.arcs() };
  if (by === undefined) return null;
  if (witness === null) return { status: "unlawful" };
  return { status: "breaks", stage: witness.kept, by, atMost: witness.beyond, arcs: witness.arcs() };
}

/** Those that cannot be met with the stages up to one kept, that one by `beyond` units more; `null` where the effort ended first. */
async function thoseNever(
  base: BaseRun,
  open: readonly Open[],
  { stage, beyond }: { readonly stage: number; readonly beyond: number },
  { solver, effort }: { readonly solver: Solver; readonly effort: Effort },
): Promise<readonly Open[] | null> {
  const left = () => open.filter((one) => keptBy(one) === stage && (one.witness?.beyond ?? Infinity) > beyond);
  if (left().length === 0) return [];
  if (!effort.isLeft()) return null;
  const { model, complete, decode } = formulate(base.instance, locksUpTo(base, stage, beyond), null);
  const start = complete(base.arcs);
  for (let group = left(); group.length > 0; group = left()) {
    const program = asking(model, group);
    const request = effort.next(program);
    if (request === null) return null;
    const answer = await solver.solve(program, { ...request, start });
    effort.spend(answer.steps);
    if (answer.status !== "optimal" && answer.status !== "feasible") return null;
    // Whole numbers: a bound below one is none.
    if (answer.bound !== null && answer.bound < 1 - 1e-6) return group;
    const found = answer.objective > 0.5 ? decode(answer.point) : [];
    if (!spread(base, open, found)) return null;
    if (left().length === group.length) return null;
  }
  return [];
}

/** Takes a placement as the witness of all whom it serves; false where it serves nobody better than before. */
function spread(base: BaseRun, open: readonly Open[], arcs: readonly number[]): boolean {
  const chosen = new Set(arcs);
  const keep = keepOf(base, base.measure(arcs));
  const served = open.filter(({ demand, witness }) => demand.arcs.some((arc) => chosen.has(arc)) && isBetter(keep, witness));
  for (const one of served) one.witness = { ...keep, arcs: () => arcs };
  return served.length > 0;
}

function locksUpTo({ stages }: BaseRun, stage: number, beyond: number): readonly StageLock[] {
  return stages.slice(0, stage + 1).map((one, i) => {
    const more = i < stage ? 0 : one.stage.sense === "minimise" ? beyond : -beyond;
    return { stage: one.stage, limit: one.limit + more, bound: one.bound };
  });
}

/** The program with the arcs of some demands as what is counted. */
function asking(model: LinearModel, group: readonly Open[]): LinearModel {
  const colCost = new Float64Array(model.numCols);
  for (const { demand } of group) for (const arc of demand.arcs) colCost[arc] = 1;
  return { ...model, sense: "maximise", offset: 0, colCost };
}
