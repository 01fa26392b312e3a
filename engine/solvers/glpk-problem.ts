import type { GLPK, LP } from "glpk.js/node";
import type { LinearModel } from "../model/linear-model.ts";

/** The model in the words of glpk.js: column j is `x<j>`, row i is `r<i>`. It has no place for the offset. */
export function glpkProblem(runtime: GLPK, model: LinearModel): LP {
  const { starts, indices, values } = model.matrix;
  const bounds = (lower: number = -Infinity, upper: number = Infinity) => ({
    type: kindOf(runtime, lower, upper),
    lb: Number.isFinite(lower) ? lower : 0,
    ub: Number.isFinite(upper) ? upper : 0,
  });
  const columns = Array.from({ length: model.numCols }, (_, j) => `x${j}`);
  return {
    name: "model",
    objective: {
      direction: model.sense === "minimise" ? runtime.GLP_MIN : runtime.GLP_MAX,
      name: "objective",
      // Every column once, in order: glpk.js numbers columns as they first appear.
      vars: columns.map((name, j) => ({ name, coef: model.colCost[j] ?? 0 })),
    },
    subjectTo: Array.from({ length: model.numRows }, (_, i) => ({
      name: `r${i}`,
      vars: Array.from(indices.subarray(starts[i], starts[i + 1]), (j, k) => ({
        name: `x${j}`,
        coef: values[(starts[i] ?? 0) + k] ?? 0,
      })),
      bnds: bounds(model.rowLower[i], model.rowUpper[i]),
    })),
    bounds: columns.map((name, j) => ({ name, ...bounds(model.colLower[j], model.colUpper[j]) })),
    generals: columns.filter((_, j) => model.integrality[j] === 1),
  };
}

function kindOf(runtime: GLPK, lower: number, upper: number): number {
  if (lower === upper) return runtime.GLP_FX;
  if (!Number.isFinite(lower)) return Number.isFinite(upper) ? runtime.GLP_UP : runtime.GLP_FR;
  return Number.isFinite(upper) ? runtime.GLP_DB : runtime.GLP_LO;
}
