import { at } from "../../model/instance.ts";
import type { SolveResult } from "../../solvers/solver.ts";
import { isBefore } from "../compare-values.ts";
import { solveAll } from "../crew/solve-all.ts";
import { isLawful, moveTo } from "../local/move-to.ts";
import { proposalsFor } from "../local/proposals.ts";
import { type Random, randomFrom } from "../random.ts";
import { mustStop, type RunState, report, type StageWork, valueAt } from "../run-state.ts";
import { adaptiveChoice } from "./adaptive-choice.ts";
import { adaptiveSizes } from "./adaptive-sizes.ts";
import { choosePromotions, freeArcs, type Kinship, kinshipOf, type NeighbourhoodKind } from "./choose.ts";
import { mergeChanges } from "./merge.ts";
import { type Restrictable, type Restriction, restrict, restrictable } from "./restriction.ts";

/** What a search of neighbourhoods may use, and when it has done its work. */
export interface SearchLimits {
  readonly maxSteps: number;
  readonly maxSeconds: number;
  /** A bound on the stage: reaching it ends the search. */
  readonly bound: number;
}

/** Ways to choose a part. */
const KINDS: readonly NeighbourhoodKind[] = ["related", "window"];
/** Parts solved at the same time. A constant, so that the work is cut the same way whatever the number of threads. */
const PARTS = 4;
/** Steps of the solver per part: parts grow until some need more. */
const STEPS_PER_PART = 4_000;
/** Parts without a gain, per promotion, after which another stage deserves the time more. */
const PATIENCE = 1.5;

/**
 * Large-neighbourhood search (Shaw 1998) on the stage at work: again and again some promotions are freed, with everybody in them or
 * waiting for them, and the program of the stage is solved exactly for them, everything else fixed. Parts are solved in batches and
 * accepted in their order, each only if the placement becomes better and stays lawful. Ends at the bound, at its limits, or when
 * nothing has helped for long; says which.
 */
export async function searchNeighbourhoods(
  state: RunState,
  work: StageWork,
  limits: SearchLimits,
): Promise<"bound" | "steps" | "time"> {
  const { instance, ports, budget, position, stages } = state;
  const current = work.locks.length;
  const ends = ports.now() + limits.maxSeconds;
  const maxima = work.stage.reading().terms;
  const isMaximum = maxima.some(
    ({ gauge }) => gauge.kind === "largest" || (gauge.kind === "composition" && gauge.of === "worst"),
  );
  const whole = restrictable(work.formulation(), instance.arcs.count, isMaximum);
  const random = randomFrom(`${instance.round.seed}\nneighbourhoods ${current}`);
  const kinship = kinshipOf(instance);
  const propose = proposalsFor(instance, at(stages, current), position, random);
  const choice = adaptiveChoice(KINDS.length);
  const sizes = adaptiveSizes(KINDS.length);
  const patience = Math.max(3 * PARTS, PATIENCE * position.compact.promotions);
  const value = () => valueAt(state, current);
  let [steps, without] = [0, 0];
  while (value() !== limits.bound && without < patience && steps < limits.maxSteps) {
    if (mustStop(state) || ports.now() >= ends) {
      state.clock.cut = true;
      return "time";
    }
    const base = position.arcs();
    const point = work.formulation().complete(base);
    const parts = chooseParts({ state, whole, point, kinship, propose, random }, () => {
      const way = choice.draw(random);
      return { way, size: sizes.of(way) };
    });
    const fair = Math.ceil((limits.maxSteps - steps) / Math.max(1, parts.length));
    const request = { maxSteps: Math.min(STEPS_PER_PART, fair), maxSeconds: Math.max(0, ends - ports.now()) };
    const answers = await solveAll(
      ports,
      parts.map(({ part }) => ({ model: part.model, request: { ...request, start: part.start } })),
    );
    for (const [i, { part, way }] of parts.entries()) {
      const answer = at(answers, i);
      steps += answer.steps;
      budget.spend(answer.steps);
      const helped = accept(state, work, base, part, answer);
      choice.reward(way, helped ? 1 : 0);
      if (!helped) sizes.adapt(way, { ended: answer.status === "optimal", columns: part.model.numCols });
      without = helped ? 0 : without + 1;
    }
    report(state, work.stage, { incumbent: value(), bound: limits.bound });
  }
  return value() === limits.bound ? "bound" : "steps";
}

interface Choosing {
  readonly state: RunState;
  readonly whole: Restrictable;
  readonly point: Float64Array;
  readonly kinship: Kinship;
  readonly propose: () => number;
  readonly random: Random;
}

/** Parts around promotions where something could be gained; a promotion is in at most one. */
function chooseParts(
  { state, whole, point, kinship, propose, random }: Choosing,
  draw: () => { readonly way: number; readonly size: number },
) {
  const { instance, position } = state;
  const taken = new Set<number>();
  const parts: { readonly part: Restriction; readonly way: number }[] = [];
  for (let i = 0; i < PARTS; i++) {
    const { way, size } = draw();
    const first = position.compact.promotionOf(propose());
    if (taken.has(first)) continue;
    const promotions = choosePromotions(kinship[at(KINDS, way)], first, { size, taken }, random);
    const free = freeArcs(instance, position.chosen, promotions);
    if (free.length === 0) continue;
    for (const promotion of promotions) taken.add(promotion);
    parts.push({ part: restrict(whole, point, free), way });
  }
  return parts;
}

/** Brings what a part has changed into the incumbent, if that is lawful there, within the locks, and better; whether it was. */
function accept(
  { instance, position, stages }: RunState,
  { locks }: StageWork,
  base: readonly number[],
  part: Restriction,
  answer: SolveResult,
): boolean {
  if (answer.status !== "optimal" && answer.status !== "feasible") return false;
  const { dials } = position;
  const now = at(dials, locks.length);
  const later = dials.slice(locks.length + 1);
  const best = now.value();
  // Of two placements with the same largest value the one with less beyond the next lower value is closer to it.
  const read = () => [now.value(), now.beyond(best - 1), ...later.map(({ value }) => value())];
  const before = read();
  if (!moveTo(position, mergeChanges(instance, base, part.decode(answer.point), position.arcs()))) return false;
  const within = locks.every(({ limit }, i) => at(dials, i).value() <= (at(stages, i).sense === "minimise" ? limit : -limit));
  if (within && isLawful(position) && isBefore(read(), before)) {
    position.accept();
    return true;
  }
  position.undo();
  return false;
}
