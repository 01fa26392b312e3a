import { parseArgs } from "node:util";
import { RESULTS } from "./campaign/results-file.ts";
import { runMissing } from "./campaign/run-missing.ts";
import { casesOf } from "./cases/bench-case.ts";
import { CONTENDERS } from "./contenders/catalogue.ts";

const USAGE = `usage: npm run bench -- [--sizes 150] [--seeds 9101,9102,9103] [--seats 1] [--grounds composition,replacement] [--wishes late]
                        [--targets unmet] [--contenders ${[...CONTENDERS.keys()].join(",")}] [--seconds 60]
                        [--again ours,...] [--within SECONDS] [--out FILE]
Runs every contender on the same generated rounds, one after another, and adds what it measures to the file --out (bench/results.jsonl).
A run that is there already is not repeated, unless its contender is named by --again; --within stops before that many seconds are over.`;

const option = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    sizes: { ...option, default: "150" },
    seeds: { ...option, default: "9101,9102,9103" },
    seats: { ...option, default: "1" },
    grounds: { ...option, default: "composition,replacement" },
    wishes: { ...option, default: "late" },
    targets: { ...option, default: "unmet" },
    contenders: { ...option, default: [...CONTENDERS.keys()].join(",") },
    seconds: { ...option, default: "60" },
    again: { ...option, default: "" },
    within: { ...option, default: "Infinity" },
    out: { ...option, default: RESULTS },
  },
});
const numbers = (list: string) => list.split(",").map(Number);
const oneOf = <T extends string>(list: string, known: readonly T[]) =>
  list.split(",").map((name) => known.find((one) => one === name));
const contenders = values.contenders.split(",");
const [sizes, seeds, seats] = [values.sizes, values.seeds, values.seats].map(numbers) as [number[], number[], number[]];
const grounds = oneOf(values.grounds, ["composition", "replacement"]);
const wishes = oneOf(values.wishes, ["late", "early"]);
const targets = oneOf(values.targets, ["unmet", "met"]);
const limit = Number(values.seconds);
const isWrong =
  [...sizes, ...seats, limit, Number(values.within)].some((number) => !(number > 0)) ||
  seeds.some((seed) => !(seed >= 0)) ||
  [...grounds, ...wishes, ...targets].includes(undefined) ||
  contenders.some((name) => !CONTENDERS.has(name));
if (isWrong) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

const cases = casesOf({
  size: sizes,
  seed: seeds,
  seats,
  ground: grounds.filter((one) => one !== undefined),
  wishes: wishes.filter((one) => one !== undefined),
  targets: targets.filter((one) => one !== undefined),
});
const again = new Set(values.again.split(","));
await runMissing(
  values.out,
  cases.flatMap((one) => contenders.map((contender) => ({ contender, case: one, limit }))),
  {
    again: ({ contender }) => again.has(contender),
    seconds: Number(values.within),
    say: (line) => process.stdout.write(`${line}\n`),
  },
);
