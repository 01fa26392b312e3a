import type { Dimension } from "../../domain/policy.ts";
import { deviationFrom, dimensionBands } from "../band.ts";
import { type Draft, family } from "../draft.ts";
import { at } from "../instance.ts";
import { evaluate, type LinearExpression, sumOf } from "../linear-expression.ts";
import type { Origin } from "../linear-model.ts";
import { placedIn } from "./held.ts";
import { sizeTable } from "./size-table.ts";

/**
 * deviation[p,d,g] >= 0, whole: persons of category g of dimension d below or above the band of promotion p, 0 when this round
 * places nobody there. With m members of that category and M members in all, [L(s), U(s)] the band for M + s persons:
 *
 *     sum of x in category + deviation >= sum over s of (L(s) - m) * size[p,s]
 *     sum of x in category - deviation <= sum over s of (U(s) - m) * size[p,s]
 */
function deviationColumn(draft: Draft, promotion: number, dimension: Dimension, category: string): number {
  const { instance, builder } = draft;
  const { id, members } = at(instance.round.promotions, promotion);
  const { sizes, columns } = sizeTable(draft, promotion);
  const band = (placed: number) => dimensionBands(dimension, members.length + placed)[category] ?? ([0, 0] as const);
  const already = members.filter((member) => member.attributes[dimension.dimension] === category).length;
  const inCategory = instance.arcs
    .ofPromotion(promotion)
    .filter((arc) => at(instance.round.candidates, instance.arcs.candidateOf(arc)).attributes[dimension.dimension] === category);
  const subject = { promotion: id, dimension: dimension.dimension, category };
  const origin: Origin = { source: "representativeness", subject, definition: true };
  const column = builder.addColumn({
    lower: 0,
    upper: Infinity,
    origin,
    define: (point) => {
      const placed = evaluate(placedIn(draft, promotion), point);
      return placed === 0 ? 0 : deviationFrom(already + evaluate(sumOf(inCategory), point), band(placed));
    },
  });
  const side = (sign: 1 | -1, end: 0 | 1): LinearExpression => ({
    columns: [...inCategory, column, ...columns],
    coefficients: [...inCategory.map(() => 1), sign, ...sizes.map((size) => already - band(size)[end])],
    constant: 0,
  });
  builder.addRow(side(1, 0), { lower: 0 }, origin);
  builder.addRow(side(-1, 1), { upper: 0 }, origin);
  return column;
}

/** Names of the categories of a dimension that have a band, in the order of their columns. */
export function categoriesOf(dimension: Dimension): readonly string[] {
  return Object.keys("quotas" in dimension ? dimension.quotas : dimension.targets).sort();
}

/** One deviation column per category with a band, of one dimension of one promotion. */
export function dimensionDeviations(draft: Draft, promotion: number, dimension: Dimension): readonly number[] {
  return family(draft, `deviation ${promotion} ${dimension.dimension}`, () =>
    categoriesOf(dimension).map((category) => deviationColumn(draft, promotion, dimension, category)),
  );
}

/** Persons outside the bands of one promotion, over all dimensions and categories. */
export function promotionDeviation(draft: Draft, promotion: number): LinearExpression {
  const dimensions = draft.instance.round.policy.representativeness ?? [];
  return sumOf(dimensions.flatMap((dimension) => dimensionDeviations(draft, promotion, dimension)));
}

/** Promotions in which this round can place someone. */
export function openPromotions(draft: Draft): readonly number[] {
  const { round, arcs } = draft.instance;
  return round.promotions.flatMap((_, promotion) => (arcs.hasPromotion(promotion) ? [promotion] : []));
}
