import type { ObjectiveId, RuleId, Sense } from "../domain/policy.ts";

/** Which rule or objective a row or column was built for, and about whom: ids by kind (`{ mission: "m1", day: "2026-10-05" }`). */
export interface Origin {
  readonly source: RuleId | ObjectiveId | "lock";
  readonly subject: Readonly<Record<string, string>>;
  /** The row only says what a column means: it restricts no placement, and no conflict can be blamed on it. */
  readonly definition?: true;
}

/**
 * An integer program as data, in HiGHS' field names and shapes:
 *
 *     optimise  colCost . x + offset
 *     where     rowLower <= A x <= rowUpper,  colLower <= x <= colUpper,  x[j] whole where integrality[j] = 1
 *
 * Column arrays have `numCols` entries, row arrays `numRows`. Coefficients, costs and finite bounds are whole numbers; a bound
 * that is absent is plus or minus `Infinity`. `matrix` is compressed by rows: row i has the entries
 * `starts[i] .. starts[i + 1] - 1`, column indices ascending, none twice.
 */
export interface LinearModel {
  readonly numCols: number;
  readonly numRows: number;
  readonly sense: Sense;
  readonly offset: number;
  readonly colCost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** 1: whole numbers only, 0: continuous. */
  readonly integrality: Int32Array;
  readonly matrix: {
    readonly format: "csr";
    readonly starts: Int32Array;
    readonly indices: Int32Array;
    readonly values: Float64Array;
  };
  readonly rowOrigins: readonly Origin[];
  readonly colOrigins: readonly Origin[];
}
