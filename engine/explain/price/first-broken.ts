import { type BoundPrices, PRICE_UNIT } from "../../domain/bound-certificate.ts";
import { isComposition } from "../../domain/composition.ts";
import { at } from "../../model/instance.ts";
import { pricesOf, wholePrices } from "../../search/bounds/certify.ts";
import { leastWith } from "../../search/bounds/guide.ts";
import { type Network, networkOf } from "../../search/bounds/network.ts";
import { layoutOf } from "../../search/bounds/prices.ts";
import { canRelax, isLargestDelay, relax, type Terms } from "../../search/bounds/relaxation.ts";
import { relaxedProgram } from "../../search/bounds/relaxed-program.ts";
import type { SolveTask } from "../../search/crew/crew.ts";
import { solveAll } from "../../search/crew/solve-all.ts";
import type { RunPorts } from "../../search/run.ts";
import type { BaseRun } from "../base-run.ts";
import type { Demand } from "../demand.ts";
import type { Effort } from "../effort.ts";

/** How far below the lock a program's value may be and count as at it. */
const TIGHT = 1e-3;
/** Arcs for which these programs, which do not look at the clock while they are presolved, take a second together: with less time none is asked. */
const ARCS_PER_SECOND = 5_000;

/** A stage that no lawful placement keeps, with all before it, in which a demand is met; it goes beyond its lock by `by` at least. */
export interface Broken {
  readonly stage: number;
  readonly by: number;
}

/**
 * The stages before composition counts whose value is proven, by their index: elsewhere the gap is wider than what one person costs.
 */
export function stagesProven({ stages }: BaseRun): readonly number[] {
  const first = stages.findIndex(({ stage: { objectives } }) => isComposition(objectives));
  const early = stages.slice(0, first < 0 ? stages.length : first);
  return early.flatMap(({ stage, best, bound }, i) => (canRelax(stage) && best === bound ? [i] : []));
}

/** The prices of a stage's relaxation, and the best value, in its own sense, that they leave possible with each demand met; `null`: they say nothing. */
export interface PricedStage {
  readonly stage: number;
  readonly prices: BoundPrices;
  readonly best: readonly (number | null)[];
}

/** What the prices of one program per stage show. */
export interface Shown {
  /** Per demand what breaks with it at the latest; `null`: nothing is shown. */
  readonly broken: readonly (Broken | null)[];
  /** Stages whose program's value is at the lock: of them no linear program over these rows shows more. */
  readonly tight: ReadonlySet<number>;
  readonly priced: readonly PricedStage[];
}

/**
 * For each demand the first stage that breaks with it at the latest, as far as the prices of one linear program per stage show it; `null`: none. At prices
 * of the stage's relaxation
 *
 *     value[stage](x) >= L + (least reduced cost of the demand's arcs) - (least of all arcs of its candidate, or of waiting)
 *
 * for every lawful x within the locks before it that meets the demand (reduced cost fixing: Nemhauser and Wolsey 1988, II.5.4). An interior point
 * of the optimal prices has every arc dear that any optimal prices have dear: where the program's value is at the lock, no other linear program over
 * these rows shows more, so that one speaks for everybody. Added up in whole numbers.
 */
export async function firstBroken(
  base: BaseRun,
  demands: readonly Demand[],
  { effort, ...ports }: Pick<RunPorts, "solver" | "crew"> & { readonly effort: Effort },
): Promise<Shown> {
  const tight = new Set<number>();
  const broken: (Broken | null)[] = demands.map(() => null);
  const priced: PricedStage[] = [];
  if (!effort.isLeft()) return { broken, tight, priced };
  const network = networkOf(base.instance);
  const columns = demands.map((demand) => columnsOf(network, demand));
  const asked = stagesProven(base).flatMap((index) => {
    const { stage } = at(base.stages, index);
    if (isLargestDelay(stage)) return [];
    const locks = base.stages.slice(0, index).map(({ stage: earlier, limit, bound }) => ({ stage: earlier, limit, bound }));
    const relaxation = relax(network, stage, locks);
    // Where no arc counts, as without published placements, nothing can break.
    if (isEmpty(relaxation.objective)) return [];
    const layout = layoutOf(relaxation);
    return [{ index, relaxation, layout, ...relaxedProgram(relaxation, layout) }];
  });
  const tasks = asked.map(({ model }): SolveTask | null => {
    const { maxSteps = 0, maxSeconds = 0 } = effort.next(model) ?? {};
    const isTooLate = maxSeconds < base.instance.arcs.count / ARCS_PER_SECOND;
    return maxSteps <= 0 || isTooLate ? null : { model, request: { maxSteps, maxSeconds, interior: true } };
  });
  const answers = await solveAll(
    ports,
    tasks.filter((task) => task !== null),
  );
  asked.slice(0, answers.length).forEach(({ index, relaxation, layout, pricesFrom }, i) => {
    const answer = at(answers, i);
    effort.spend(answer.steps);
    if (answer.status !== "optimal" || answer.duals === undefined) return;
    const prices = wholePrices(relaxation, layout, pricesFrom(answer.duals));
    const least = leastWith(relaxation, layout, prices);
    const limit = relaxation.sign * at(base.stages, index).limit;
    if (answer.objective > limit - TIGHT) tight.add(index);
    const best = columns.map((own) => {
      const value = own.reduce((lowest, j) => Math.min(lowest, at(least, j)), Infinity);
      return Number.isSafeInteger(value) ? Math.ceil(value / PRICE_UNIT) : null;
    });
    best.forEach((value, demand) => {
      if (broken[demand] === null && value !== null && value > limit) broken[demand] = { stage: index, by: value - limit };
    });
    // Adding 0 turns -0 into 0.
    const inOwnSense = best.map((value) => (value === null ? null : relaxation.sign * value + 0));
    priced.push({ stage: index, prices: pricesOf(relaxation, layout, prices), best: inOwnSense });
  });
  return { broken, tight, priced };
}

const isEmpty = ({ weights, regions, lowSkilled, elsewhere }: Terms): boolean =>
  regions === 0 && lowSkilled === 0 && elsewhere === 0 && weights.every((weight) => weight === 0);

/** The arcs of the network that a demand's arcs are part of. */
export function columnsOf({ instance, starts, openings }: Network, { candidate, arcs }: Demand): readonly number[] {
  const wanted = new Set(arcs.map((arc) => instance.arcs.openingOf(arc)));
  const own = Array.from({ length: at(starts, candidate + 1) - at(starts, candidate) }, (_, i) => at(starts, candidate) + i);
  return own.filter((j) => wanted.has(at(openings, j)));
}
