import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { evidenceOf } from "./campaign/evidence.ts";
import { RESULTS, readRecords } from "./campaign/results-file.ts";
import { chartsOf } from "./report/charts.ts";
import { writeReport } from "./report/write-report.ts";

/** Writes RESULTS.md and charts/ into the folder --out (bench) from the records in --from (bench/results.jsonl). Measures nothing. */
const { values } = parseArgs({
  options: {
    from: { type: "string", default: RESULTS },
    out: { type: "string", default: new URL(".", import.meta.url).pathname },
    seeds: { type: "string", default: "9101,9102,9103" },
  },
});
const evidence = evidenceOf([...readRecords(values.from).values()]);
const charts = chartsOf(evidence);
const folder = join(values.out, "charts");
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
for (const { file, svg } of charts) writeFileSync(join(folder, file), svg);
writeFileSync(join(values.out, "RESULTS.md"), writeReport(evidence, values.seeds.split(",").map(Number), charts));
