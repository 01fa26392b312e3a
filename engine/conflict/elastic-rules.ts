import type { Round } from "../domain/round.ts";
import { at } from "../model/instance.ts";
import type { LinearModel } from "../model/linear-model.ts";
import { type Slack, slackOf } from "./slack.ts";

/** A program of rules in which what can give way does so at a price. */
export interface ElasticRules {
  readonly model: LinearModel;
  /** The slacks, and how much of each a point uses. */
  readonly used: (point: Float64Array) => readonly { readonly slack: Slack; readonly by: number }[];
}

/**
 * The rules with one whole-number slack per number of the round that can give way, shared by its rows:
 *
 *     minimise  sum of price * slack      where  rowLower <= A x + slack  or  A x - slack <= rowUpper
 *
 * A slack in `fixed` stays 0.
 */
export function elasticRules(model: LinearModel, round: Round, fixed: ReadonlySet<string>): ElasticRules {
  const slacks: Slack[] = [];
  const columns = new Map<string, number>();
  const added = model.rowOrigins.map((_, row): [column: number, value: number] | null => {
    const slack = slackOf(model, row, round);
    if (slack === null || fixed.has(slack.key)) return null;
    const column = columns.get(slack.key) ?? model.numCols + slacks.push(slack) - 1;
    columns.set(slack.key, column);
    // A pin's row has both ends: who is to be placed may be missing, who is to be elsewhere may be there.
    const isShort = Number.isFinite(at(model.rowLower, row)) && at(model.rowLower, row) > 0;
    const raises = slack.kind === "pin" ? isShort : Number.isFinite(at(model.rowLower, row));
    return [column, raises ? 1 : -1];
  });
  return {
    model: withColumns(model, slacks, added),
    used: (point) =>
      slacks.flatMap((slack, index) => {
        const by = Math.round(at(point, model.numCols + index));
        return by > 0 ? [{ slack, by }] : [];
      }),
  };
}

function withColumns(
  model: LinearModel,
  slacks: readonly Slack[],
  added: readonly (readonly [number, number] | null)[],
): LinearModel {
  const { matrix } = model;
  const starts = [0];
  const [indices, values]: [number[], number[]] = [[], []];
  added.forEach((entry, row) => {
    for (let k = at(matrix.starts, row); k < at(matrix.starts, row + 1); k++) {
      indices.push(at(matrix.indices, k));
      values.push(at(matrix.values, k));
    }
    if (entry !== null) {
      indices.push(entry[0]);
      values.push(entry[1]);
    }
    starts.push(indices.length);
  });
  const joined = (array: Float64Array, more: readonly number[]) => Float64Array.from([...array, ...more]);
  const zeros = slacks.map(() => 0);
  return {
    ...model,
    sense: "minimise",
    numCols: model.numCols + slacks.length,
    colCost: joined(
      new Float64Array(model.numCols),
      slacks.map(({ price }) => price),
    ),
    colLower: joined(model.colLower, zeros),
    colUpper: joined(
      model.colUpper,
      slacks.map(() => Infinity),
    ),
    integrality: Int32Array.from([...model.integrality, ...slacks.map(() => 1)]),
    matrix: {
      format: "csr",
      starts: Int32Array.from(starts),
      indices: Int32Array.from(indices),
      values: Float64Array.from(values),
    },
    colOrigins: [...model.colOrigins, ...slacks.map(({ subject }) => ({ source: "lock" as const, subject }))],
  };
}
