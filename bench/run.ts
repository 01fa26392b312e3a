import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { tierSense } from "../engine/verify/measure-tiers.ts";
import { thisMachine } from "./campaign/machine.ts";
import type { Campaign, RunRecord } from "./campaign/record.ts";
import { instanceOf, runOne } from "./campaign/run-one.ts";
import { CONTENDERS } from "./contenders/catalogue.ts";
import { chartsOf } from "./report/charts.ts";
import { writeReport } from "./report/write-report.ts";

const USAGE = `usage: npm run bench -- [--sizes 100,300,650,1000] [--seconds 60] [--seeds 1,2,3] [--contenders ${[...CONTENDERS.keys()].join(",")}]
                        [--out bench] [--date YYYY-MM-DD] [--report-only]
Runs every contender on the same generated rounds and writes RESULTS.md, results.json and charts/ into the folder --out.
--report-only writes RESULTS.md and the charts anew from results.json.`;

const { values } = parseArgs({
  options: {
    sizes: { type: "string", default: "100,300,650,1000" },
    seconds: { type: "string", default: "60" },
    seeds: { type: "string", default: "1,2,3" },
    contenders: { type: "string", default: [...CONTENDERS.keys()].join(",") },
    out: { type: "string", default: new URL(".", import.meta.url).pathname },
    date: { type: "string" },
    "report-only": { type: "boolean", default: false },
  },
});
const [sizes, seeds] = [values.sizes, values.seeds].map((list) => list.split(",").map(Number)) as [number[], number[]];
const contenders = values.contenders.split(",");
const seconds = Number(values.seconds);
const wrong = [...sizes, seconds].some((number) => !(number > 0)) || seeds.some((seed) => !(seed >= 0));
if (wrong || contenders.some((name) => !CONTENDERS.has(name))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const results = join(values.out, "results.json");
const campaign = values["report-only"] ? (JSON.parse(readFileSync(results, "utf8")) as Campaign) : await runAll();
const charts = chartsOf(campaign);
mkdirSync(join(values.out, "charts"), { recursive: true });
for (const { file, svg } of charts) writeFileSync(join(values.out, "charts", file), svg);
writeFileSync(join(values.out, "RESULTS.md"), writeReport(campaign, charts));

/** Every contender on every instance, one after another; the record is written after each, so that nothing measured is lost. */
async function runAll(): Promise<Campaign> {
  const { round } = instanceOf(sizes[0] ?? 1, seeds[0] ?? 0);
  const command = `npm run bench -- --sizes ${sizes.join(",")} --seconds ${seconds} --seeds ${seeds.join(",")}`;
  const all = contenders.length === CONTENDERS.size;
  const head: Omit<Campaign, "runs"> = {
    schema: "bench/1",
    date: values.date ?? new Date().toISOString().slice(0, 10),
    machine: thisMachine(),
    command: all ? command : `${command} --contenders ${contenders.join(",")}`,
    seconds,
    sizes,
    seeds,
    contenders,
    tiers: round.policy.tiers.map((tier) => ({ objectives: tier.objectives, sense: tierSense(round, tier) })),
  };
  const runs: RunRecord[] = [];
  mkdirSync(values.out, { recursive: true });
  for (const size of sizes) {
    for (const seed of seeds) {
      for (const contender of contenders) {
        const run = await runOne(contender, size, seed, seconds);
        runs.push(run);
        writeFileSync(results, `${JSON.stringify({ ...head, runs }, shortened)}\n`);
        process.stdout.write(`${lineOf(run)}\n`);
      }
    }
  }
  return { ...head, runs };
}

/** Six digits of a measured figure are plenty. */
function shortened(_key: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
}

function lineOf({ size, seed, contender, end, seconds: taken, peakMemory, lawful, complaints, stages }: RunRecord): string {
  const proven = stages.filter(({ found, bound }) => found === bound).length;
  const verdict = lawful ? `${proven} stages proven` : `NOT COUNTED: ${complaints.join("; ")}`;
  return `${size} candidates, seed ${seed}, ${contender}: ${end} after ${taken.toFixed(1)} s, ${(peakMemory / 2 ** 20).toFixed(0)} MiB, ${verdict}`;
}
