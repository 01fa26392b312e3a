import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { median } from "simple-statistics";
import { generateRound } from "../datasets/generate-round.ts";
import type { Tier } from "../engine/domain/policy.ts";
import type { Result } from "../engine/domain/result.ts";
import { parseRoundValue } from "../engine/input/parse-round.ts";
import { place } from "../engine/place.ts";
import { be20240515 } from "../engine/profiles/be-2024-05-15.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadHighs } from "../engine/solvers/highs.ts";

/** Tiers that may give up something for the wishes; the two of composition together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  balance: ["regional-balance"],
  composition: ["worst-promotion", "representativeness"],
  delay: ["delay"],
};

/** How much each group may give up, as a share of its best value; left out: nothing. */
type Setting = Readonly<Record<string, number>>;

interface Sample {
  readonly setting: Setting;
  readonly seed: number;
  /** Shares of the placed with their first, second and third choice. */
  readonly ranks: readonly number[];
  /** Persons outside the Regions' bands and the promotions' bands per 100 placed; days of delay per person placed. */
  readonly balance: number;
  readonly composition: number;
  readonly delay: number;
}

const tiersUnder = (setting: Setting): readonly Tier[] =>
  be20240515.defaults.tiers
    .filter(({ objectives }) => !objectives.includes("lottery"))
    .map((tier) => {
      const group = Object.keys(GROUPS).find((name) => GROUPS[name]?.some((id) => tier.objectives.includes(id as "delay")));
      const relative = group === undefined ? undefined : setting[group];
      return { ...tier, allowance: relative === undefined ? { absolute: 0 } : { relative } };
    });

const { values } = parseArgs({
  options: {
    rounds: { type: "string", default: "50" },
    candidates: { type: "string", default: "60" },
    seconds: { type: "string", default: "6" },
    levels: { type: "string", default: "0.05,0.1,0.2,0.4,0.8" },
    setting: { type: "string" },
    out: { type: "string" },
  },
});
const levels = values.levels.split(",").map(Number);
const solver = checked(await loadHighs());

async function sample(setting: Setting, seed: number): Promise<Sample> {
  const cohort = generateRound({ candidates: Number(values.candidates), seed, months: 6 });
  const limits = { seconds: Number(values.seconds), steps: 200_000 };
  const parsed = parseRoundValue({ ...cohort, policy: { tiers: tiersUnder(setting) }, limits });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues));
  const outcome = await place(parsed.round, parsed.warnings, { solver, now: () => performance.now() / 1000 });
  if (outcome.status !== "solved") throw new Error(JSON.stringify(outcome));
  return { setting, seed, ...measure(outcome.result) };
}

function measure({ tiers, indicators }: Result): Omit<Sample, "setting" | "seed"> {
  const placed = Math.max(1, indicators.placed + indicators.deferred);
  const value = (id: string) => [tiers.find(({ objectives }) => objectives.includes(id as "delay"))?.value ?? 0].flat();
  return {
    ranks: indicators.ranks.map((count) => count / placed),
    balance: (100 * (value("regional-balance")[0] ?? 0)) / placed,
    composition: (100 * (value("representativeness")[0] ?? 0)) / placed,
    delay: (value("delay")[1] ?? 0) / placed,
  };
}

const settings: readonly Setting[] =
  values.setting === undefined
    ? [{}, ...Object.keys(GROUPS).flatMap((group) => levels.map((level) => ({ [group]: level })))]
    : [JSON.parse(values.setting)];
const samples: Sample[] = [];
for (let seed = 1; seed <= Number(values.rounds); seed++) {
  for (const setting of settings) samples.push(await sample(setting, 7_000 + seed));
  process.stderr.write(`${seed} of ${values.rounds} rounds\n`);
}

const middle = (pick: (one: Sample) => number, setting: Setting): string =>
  median(samples.filter((one) => one.setting === setting).map(pick)).toFixed(3);
const rows = settings.map(
  (setting) =>
    `| ${JSON.stringify(setting).replace(/[{}"]/g, "") || "none"} | ${[0, 1, 2].map((rank) => middle((one) => one.ranks[rank] ?? 0, setting)).join(" | ")} | ${middle((one) => one.balance, setting)} | ${middle((one) => one.composition, setting)} | ${middle((one) => one.delay, setting)} |`,
);
const table = [
  "| allowance | first | second | third | balance | composition | delay |",
  "|---|---|---|---|---|---|---|",
  ...rows,
].join("\n");
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(samples)}\n`);
process.stdout.write(`${table}\n`);
