import { expect, it } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { openBaseRun } from "../../engine/explain/base-run.ts";
import { recordsOfStages, replaceBase } from "../../engine/explain/replace-base.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { roundOf } from "../input/round-of.ts";

it("a certificate does not outlive the locks it was made under: stages after one that was found better have none", async () => {
  const round = roundOf(generateRound({ candidates: 40, seed: 4, policy: { ground: "composition" } }));
  const instance = buildInstance(round);
  const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
  const solved = await solveTiers(instance, ports);
  if (solved.status !== "solved") throw new Error(solved.status);
  const placed = solved.stages.findIndex(({ stage }) => stage.objectives.includes("placed"));
  const certificate = solved.stages.find((stage) => stage.certificate !== undefined)?.certificate;
  if (certificate === undefined) throw new Error("no stage has a certificate");
  const worse = solved.stages.map((stage, i) => {
    return { ...stage, certificate, ...(i === placed && { found: stage.found - 1, bound: stage.bound }) };
  });
  const base = openBaseRun(instance, solved.arcs, recordsOfStages(instance, worse));
  const after = replaceBase(base, worse, solved.arcs);
  expect(after[placed]?.found).toBe(solved.stages[placed]?.found);
  expect(after.map((stage) => stage.certificate !== undefined)).toEqual(after.map((_, i) => i <= placed));
  expect(after.slice(placed).map(({ bound }) => bound)).toEqual(worse.slice(placed).map(({ bound }) => bound));
});
