import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { commitOf } from "./campaign/circumstances.ts";
import { evidenceOf, OURS } from "./campaign/evidence.ts";
import { keyOf, type RunRecord, type WhatIfRecord } from "./campaign/record.ts";
import { appendRecord, RESULTS, readRecords } from "./campaign/results-file.ts";
import { runMissing } from "./campaign/run-missing.ts";
import type { RunWish } from "./campaign/run-one.ts";
import { type BenchCase, caseText } from "./cases/bench-case.ts";
import { GOALS } from "./goals/catalogue.ts";
import { casesFor, judgeGoal, VARIANTS } from "./goals/judge-goal.ts";
import { verdictText } from "./report/goals-table.ts";

const USAGE = `usage: npm run bench:goals -- [--goals ${GOALS.map(({ id }) => id).join(",")}]
                              [--seeds 9101,9102,9103] [--grounds composition,replacement] [--wishes late,early]
                              [--peers] [--again] [--within SECONDS] [--what-ifs 30] [--out FILE]
Measures what the goals need and the file --out (bench/results.jsonl) does not have, and says which goals are met. --peers: also the long
runs of the peers. --again: ours once more, where it was measured at another commit of the engine. Short runs come first; --within stops before that many seconds are over. Exit 1: a goal is missed or not measured.`;

const option = { type: "string" } as const;
const { values } = parseArgs({
  options: {
    goals: { ...option, default: GOALS.map(({ id }) => id).join(",") },
    seeds: { ...option, default: "9101,9102,9103" },
    grounds: { ...option, default: "composition,replacement" },
    wishes: { ...option, default: "late,early" },
    peers: { type: "boolean", default: false },
    again: { type: "boolean", default: false },
    within: { ...option, default: "Infinity" },
    "what-ifs": { ...option, default: "30" },
    out: { ...option, default: RESULTS },
  },
});
const goals = GOALS.filter(({ id }) => values.goals.split(",").includes(id));
const seeds = values.seeds.split(",").map(Number);
const variants = VARIANTS.filter(
  ({ ground, wishes }) => values.grounds.split(",").includes(ground) && values.wishes.split(",").includes(wishes),
);
const within = Number(values.within);
if (
  goals.length < values.goals.split(",").length ||
  variants.length === 0 ||
  seeds.some((seed) => !(seed >= 0)) ||
  !(within > 0)
) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}

/** Seconds that a campaign of what-ifs may take at most. */
const LONGEST_WHAT_IFS = 200;
/** Seconds from which a run comes last. */
const VERY_LONG = 600;
const began = performance.now();
const say = (line: string) => process.stdout.write(`${line}\n`);
const left = () => within - (performance.now() - began) / 1000;
const pairs = goals.flatMap((goal) =>
  variants.flatMap((variant) => casesFor(goal, variant, seeds).map((one) => ({ goal, one }))),
);
const commit = commitOf();
const wanted = pairs
  .flatMap(({ goal, one }) => goal.needs(one).map((run) => ({ ...run, case: one })))
  .filter(({ contender }) => values.peers || contender === OURS)
  .toSorted((a, b) => a.limit - b.limit);
const isLate = ({ wishes }: BenchCase) => wishes === "late";
await run((wish) => isLate(wish.case) && wish.limit < VERY_LONG);
for (const { one } of pairs.filter((pair) => pair.goal.needsWhatIfs && isLate(pair.one))) runWhatIfs(one);
await run((wish) => !isLate(wish.case) && wish.limit < VERY_LONG);
for (const { one } of pairs.filter((pair) => pair.goal.needsWhatIfs && !isLate(pair.one))) runWhatIfs(one);
await run((wish) => wish.limit >= VERY_LONG);
const evidence = evidenceOf([...readRecords(values.out).values()]);
const verdicts = goals.flatMap((goal) => variants.map((variant) => ({ goal, ...judgeGoal(goal, variant, seeds, evidence) })));
for (const verdict of verdicts) say(verdictText(verdict.goal, verdict));
process.exitCode = verdicts.every(({ verdict }) => verdict === "met") ? 0 : 1;

/** The wished runs of which that is true: the default policy first, and the longest runs last, in case time ends before. */
async function run(which: (wish: RunWish) => boolean): Promise<void> {
  const again = (record: RunRecord) => values.again && record.contender === OURS && record.commit !== commit;
  await runMissing(values.out, wanted.filter(which), { again, seconds: left(), say });
}

/** What-ifs run in a process of their own, so that what was measured before leaves nothing behind. */
function runWhatIfs(one: BenchCase): void {
  const known = readRecords(values.out).get(keyOf({ kind: "what-if", case: one }));
  if ((known !== undefined && !(values.again && known.commit !== commit)) || left() < LONGEST_WHAT_IFS) return;
  const script = new URL("run-what-ifs.ts", import.meta.url).pathname;
  const child = spawnSync(process.execPath, [script, JSON.stringify(one), values["what-ifs"]], {
    encoding: "utf8",
    timeout: 1000 * LONGEST_WHAT_IFS,
  });
  if (child.status !== 0) {
    say(`no what-ifs on ${caseText(one)}: ${child.stderr.split("\n").find((line) => /error/i.test(line)) ?? child.signal}`);
    return;
  }
  const record = JSON.parse(child.stdout) as WhatIfRecord;
  appendRecord(values.out, record);
  say(`${keyOf(record)}: ${record.seconds.length} what-ifs, ${record.lawful} lawful`);
}
