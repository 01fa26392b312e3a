import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { findConflict } from "../engine/conflict/find-conflict.ts";
import { findRelaxations } from "../engine/conflict/find-relaxations.ts";
import { checked } from "../engine/solvers/checked.ts";
import { loadGlpk } from "../engine/solvers/glpk.ts";
import { loadHighs } from "../engine/solvers/highs.ts";
import { infeasibleRounds } from "./conflicts/infeasible-rounds.ts";
import { judgeConflict } from "./conflicts/judge-conflict.ts";

/** Infeasible rounds on end: is each conflict one, is it minimal, and is there a change that resolves it? Writes bench/CONFLICTS.md. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "500" }, from: { type: "string", default: "100000" } },
});
const [count, first] = [Number(values.rounds), Number(values.from)];
const solver = checked(await loadHighs());
const other = checked(await loadGlpk());
const now = () => performance.now() / 1000;

const faults: string[] = [];
const sizes = new Map<number, number>();
const rules = new Map<string, number>();
const judges = new Map<string, number>();
let [resolved, sets, lastSeed] = [0, 0, first];
const raise = <K>(counts: Map<K, number>, key: K) => counts.set(key, (counts.get(key) ?? 0) + 1);
for (const { seed, instance } of await infeasibleRounds(first, count, solver)) {
  const conflict = await findConflict(instance, { solver, now });
  const judgement = await judgeConflict(instance, conflict, other);
  faults.push(...judgement.faults.map((fault) => `round ${seed}: ${fault}`));
  const relaxations = await findRelaxations(instance, { solver, now });
  if (relaxations.length === 0) faults.push(`round ${seed}: no change was found that resolves it`);
  else resolved++;
  sets += relaxations.length;
  raise(judges, judgement.by);
  raise(sizes, conflict.parts.length);
  for (const rule of new Set(conflict.parts.map((part) => part.rule))) raise(rules, rule);
  lastSeed = seed;
}

const listed = <K>(counts: ReadonlyMap<K, number>, compare: (a: K, b: K) => number) =>
  [...counts].sort(([a], [b]) => compare(a, b)).map(([key, times]) => `| ${key} | ${times} |`);
writeFileSync(
  new URL("CONFLICTS.md", import.meta.url),
  `# ${count} infeasible rounds

Written by \`npm run bench:conflicts -- --rounds ${count} --from ${first}\`: the infeasible ones among the tiny rounds of seeds ${first} to ${lastSeed} (pins,
\`mustHold\`, hard quotas, balance and cross-region in every mixture).

- Conflicts confirmed and minimal (its parts cannot be kept together, any one less can): **${count - new Set(faults.map((fault) => fault.split(":")[0])).size} of ${count}**,
  ${judges.get("trying everything") ?? 0} by trying every set of placements, ${judges.get("another solver") ?? 0} by asking GLPK.
- Rounds with a change that makes them feasible, confirmed by solving the changed round: **${resolved} of ${count}**; ${sets} such changes in all.

| rules in the conflict | rounds |
|---|---|
${listed(sizes, (a, b) => a - b).join("\n")}

| rule | conflicts it takes part in |
|---|---|
${listed(rules, (a, b) => (a < b ? -1 : 1)).join("\n")}
${faults.length === 0 ? "" : `\nFaults:\n\n${faults.map((fault) => `- ${fault}`).join("\n")}\n`}`,
);
process.stdout.write(`${count} rounds, ${faults.length} faults\n${faults.join("\n")}\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
