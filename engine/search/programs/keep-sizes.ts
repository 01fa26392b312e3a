import type { Formulation } from "../../formulate/formulate.ts";
import type { Instance } from "../../model/instance.ts";
import type { LinearModel } from "../../model/linear-model.ts";

/** Whether a program chooses the size of some promotion by a table. */
export function hasSizes({ round }: Instance, { sizesOf }: Formulation): boolean {
  return round.promotions.some((_, promotion) => sizesOf(promotion) !== null);
}

/**
 * The program in which every promotion has as many as at `point`, a neighbourhood of it over the whole round: bands are constants then, and who is
 * left beside a free seat is nearly so, so that a presolve removes most of what makes composition hard. Of each promotion p with s people there:
 *
 *     size[p,s] = 1,   size[p,t] = 0 for every other t
 */
export function keepSizes({ round }: Instance, { model, sizesOf }: Formulation, point: Float64Array): LinearModel {
  const [colLower, colUpper] = [model.colLower.slice(), model.colUpper.slice()];
  round.promotions.forEach((_, promotion) => {
    for (const column of sizesOf(promotion)?.columns ?? []) {
      colLower[column] = point[column] ?? 0;
      colUpper[column] = point[column] ?? 0;
    }
  });
  return { ...model, colLower, colUpper };
}
