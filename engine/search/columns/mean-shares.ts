import { at } from "../../model/instance.ts";
import type { Lagrangian } from "./lagrangian.ts";

/** How much more an evaluation's compositions count than those of the one before. */
const GROWTHS = [1.05, 1.02, 1.1];

/**
 * The same Lagrangian, with the shares of its evaluations in the mean, those of late counting most: the compositions chosen tend to an optimum of the
 * master program whose dual the ascent climbs.
 */
export function withMeans(lagrangian: Lagrangian): { readonly lagrangian: Lagrangian; readonly means: readonly Float64Array[] } {
  const means = GROWTHS.map(() => new Float64Array(lagrangian.shares.length));
  const evaluate: Lagrangian["evaluate"] = (multipliers, slopes) => {
    const evaluation = lagrangian.evaluate(multipliers, slopes);
    means.forEach((mean, i) => {
      const growth = at(GROWTHS, i);
      for (let arc = 0; arc < mean.length; arc++) mean[arc] = (mean[arc] as number) / growth + (lagrangian.shares[arc] as number);
    });
    return evaluation;
  };
  return { lagrangian: { ...lagrangian, evaluate }, means };
}
