import { at, type Instance } from "../model/instance.ts";
import type { LinearModel, Origin } from "../model/linear-model.ts";

/** A candidate must have one of some arcs, all their own. */
export interface Demand {
  readonly candidate: number;
  readonly arcs: readonly number[];
}

/**
 * The program with every demand met:
 *
 *     sum of x over the arcs demanded >= 1,   x = 0 for the other arcs of the candidate
 */
export function demanding(model: LinearModel, demands: readonly Demand[], instance: Instance): LinearModel {
  const colUpper = model.colUpper.slice();
  for (const { candidate, arcs } of demands) {
    const wanted = new Set(arcs);
    for (const arc of instance.arcs.ofCandidate(candidate)) if (!wanted.has(arc)) colUpper[arc] = 0;
  }
  const subjectOf = ({ candidate }: Demand) => ({ candidate: at(instance.round.candidates, candidate).id, demanded: "true" });
  return withLeastOne(
    { ...model, colUpper },
    demands.map((demand) => ({ arcs: demand.arcs, subject: subjectOf(demand) })),
  );
}

/** The program with any of the demands met: sum of x over the arcs of all of them >= 1. */
export function anyOfThem(model: LinearModel, demands: readonly Demand[]): LinearModel {
  return withLeastOne(model, [{ arcs: demands.flatMap(({ arcs }) => arcs), subject: { demanded: "any" } }]);
}

interface LeastOne {
  readonly arcs: readonly number[];
  readonly subject: Origin["subject"];
}

/** The program with a row more for each list of arcs: one of them is chosen. */
function withLeastOne(model: LinearModel, lists: readonly LeastOne[]): LinearModel {
  const rows = lists.map(({ arcs }) => arcs.toSorted((a, b) => a - b));
  const entries = rows.reduce((sum, row) => sum + row.length, 0);
  const { starts, indices, values } = model.matrix;
  const filled = indices.length;
  const grown = {
    starts: new Int32Array(starts.length + rows.length),
    indices: new Int32Array(filled + entries),
    values: new Float64Array(filled + entries),
  };
  grown.starts.set(starts);
  grown.indices.set(indices);
  grown.values.set(values);
  let end = filled;
  rows.forEach((row, i) => {
    grown.indices.set(row, end);
    grown.values.fill(1, end, end + row.length);
    end += row.length;
    grown.starts[starts.length + i] = end;
  });
  return {
    ...model,
    numRows: model.numRows + rows.length,
    rowLower: Float64Array.from([...model.rowLower, ...rows.map(() => 1)]),
    rowUpper: Float64Array.from([...model.rowUpper, ...rows.map(() => Infinity)]),
    matrix: { format: "csr", ...grown },
    rowOrigins: [
      ...model.rowOrigins,
      ...lists.map(({ subject }): Origin => ({ source: "one-place", subject, definition: true })),
    ],
  };
}
