import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { generateRound } from "../datasets/generate-round.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { measureRound, type Sample } from "./trade-offs/measure-round.ts";
import { chartOf, tableOf } from "./trade-offs/report-samples.ts";
import { settingsAt } from "./trade-offs/settings.ts";

/** Steps for the tiers before the regional balance, which are easy. */
const EARLY_STEPS = 20_000;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    candidates: { type: "string", default: "150" },
    moves: { type: "string", default: "120" },
    seed: { type: "string", default: "7001" },
    levels: { type: "string", default: "0.05,0.1,0.2,0.4" },
    /** A line per round; rounds that are in it already are not measured again. */
    samples: { type: "string" },
    chart: { type: "string" },
  },
});

interface Line {
  readonly seed: number;
  readonly samples: readonly Sample[];
}

const settings = settingsAt(values.levels.split(",").map(Number));
const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
const file = values.samples;
const known: readonly Line[] =
  file === undefined || !existsSync(file)
    ? []
    : readFileSync(file, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));

async function measured(seed: number): Promise<readonly Sample[]> {
  const cohort = generateRound({ candidates: Number(values.candidates), seed, months: 6 });
  const parsed = parseRoundValue({ ...cohort, limits: { seconds: 600, steps: EARLY_STEPS } });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const samples = await measureRound(parsed.round, settings, ports, Number(values.moves));
  if (file !== undefined) appendFileSync(file, `${JSON.stringify({ seed, samples })}\n`);
  return samples;
}

const samples: Sample[] = [];
for (let index = 0; index < Number(values.rounds); index++) {
  const seed = Number(values.seed) + index;
  samples.push(...(known.find((line) => line.seed === seed)?.samples ?? (await measured(seed))));
  process.stderr.write(`${index + 1} of ${values.rounds} rounds\n`);
}
process.stdout.write(tableOf(samples, settings));
if (values.chart !== undefined) writeFileSync(values.chart, chartOf(samples, settings));
