import type { RegionalBalance } from "../../domain/policy.ts";
import { bandOf, deviationFrom } from "../band.ts";
import { type Draft, family } from "../draft.ts";
import { evaluate, type LinearExpression, sumOf } from "../linear-expression.ts";
import type { Origin } from "../linear-model.ts";

/** Columns of the arcs whose mission is in a Region. */
function arcsIn(draft: Draft, region: string): readonly number[] {
  return draft.instance.arcs.where((arc) => arc.region === region);
}

const everyArc = (draft: Draft) => sumOf(draft.instance.arcs.all());

/**
 * total[n] in {0,1}: this round makes exactly n placements, for every n not yet excluded by proof; empty when one n is left.
 *
 *     sum over n of total[n] = 1          sum over n of n * total[n] = sum of x
 */
function totalColumns(draft: Draft): { readonly totals: readonly number[]; readonly columns: readonly number[] } {
  return family(draft, "totals", () => {
    const [fewest, most] = draft.placements;
    const totals = Array.from({ length: most - fewest + 1 }, (_, i) => fewest + i);
    const all = everyArc(draft);
    const origin: Origin = { source: "regional-balance", subject: {}, definition: true };
    if (fewest === most) {
      // The bands below are those of this total: no other may slip in.
      draft.builder.addRow(all, { lower: fewest, upper: most }, origin);
      return { totals, columns: [] };
    }
    const columns = totals.map((total) =>
      draft.builder.addColumn({ lower: 0, upper: 1, origin, define: (point) => (evaluate(all, point) === total ? 1 : 0) }),
    );
    draft.builder.addRow(sumOf(columns), { lower: 1, upper: 1 }, origin);
    draft.builder.addRow(
      { columns: [...columns, ...all.columns], coefficients: [...totals, ...all.columns.map(() => -1)], constant: 0 },
      { lower: 0, upper: 0 },
      origin,
    );
    return { totals, columns };
  });
}

/** Members counted under `in-service`, by Region of service; nobody under `round`. */
function membersCounted({ instance }: Draft, balance: RegionalBalance): readonly string[] {
  return balance.count === "in-service" ? instance.memberRegions : [];
}

/**
 * deviation[r] >= 0, whole: citizens in Region r below or above its band [L(n), U(n)] for n placements, with m members counted in r:
 *
 *     m + sum of x in r + deviation >= sum over n of L(n) * total[n]
 *     m + sum of x in r - deviation <= sum over n of U(n) * total[n]
 */
export function regionDeviation(draft: Draft, balance: RegionalBalance, region: string): LinearExpression {
  return family(draft, `region ${region}`, () => {
    const { totals, columns } = totalColumns(draft);
    const inRegion = arcsIn(draft, region);
    const members = membersCounted(draft, balance);
    const already = members.filter((other) => other === region).length;
    const band = (total: number) => bandOf(balance.targets[region] ?? 0, balance.tolerance, members.length + total);
    const origin: Origin = { source: "regional-balance", subject: { region }, definition: true };
    const all = everyArc(draft);
    const column = draft.builder.addColumn({
      lower: 0,
      upper: Infinity,
      origin,
      define: (point) => deviationFrom(already + evaluate(sumOf(inRegion), point), band(evaluate(all, point))),
    });
    const side = (sign: 1 | -1, end: 0 | 1): LinearExpression => ({
      columns: [...inRegion, column, ...columns],
      coefficients: [...inRegion.map(() => 1), sign, ...columns.map((_, i) => -band(totals[i] ?? 0)[end])],
      constant: already - (columns.length === 0 ? band(totals[0] ?? 0)[end] : 0),
    });
    draft.builder.addRow(side(1, 0), { lower: 0 }, origin);
    draft.builder.addRow(side(-1, 1), { upper: 0 }, origin);
    return sumOf([column]);
  });
}
