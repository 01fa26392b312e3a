import { parseArgs } from "node:util";
import type { TryGoal } from "./reliability/goals/goal-options.ts";
import { tryHostileRequests } from "./reliability/goals/try-hostile-requests.ts";
import { tryKills } from "./reliability/goals/try-kills.ts";
import { tryModel } from "./reliability/goals/try-model.ts";
import { trySoak } from "./reliability/goals/try-soak.ts";

const GOALS: ReadonlyMap<string, TryGoal> = new Map([
  ["R1", tryKills],
  ["R5", tryHostileRequests],
  ["R6", tryModel],
  ["R9", trySoak],
]);

const USAGE = `usage: npm run --silent reliability -- ${[...GOALS.keys()].join("|")} [options]
  R1  [--store embedded|postgres] [--kills N] [--solver-kills N] [--worker-kills N] [--within SECONDS] [--into FILE.jsonl]
  R5  [--requests N]
  R6  [--store embedded|postgres] [--steps N]
  R9  [--seconds S]
  all [--seed S]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: "string", default: "embedded" },
    kills: { type: "string", default: "500" },
    "solver-kills": { type: "string", default: "200" },
    "worker-kills": { type: "string", default: "200" },
    requests: { type: "string", default: "200000" },
    steps: { type: "string", default: "1000" },
    seconds: { type: "string", default: "1200" },
    seed: { type: "string", default: "1" },
    within: { type: "string" },
    into: { type: "string" },
  },
});
const { store } = values;
const tryGoal = GOALS.get(positionals[0] ?? "");
if (tryGoal === undefined || (store !== "embedded" && store !== "postgres")) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const { broken, figures } = await tryGoal({
  store,
  kills: { server: Number(values.kills), solver: Number(values["solver-kills"]), worker: Number(values["worker-kills"]) },
  requests: Number(values.requests),
  steps: Number(values.steps),
  seconds: Number(values.seconds),
  seed: Number(values.seed),
  within: values.within === undefined ? null : Number(values.within),
  into: values.into ?? null,
});
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
process.exit(broken ? 1 : 0);
