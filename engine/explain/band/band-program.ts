import type { Dimension } from "../../domain/policy.ts";
import { formulate, formulateRules, type MoreRows, type StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import { placedIn } from "../../model/families/held.ts";
import { categoriesOf, dimensionDeviations } from "../../model/families/promotion-deviation.ts";
import { at, type Instance } from "../../model/instance.ts";
import { sumOf } from "../../model/linear-expression.ts";
import type { LinearModel, Origin } from "../../model/linear-model.ts";

/** A band in a promotion, looked up. */
export interface Band {
  readonly promotion: number;
  readonly dimension: Dimension;
  readonly category: string;
}

/**
 * The rows that a question about a band of promotion p adds, as one group:
 *
 *     deviation[p,d,g] <= 0          sum of x[.,.,p] >= 1
 */
function bandRows({ promotion, dimension, category }: Band): MoreRows {
  return (draft) => {
    const column = at(dimensionDeviations(draft, promotion, dimension), categoriesOf(dimension).indexOf(category));
    const subject = {
      promotion: at(draft.instance.round.promotions, promotion).id,
      dimension: dimension.dimension,
      category,
      asked: "true",
    };
    const origin: Origin = { source: "representativeness", subject };
    draft.builder.addRow(sumOf([column]), { upper: 0 }, origin);
    draft.builder.addRow(placedIn(draft, promotion), { lower: 1 }, origin);
  };
}

/** Whether a row's origin is the band that was asked about. */
export const isAsked = ({ subject }: Pick<Origin, "subject">): boolean => subject.asked === "true";

/** The program of a stage under locks with the band kept. */
export function formulateWithBand(instance: Instance, locks: readonly StageLock[], stage: Stage, band: Band) {
  return formulate(instance, locks, stage, bandRows(band));
}

/** Rules, locks and the band in a form that shows which of them conflict. */
export function bandConflictModel(instance: Instance, locks: readonly StageLock[], band: Band): LinearModel {
  return formulateRules(instance, locks, bandRows(band)).model;
}
