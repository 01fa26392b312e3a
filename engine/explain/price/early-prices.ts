import type { Solver } from "../../solvers/solver.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";
import type { Witness } from "../walk/walk.ts";
import { type Broken, stagesProven } from "./first-broken.ts";
import { neverWithin } from "./never-within.ts";
import type { Price } from "./price.ts";

/** A demand with the best placement known, and what is shown to break with it at the latest. */
interface Asked {
  readonly demand: Demand;
  readonly witness: Witness | null;
  readonly broken: Broken | null;
  readonly isWalked: boolean;
}

/**
 * Prices of demands that break a rule or a stage before composition counts, as far as prices of places, seats and locks prove it: what is shown to
 * break where the best placement breaks first is the price; else whose best placement breaks such a stage is asked whether any could keep it, and who was
 * walked for in vain whether there is any. `tight`: stages of which all is known that prices can
 * show. Indices into `sought`.
 */
export async function earlyPrices(
  base: BaseRun,
  { sought: asked, tight }: { readonly sought: readonly Asked[]; readonly tight: ReadonlySet<number> },
  ports: { readonly solver: Solver; readonly effort: Effort },
): Promise<ReadonlyMap<number, Price>> {
  const prices = new Map<number, Price>();
  const { regionalBalance, crossRegion } = base.instance.round.policy;
  const isRoom = regionalBalance?.mode !== "hard" && crossRegion?.mode !== "hard";
  const unlawful: Price = { status: "unlawful", ...(isRoom ? { room: true } : {}) };
  const breaks = (stage: number, by: number, { beyond, arcs }: Witness): Price => ({
    status: "breaks",
    stage,
    by: Math.min(by, beyond),
    atMost: beyond,
    arcs: arcs(),
  });
  asked.forEach(({ witness, broken }, i) => {
    if (broken !== null && witness?.kept === broken.stage) prices.set(i, breaks(broken.stage, broken.by, witness));
  });
  for (const stage of [-1, ...stagesProven(base).filter((index) => !tight.has(index))]) {
    const open = asked.flatMap(({ demand, witness, isWalked }, i) => {
      const isAsked = demand.arcs.length > 0 && !prices.has(i) && isWalked && (witness?.kept ?? -1) === stage;
      return isAsked ? [{ i, demand, witness }] : [];
    });
    if (open.length === 0) continue;
    const demands = open.map(({ demand }) => demand);
    const never = await neverWithin({ base, demands, kept: stage + 1 }, ports);
    open.forEach(({ i, witness }, k) => {
      if (never.has(k)) prices.set(i, witness === null ? unlawful : breaks(stage, 1, witness));
    });
  }
  return prices;
}
