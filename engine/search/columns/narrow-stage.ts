import { at } from "../../model/instance.ts";
import type { BoundQuestion } from "../crew/stage-bound.ts";
import { openLagrangian } from "./lagrangian.ts";
import { type Narrowing, narrow } from "./narrow.ts";
import { objectiveOf, relaxStage } from "./relaxation.ts";

/** Far more than what adding up prices in floating point can be wrong by, in units of the objective. */
const MARGIN = 1e-4;

/**
 * What no placement with a better value than `question.value` can have, by multipliers of `compositionBound` for the same stage and locks;
 * `null` where that is a promotion's every choice: then there is no better one.
 */
export function narrowStage(
  { instance, stages, locks, value }: Pick<BoundQuestion, "instance" | "stages" | "locks" | "value">,
  multipliers: Float64Array,
): Narrowing | null {
  const stage = at(stages, locks.length);
  const objective = objectiveOf(instance, stage);
  const open = { closedArcs: new Uint8Array(instance.arcs.count), closedSizes: new Map<number, ReadonlySet<number>>() };
  if (objective === null) return open;
  const lagrangian = openLagrangian(relaxStage(instance, locks, objective));
  const target = (stage.sense === "minimise" ? value : -value) - 1;
  const { value: least } = lagrangian.evaluate(multipliers, new Float64Array(lagrangian.size));
  return narrow(lagrangian, multipliers, target - least + MARGIN * objective.unit);
}
