import { parseArgs } from "node:util";
import { generateRound } from "../datasets/generate-round.ts";
import { buildInstance } from "../engine/formulate/build-instance.ts";
import { formulate, type StageLock } from "../engine/formulate/formulate.ts";
import { type Stage, stagesOf } from "../engine/formulate/stages.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import type { Instance } from "../engine/model/instance.ts";
import type { LinearModel } from "../engine/model/linear-model.ts";
import { compositionBound } from "../engine/search/columns/composition-bound.ts";
import { locksFor } from "../engine/search/locks.ts";
import { solveTiers } from "../engine/search/solve-tiers.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { linearBands } from "./formulations/linear-bands.ts";

/**
 * Bounds on representativeness under the locks of the tiers before it, by formulation, with the processor time each took: one line per
 * round, in Markdown. `met`: targets that applicants can meet; `unmet`: those of the population, which they cannot.
 */
const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "150,300,1000" },
    seeds: { type: "string", default: "21,22" },
    targets: { type: "string", default: "unmet,met" },
    seconds: { type: "string", default: "60" },
    ground: { type: "string", default: "composition" },
  },
});
const seconds = Number(values.seconds);
const highs = await loadHighs();
const solver = checked(highs);
const now = () => performance.now() / 1000;

interface Case {
  readonly instance: Instance;
  readonly stages: readonly Stage[];
  readonly locks: readonly StageLock[];
  readonly stage: Stage;
  readonly arcs: readonly number[];
  readonly value: number;
}

async function openCase(candidates: number, seed: number, targets: string): Promise<Case> {
  const draft = generateRound({
    candidates,
    seed,
    months: 6,
    policy: {
      ground: values.ground === "replacement" ? "replacement" : "composition",
      targets: targets === "met" ? "met" : "unmet",
    },
  });
  const parsed = parseRoundValue({ ...draft, limits: { seconds, steps: 100_000_000 } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const instance = buildInstance(parsed.round);
  const stages = stagesOf(instance);
  const index = stages.findIndex(({ objectives }) => objectives.includes("representativeness"));
  const solved = await solveTiers(instance, { solver, now }, { first: index + 1 });
  const [stage, own] = [stages[index], solved.status === "solved" ? solved.stages[index] : undefined];
  if (solved.status !== "solved" || stage === undefined || own === undefined) throw new Error(solved.status);
  return {
    instance,
    stages,
    locks: locksFor(stage, solved.stages.slice(0, index), instance),
    stage,
    arcs: solved.arcs,
    value: own.found,
  };
}

/** A bound and the processor seconds it took, as a table cell. */
async function timed(bound: () => Promise<number | null>): Promise<string> {
  const before = process.cpuUsage();
  const value = await bound();
  const { user, system } = process.cpuUsage(before);
  return `${value === null ? "none" : value.toFixed(1)} in ${((user + system) / 1e6).toFixed(1)} s`;
}

/** Not through the checks: bands that are shares have no whole coefficients. */
async function linear(model: LinearModel): Promise<number | null> {
  const answer = await highs.solve({ ...model, integrality: new Int32Array(model.numCols) }, { maxSeconds: 4 * seconds });
  return answer.status === "optimal" ? answer.objective : null;
}

console.log("| candidates | seed | targets | found | LP, bands linear | LP, size tables | HiGHS, whole program | compositions |");
console.log("|---|---|---|---|---|---|---|---|");
for (const size of values.sizes.split(",").map(Number)) {
  for (const targets of values.targets.split(",")) {
    for (const seed of values.seeds.split(",").map(Number)) {
      const { instance, stages, locks, stage, arcs, value } = await openCase(size, seed, targets);
      const formulation = formulate(instance, locks, stage);
      const bands = await timed(() => linear(linearBands(instance, locks)));
      const tables = await timed(() => linear(formulation.model));
      const whole = await timed(async () => {
        const start = formulation.complete(arcs);
        const answer = await solver.solve(formulation.model, { start, maxSeconds: seconds });
        return "bound" in answer ? answer.bound : null;
      });
      const compositions = await timed(async () => {
        const question = {
          instance,
          stages,
          locks,
          arcs,
          value: Infinity,
          bound: -Infinity,
          maxSteps: 100_000_000,
          maxSeconds: 4 * seconds,
          memory: new Map(),
        };
        return (await compositionBound(question, { solver, now }))?.bound ?? null;
      });
      console.log(`| ${size} | ${seed} | ${targets} | ${value} | ${bands} | ${tables} | ${whole} | ${compositions} |`);
    }
  }
}
