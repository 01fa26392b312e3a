import { appendFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { median } from "simple-statistics";
import { generateRound } from "../datasets/generate-round.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { measureRound, type Sample } from "./trade-offs/measure-round.ts";
import { nameOf, settingsAt } from "./trade-offs/settings.ts";

/** Steps for the tiers before the regional balance, which are easy. */
const EARLY_STEPS = 20_000;

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    candidates: { type: "string", default: "150" },
    moves: { type: "string", default: "300" },
    seed: { type: "string", default: "7001" },
    levels: { type: "string", default: "0.05,0.1,0.2,0.4" },
    ground: { type: "string", default: "replacement" },
    out: { type: "string" },
  },
});

const settings = settingsAt(values.levels.split(",").map(Number));
const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };

async function samplesOf(seed: number): Promise<readonly Sample[]> {
  const cohort = generateRound({ candidates: Number(values.candidates), seed, months: 6 });
  const limits = { seconds: 600, steps: EARLY_STEPS };
  const parsed = parseRoundValue({ ...cohort, policy: { deferralGround: values.ground as "replacement" }, limits });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  return measureRound(parsed.round, settings, ports, Number(values.moves));
}

const samples: Sample[] = [];
for (let index = 0; index < Number(values.rounds); index++) {
  const seed = Number(values.seed) + index;
  const found = await samplesOf(seed);
  samples.push(...found);
  if (values.out !== undefined) appendFileSync(values.out, `${JSON.stringify({ seed, samples: found })}\n`);
  process.stderr.write(`${index + 1} of ${values.rounds} rounds\n`);
}

const rows = settings.map((setting) => {
  const ours = samples.filter((one) => nameOf(one.setting) === nameOf(setting));
  const middle = (pick: (one: Sample) => number, digits: number) => median(ours.map(pick)).toFixed(digits);
  const ranks = [0, 1, 2].map((rank) => middle((one) => 100 * (one.ranks[rank] ?? 0), 1));
  const costs = [middle((one) => one.balance, 1), middle((one) => one.composition, 1), middle((one) => one.delay, 2)];
  return `| ${[nameOf(setting), ...ranks, ...costs].join(" | ")} |`;
});
process.stdout.write(
  `${["| allowance | first | second | third | balance | composition | delay |", "|---|---|---|---|---|---|---|", ...rows].join("\n")}\n`,
);
