import { readFileSync } from "node:fs";
import { parseRound } from "../engine/input/parse-round.ts";
import { leaveSign } from "./campaign/sign-of-life.ts";
import { CONTENDERS } from "./contenders/catalogue.ts";
import type { Answer } from "./contenders/contender.ts";

/**
 * One contender on one round in a process of its own, so that time and peak memory are its own: run-contender.ts NAME ROUND SECONDS SEED
 * SIGNS. Leaves signs of life in the file SIGNS. Exit 2: called wrongly.
 */
const [name = "", roundFile = "", seconds = "", seed = "", signs = ""] = process.argv.slice(2);
const contender = CONTENDERS.get(name);
const parsed = parseRound(readFileSync(roundFile, "utf8"));
if (contender === undefined || !parsed.ok) {
  process.stderr.write(`no contender ${name}, or not a round: ${roundFile}\n`);
  process.exit(2);
}

const began = performance.now();
const cpuBegan = process.cpuUsage();
const now = () => (performance.now() - began) / 1000;
/** Processor time of each process it started, and the largest memory of any: they run one after another. */
const childSeconds = new Map<number, number>();
let childMemory = 0;
const sign = (final: boolean, answer: Answer): void => {
  const { user, system } = process.cpuUsage(cpuBegan);
  const cpuSeconds = (user + system) / 1e6 + [...childSeconds.values()].reduce((sum, used) => sum + used, 0);
  // maxRSS is in kibibytes.
  const peakMemory = process.resourceUsage().maxRSS * 1024 + childMemory;
  leaveSign(signs, { final, seconds: now(), cpuSeconds, peakMemory, answer });
};
const answer = await contender.run(parsed, {
  seconds: Number(seconds),
  seed: Number(seed),
  now,
  reached: (partial) => sign(false, partial),
  childUsed: (pid, used, memory) => {
    childSeconds.set(pid, used);
    childMemory = Math.max(childMemory, memory);
  },
});
sign(true, answer);
