import { writeFileSync } from "node:fs";
import { buildInstance } from "../../engine/formulate/build-instance.ts";
import { formulate } from "../../engine/formulate/formulate.ts";
import { stagesOf } from "../../engine/formulate/stages.ts";
import { writeMps } from "../../engine/model/write-mps.ts";
import { locksFor } from "../../engine/search/locks.ts";
import { solveTiers } from "../../engine/search/solve-tiers.ts";
import { readArguments } from "./arguments.ts";
import { loadSolver } from "./load-solver.ts";
import { readRound } from "./read-round.ts";

const USAGE = `usage: npm run --silent export -- ROUND --tier K[.E] --mps FILE
K counts the tiers of the effective policy from 1, E the entries of a tier whose value is a list (default 1). Earlier tiers are solved
first and stand in the file as rows.`;

const { values, positionals } = readArguments({ tier: { type: "string" }, mps: { type: "string" } }, USAGE);
const position = /^(\d+)(?:\.(\d+))?$/.exec(values.tier ?? "");
const file = positionals[0];
if (positionals.length !== 1 || file === undefined || position === null || values.mps === undefined) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const { round } = readRound(file);
const instance = buildInstance(round);
const stages = stagesOf(instance);
const wanted = stages.findIndex(
  (stage) => stage.tier + 1 === Number(position[1]) && stage.entry + 1 === Number(position[2] ?? 1),
);
const stage = stages[wanted];
if (stage === undefined) {
  process.stderr.write(`there is no tier ${values.tier}; the policy has ${round.policy.tiers.length}\n`);
  process.exit(2);
}

const started = performance.now();
const now = () => (performance.now() - started) / 1000;
const solved = await solveTiers(instance, { solver: await loadSolver("highs", USAGE), now }, { first: wanted });
if (solved.status !== "solved") {
  process.stderr.write(`the earlier tiers could not be solved: ${solved.status}\n`);
  process.exit(solved.status === "infeasible" ? 3 : solved.status === "nothing-found" ? 4 : 1);
}
const { model } = formulate(instance, locksFor(stage, solved.stages, instance), stage);
writeFileSync(values.mps, writeMps(model, `${round.id}-tier-${values.tier}`));
process.stdout.write(
  `${values.mps}: ${model.numCols} columns, ${model.numRows} rows; ${stage.sense} ${stage.objectives.join(" + ")}, earlier tiers locked\n`,
);
