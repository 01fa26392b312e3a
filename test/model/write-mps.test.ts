import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import loadRuntime from "highs";
import { describe, expect, test } from "vitest";
import type { LinearModel } from "../../engine/model/linear-model.ts";
import { writeMps } from "../../engine/model/write-mps.ts";
import { modelOf } from "../solvers/model-of.ts";

const runtime = await loadRuntime();

const knapsack = modelOf({
  sense: "maximise",
  offset: 100,
  columns: [{ cost: 3, upper: 10 }, { cost: 5, upper: 10 }, { cost: 0 }],
  rows: [[-Infinity, { 0: 2, 1: 3 }, 17]],
});
const everything = modelOf({
  offset: -7,
  columns: [
    { cost: 1, lower: -5, upper: 5 },
    { cost: -2, lower: -Infinity, upper: 3, continuous: true },
    { cost: 3, lower: -Infinity, upper: Infinity, continuous: true },
    { cost: 4, lower: 2, upper: Infinity },
    { cost: 0, lower: 4, upper: 4 },
    { cost: 1, lower: -Infinity, upper: Infinity },
  ],
  rows: [
    [-4, { 0: 1, 1: 2, 5: 1 }, 9],
    [1, { 2: 1, 3: -1 }, 1],
    [-6, { 0: 1, 5: 1, 2: 1 }, Infinity],
    [-2, { 5: 1 }, 8],
  ],
});
const OPTIMA: readonly [string, LinearModel, number][] = [
  ["a knapsack to maximise", knapsack, 128],
  ["every kind of bound and row", everything, optimumOf(everything)],
];

/** The optimum by HiGHS, from the arrays. */
function optimumOf(model: LinearModel): number {
  const { minimize, maximize } = runtime.constants.objectiveSense;
  const { rowOrigins, colOrigins, matrix, sense, ...arrays } = model;
  const native = {
    ...arrays,
    sense: sense === "minimise" ? minimize : maximize,
    matrix: { ...matrix, numCols: model.numCols, numRows: model.numRows },
  };
  return runtime.withModel(native, (solving) => {
    solving.run();
    return solving.getObjectiveValue();
  });
}

describe("a model written as MPS", () => {
  test("is read by HiGHS as the same arrays", () => {
    const unshifted = { ...everything, offset: 0 };
    const read = runtime.withModel({ format: "mps", data: writeMps(unshifted, "everything") }, (model) => model.getModel("csr"));
    const { numCols, numRows, colCost, colLower, colUpper, rowLower, rowUpper, integrality, matrix } = everything;
    expect(read).toMatchObject({ numCols, numRows, colCost, colLower, colUpper, rowLower, rowUpper, integrality });
    expect(read.matrix).toMatchObject({ starts: matrix.starts, indices: matrix.indices, values: matrix.values });
  });

  test("is minimised with the objective negated when it maximises", () => {
    const text = writeMps(knapsack, "knapsack");
    expect(text).toMatch(/^\* Maximise/);
    const optimum = runtime.withModel({ format: "mps", data: text }, (model) => {
      model.run();
      return model.getObjectiveValue();
    });
    expect(optimum).toBeCloseTo(-128, 6);
  });

  test("names rows and columns after their origins, each name once and without spaces", () => {
    const model: LinearModel = {
      ...modelOf({
        columns: [{ cost: 1 }, { cost: 1 }, { cost: 1 }],
        rows: [
          [1, { 0: 1, 1: 1 }, 1],
          [0, { 2: 1 }, 1],
        ],
      }),
      colOrigins: [
        { source: "one-place", subject: { candidate: "c 1" } },
        { source: "one-place", subject: { candidate: "c_1" } },
        { source: "one-place", subject: { candidate: "c_1~2" } },
      ],
      rowOrigins: [
        { source: "mission-capacity", subject: { mission: "m1", day: "2026-10-05" } },
        { source: "mission-capacity", subject: { mission: "m1", day: "2026-10-05" } },
      ],
    };
    const names = runtime.withModel({ format: "mps", data: writeMps(model, "two words") }, (read) => [
      ...[0, 1, 2].map((j) => read.getColName(j)),
      ...[0, 1].map((i) => read.getRowName(i)),
    ]);
    expect(names).toEqual([
      "one-place.c_1",
      "one-place.c_1~2",
      "one-place.c_1_2",
      "mission-capacity.m1.2026-10-05",
      "mission-capacity.m1.2026-10-05~2",
    ]);
  });

  test("has the offset as a column fixed at 1, because readers disagree about its sign elsewhere", () => {
    const optimum = runtime.withModel({ format: "mps", data: writeMps(everything, "everything") }, (model) => {
      model.run();
      return model.getObjectiveValue();
    });
    expect(optimum).toBeCloseTo(optimumOf(everything), 6);
  });

  test("leaves out rows that ask for nothing", () => {
    const model = modelOf({
      columns: [{ cost: -1 }],
      rows: [
        [-Infinity, { 0: 1 }, Infinity],
        [-Infinity, { 0: 1 }, 0],
      ],
    });
    const read = runtime.withModel({ format: "mps", data: writeMps(model, "free") }, (native) => native.getModel("csr"));
    expect([...read.rowUpper]).toEqual([0]);
  });
});

/** The optimum as an installed solver prints it, its sign as in the file. */
const READERS = [
  {
    command: "glpsol",
    arguments: (file: string, out: string) => ["--freemps", file, "-o", out],
    objective: (text: string) => /^Objective: {2}\S+ = (\S+)/m.exec(text)?.[1],
  },
  {
    command: "cbc",
    arguments: (file: string, out: string) => [file, "solve", "solution", out],
    objective: (text: string) => /objective value (\S+)/.exec(text)?.[1],
  },
];

describe.each(READERS)("$command, if it is installed", ({ command, arguments: argumentsFor, objective }) => {
  const missing = spawnSync(command, ["--version"]).error !== undefined;
  test.skipIf(missing).each(OPTIMA)("finds the same optimum for %s", (_, model, optimum) => {
    const folder = mkdtempSync(join(tmpdir(), "mps-"));
    try {
      const [file, out] = [join(folder, "model.mps"), join(folder, "out.txt")];
      writeFileSync(file, writeMps(model, "model"));
      const run = spawnSync(command, argumentsFor(file, out), { encoding: "utf8" });
      expect(run.status, run.stdout).toBe(0);
      const sign = model.sense === "minimise" ? 1 : -1;
      expect(sign * Number(objective(readFileSync(out, "utf8")))).toBeCloseTo(optimum, 6);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
