import { writeFileSync } from "node:fs";
import { tinyRound } from "../datasets/tiny-rounds.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { compareGrounds, emptyComparison } from "../test/explain/compare-grounds.ts";
import { composedRound } from "../test/explain/composed-round.ts";
import { markdownTable } from "./report/markdown-table.ts";

/** Compares grounds, prices and selections with brute force on generated rounds and writes bench/GROUNDS.md. */
const ROUNDS = 200;
const solver = checked(await loadHighs());
const comparison = emptyComparison();
for (let seed = 1; comparison.rounds < ROUNDS; seed++) {
  await compareGrounds(tinyRound(seed), solver, comparison);
  await compareGrounds(composedRound(seed), solver, comparison);
  process.stderr.write(
    `\r${comparison.rounds} rounds, ${comparison.questions} questions, ${comparison.differences.length} differences`,
  );
}
process.stderr.write("\n");
const rows = [...comparison.codes].toSorted(([, a], [, b]) => b - a).map(([code, count]) => [`\`${code}\``, String(count)]);
const text = [
  "# Grounds against trying everything",
  "",
  "Written by `npm run bench:grounds`: in generated rounds small enough to try every assignment, the ground, the price and the selection of everybody who",
  "waits, for any place or for every date passed over, as the engine gives them and as they follow from the definition over all assignments",
  "(`test/explain/brute-ground.ts`, which measures with the verifier and shares no code with `engine/explain`).",
  "",
  `${comparison.rounds} rounds, ${comparison.questions} questions, ${comparison.lotteries} of them decided by lot, **${comparison.differences.length} differences**.`,
  "",
  markdownTable(["ground", "questions"], rows),
  "",
];
writeFileSync(new URL("GROUNDS.md", import.meta.url), text.join("\n"));
for (const difference of comparison.differences) process.stdout.write(`${JSON.stringify(difference)}\n`);
process.exitCode = comparison.differences.length === 0 ? 0 : 1;
