import type { StageLock } from "../../engine/formulate/formulate.ts";
import { deviationFrom } from "../../engine/model/band.ts";
import { startDraft } from "../../engine/model/draft.ts";
import { openPromotions } from "../../engine/model/families/promotion-deviation.ts";
import { at, type Instance } from "../../engine/model/instance.ts";
import { evaluate, type LinearExpression, sumOf, weightedSum } from "../../engine/model/linear-expression.ts";
import type { LinearModel, Origin } from "../../engine/model/linear-model.ts";
import { profileOf } from "../../engine/profiles/catalogue.ts";
import { rulesOf } from "../../engine/rules/catalogue.ts";

const origin: Origin = { source: "representativeness", subject: {} };

/**
 * Representativeness as a linear program whose bands are shares of the size, not whole numbers:
 *
 *     deviation[p,d,g] >= (t - e) * (M + placed) - m - sum of x in g,   >= m + sum of x in g - (t + e) * (M + placed)
 *
 * without a size table; the lock on the worst promotion as sum over d, g of deviation[p,d,g] <= limit.
 */
export function linearBands(instance: Instance, locks: readonly StageLock[]): LinearModel {
  const placed = locks.find(({ stage }) => stage.objectives.includes("placed"));
  const everybody = instance.round.candidates.length;
  const draft = startDraft(instance, placed === undefined ? [0, everybody] : [placed.limit, placed.bound ?? everybody]);
  for (const rule of rulesOf(profileOf(instance.round))) rule.addRows?.(draft);
  const totals = openPromotions(draft).map((promotion) => deviations(instance, promotion, draft.builder));
  for (const { stage, limit } of locks) {
    if (stage.objectives[0] === "worst-promotion") {
      for (const total of totals) draft.builder.addRow(total, { upper: limit }, origin);
    } else {
      const bounds = stage.sense === "minimise" ? { upper: limit } : { lower: limit };
      draft.builder.addRow(stage.expression(draft), bounds, { source: "lock", subject: {} });
    }
  }
  const objective = weightedSum(
    totals,
    totals.map(() => 1),
  );
  return draft.builder.build("minimise", objective);
}

type Builder = ReturnType<typeof startDraft>["builder"];

/** Sum of a promotion's deviations, with their columns and rows. */
function deviations(instance: Instance, promotion: number, builder: Builder): LinearExpression {
  const { members } = at(instance.round.promotions, promotion);
  const arcs = instance.arcs.ofPromotion(promotion);
  const columns = (instance.round.policy.representativeness ?? []).flatMap((dimension) => {
    if (!("targets" in dimension)) return [];
    return Object.entries(dimension.targets).map(([category, target]) => {
      const inCategory = arcs.filter(
        (arc) => at(instance.round.candidates, instance.arcs.candidateOf(arc)).attributes[dimension.dimension] === category,
      );
      const already = members.filter(({ attributes }) => attributes[dimension.dimension] === category).length;
      const define = (point: Float64Array) =>
        deviationFrom(already + evaluate(sumOf(inCategory), point), [0, members.length + arcs.length]);
      const column = builder.addColumn({ lower: 0, upper: Infinity, origin, define });
      const side = (share: number, sign: 1 | -1) => {
        const count = weightedSum([sumOf(inCategory), sumOf(arcs), sumOf([column])], [1, -share, sign]);
        const constant = already - share * members.length;
        builder.addRow({ ...count, constant }, sign === 1 ? { lower: 0 } : { upper: 0 }, origin);
      };
      side(target - dimension.tolerance, 1);
      side(target + dimension.tolerance, -1);
      return column;
    });
  });
  return sumOf(columns);
}
