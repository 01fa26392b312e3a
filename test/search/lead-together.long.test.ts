import { expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { placementOf } from "../../engine/decode/outcomes.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { type Stage, stagesOf } from "../../engine/formulate/stages.ts";
import { at } from "../../engine/model/instance.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import type { Solver } from "../../engine/solvers/solver.ts";
import { verifyPlacements } from "../../engine/verify/verify-placements.ts";
import { roundOf } from "../input/round-of.ts";

const highs = checked(await loadHighs());
const nameOf = ({ objectives, entry }: Stage) => `${objectives.join("+")} ${entry}`;

test.for(["composition", "replacement"] as const)(
  "a year with little time and its wishes first, %s: one program leads to what comes before composition, and what it led to is bounded",
  async (ground) => {
    const round = roundOf(generateRound({ candidates: 700, seed: 5_152, months: 12, policy: { ground, wishes: "early" } }));
    const instance = buildInstance({ ...round, limits: { seconds: 10, steps: 400_000, threads: 1 } });
    const stages = stagesOf(instance);
    const first = stages.findIndex(({ objectives }) => objectives.includes("worst-promotion"));
    let whole = 0;
    // The clock stands still: little time is left, and nothing takes any.
    const solver: Solver = {
      ...highs,
      solve: (model, request) => {
        if (model.integrality.includes(1)) whole++;
        return highs.solve(model, { ...request, maxSeconds: 120 });
      },
    };
    const outcome = await solveTiers(instance, { solver, now: () => 0 }, { first });
    if (outcome.status !== "solved") throw new Error(outcome.status);
    const gaps = outcome.stages.map(({ stage, found, bound }) => ({ stage: nameOf(stage), gap: Math.abs(found - bound) }));
    const gapOf = (name: string) => gaps.find(({ stage }) => stage === name)?.gap;
    expect(gapOf("placed 0")).toBeLessThanOrEqual(1);
    expect(gapOf("regional-balance 0")).toBeLessThanOrEqual(3);
    expect(gapOf("cross-region 0")).toBeLessThanOrEqual(1);
    // The bound leaves out the rule on idle seats.
    expect(gapOf("wishes 0")).toBeLessThanOrEqual(8);
    // Two groups of stages, each with its kernel, solved again where seats would be left idle.
    expect(whole).toBeLessThanOrEqual(6);
    expect(at(outcome.stages, 0).found).toBe(0);
    const placements = outcome.arcs.map((arc) => placementOf(instance, arc));
    expect(verifyPlacements(round, placements)).toEqual([]);
  },
);
