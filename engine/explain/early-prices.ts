import { canRelax } from "../search/bounds/relaxation.ts";
import { isComposition } from "../search/improve-by-moves.ts";
import type { Solver } from "../solvers/solver.ts";
import type { BaseRun } from "./base-run.ts";
import type { Demand } from "./demand.ts";
import type { Effort } from "./effort.ts";
import { neverWithin } from "./never-within.ts";
import type { Price } from "./price.ts";
import type { Witness } from "./walk.ts";

/**
 * Prices of demands that break a rule or a stage before composition counts, as far as prices of places, seats and locks prove it: whose best
 * placement breaks such a stage is asked whether any could keep it. Indices into `asked`.
 */
export async function earlyPrices(
  base: BaseRun,
  asked: readonly { readonly demand: Demand; readonly witness: Witness | null }[],
  ports: { readonly solver: Solver; readonly effort: Effort },
): Promise<ReadonlyMap<number, Price>> {
  const prices = new Map<number, Price>();
  const { regionalBalance, crossRegion } = base.instance.round.policy;
  const isRoom = regionalBalance?.mode !== "hard" && crossRegion?.mode !== "hard";
  const unlawful: Price = { status: "unlawful", ...(isRoom ? { room: true } : {}) };
  for (const stage of stagesProvable(base)) {
    const open = asked.flatMap(({ demand, witness }, i) =>
      demand.arcs.length > 0 && (witness?.kept ?? -1) === stage ? [{ i, demand, witness }] : [],
    );
    if (open.length === 0) continue;
    const demands = open.map(({ demand }) => demand);
    const never = await neverWithin({ base, demands, kept: stage + 1 }, ports);
    open.forEach(({ i, witness }, k) => {
      if (!never.has(k)) return;
      if (witness === null) prices.set(i, unlawful);
      else prices.set(i, { status: "breaks", stage, by: 1, atMost: witness.beyond, arcs: witness.arcs() });
    });
  }
  return prices;
}

/** -1 (the rules alone), and the stages before composition counts whose value is proven: elsewhere the gap is wider than any price. */
function stagesProvable({ stages }: BaseRun): readonly number[] {
  const first = stages.findIndex(({ stage: { objectives } }) => isComposition(objectives));
  const early = stages.slice(0, first < 0 ? stages.length : first);
  return [-1, ...early.flatMap(({ stage, best, bound }, i) => (canRelax(stage) && best === bound ? [i] : []))];
}
