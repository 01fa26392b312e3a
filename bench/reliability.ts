import { parseArgs } from "node:util";
import { scratchStore } from "../test/store/scratch-store.ts";
import { killCampaign } from "./reliability/kill-campaign.ts";
import { quantile } from "./reliability/quantile.ts";

const USAGE =
  "usage: npm run --silent reliability -- R1 [--store embedded|postgres] [--kills N] [--solver-kills N] [--worker-kills N] [--seed S]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: "string", default: "embedded" },
    kills: { type: "string", default: "500" },
    "solver-kills": { type: "string", default: "200" },
    "worker-kills": { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
  },
});
if (positionals[0] !== "R1" || (values.store !== "embedded" && values.store !== "postgres")) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const isShared = values.store === "postgres";
const scratch = await scratchStore(values.store);
const report = await killCampaign({
  environment: scratch.environment,
  openStore: scratch.open,
  serverKills: Number(values.kills),
  solverKills: Number(values["solver-kills"]),
  workerKills: isShared ? Number(values["worker-kills"]) : 0,
  workers: isShared ? 2 : 0,
  clients: 4,
  seed: Number(values.seed),
  onKill: (count, ready) =>
    process.stderr.write(`kill ${count}${ready === null ? "" : `, ready again in ${Math.round(ready)} ms`}\n`),
});
await scratch.remove();
const { readyAgain, ...findings } = report;
const ready = { p50: quantile(readyAgain, 0.5), p99: quantile(readyAgain, 0.99), longest: readyAgain.at(-1) ?? 0 };
process.stdout.write(`${JSON.stringify({ store: values.store, ...findings, readyAgainMilliseconds: ready }, null, 2)}\n`);
