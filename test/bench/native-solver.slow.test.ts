import { expect, test } from "vitest";
import type { NativeProgram } from "../../bench/contenders/native/native-solver.ts";
import { openNativeSolver } from "../../bench/contenders/native/native-solver.ts";
import { gapInstance } from "../solvers/gap-instance.ts";

/** A program that has written nothing by the time it is killed. */
const SLEEPER: NativeProgram = {
  name: "bash",
  versionArguments: ["--version"],
  versionPattern: /version (\S+)/,
  solveArguments: () => ["-c", "exec sleep 600"],
  retryArguments: [],
  readLog: () => ({}),
  readSolution: (file) => {
    throw new Error(`no such file: ${file}`);
  },
};

test("a native program that is killed past its limit has found nothing, and is not called broken", async () => {
  const solver = openNativeSolver(SLEEPER, () => {});
  const result = await solver?.solve(gapInstance("gap1-0"), { maxSeconds: 0.1 });
  expect(result).toMatchObject({ status: "no-solution-found", limit: "time", bound: null });
});
