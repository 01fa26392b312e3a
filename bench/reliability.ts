import { parseArgs } from "node:util";
import { scratchStore } from "../test/store/scratch-store.ts";
import { thisMachine } from "./campaign/machine.ts";
import { killCampaign } from "./reliability/kill-campaign.ts";
import { type KillPiece, keepPiece, summaryOf } from "./reliability/kill-pieces.ts";

const USAGE =
  "usage: npm run --silent reliability -- R1 [--store embedded|postgres] [--kills N] [--solver-kills N] [--worker-kills N] [--seed S] [--into FILE.jsonl]";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    store: { type: "string", default: "embedded" },
    kills: { type: "string", default: "500" },
    "solver-kills": { type: "string", default: "200" },
    "worker-kills": { type: "string", default: "200" },
    seed: { type: "string", default: "1" },
    into: { type: "string" },
  },
});
const { store } = values;
if (positionals[0] !== "R1" || (store !== "embedded" && store !== "postgres")) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const isShared = store === "postgres";
const scratch = await scratchStore(store);
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
const { cpu, cores, node } = thisMachine();
const date = new Date().toISOString().slice(0, 10);
const piece: KillPiece = { date, machine: `${cpu}, ${cores} cores, Node ${node}`, store, seed: Number(values.seed), ...report };
// A campaign can be run in pieces: each is a line of the file, and the figures are those of all its pieces on this store.
const pieces = values.into === undefined ? [piece] : keepPiece(values.into, piece);
const summary = summaryOf(pieces.filter((one) => one.store === store));
process.stdout.write(`${JSON.stringify({ store, ...summary }, null, 2)}\n`);
process.exit(summary.broken === 0 ? 0 : 1);
