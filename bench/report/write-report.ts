import { type Evidence, OURS } from "../campaign/evidence.ts";
import { CONTENDERS } from "../contenders/catalogue.ts";
import { GOALS } from "../goals/catalogue.ts";
import { judgeGoal, VARIANTS } from "../goals/judge-goal.ts";
import type { ChartFile } from "./charts/chart-file.ts";
import { goalNotes, goalsTable } from "./goals-table.ts";
import { type Group, groupsOf, groupText } from "./groups.ts";
import { momentsTable, overviewTable } from "./tables.ts";

/** The text of `bench/RESULTS.md` for all that was measured; `charts` lie in the folder `charts` next to it. */
export function writeReport(evidence: Evidence, seeds: readonly number[], charts: readonly ChartFile[]): string {
  const rows = GOALS.map((goal) => ({
    goal,
    verdicts: VARIANTS.map((variant) => judgeGoal(goal, variant, seeds, evidence)),
  }));
  const images = charts.map(({ file, title }) => `![${title}](charts/${file})`);
  const sections = groupsOf(evidence.records).map((group) => groupSection(group, evidence));
  return `# Results of the bench

Written by \`npm run bench:report\`; do not edit. Raw figures, one measurement per line: \`results.jsonl\`. What was learnt from them: \`LESSONS.md\`.

${circumstancesText(evidence)}

## Goals

The table of goals of the project, line by line (\`npm run bench:goals\`), on generated rounds with the seeds ${seeds.join(", ")}. Median over the cases, with the least and the most
where they differ, in square brackets the number of cases. Under each variant of the policy: seats may stay empty for the sake of composition
(*composition*) or not (*replacement*, the default); wishes after composition (*late*, the default) or before it (*early*).

${goalsTable(rows)}

What stands behind the figures:

${goalNotes(rows)}

${HOW_TO_READ}

## Charts

${images.join("\n\n")}

${sections.join("\n\n")}
`;
}

const HOW_TO_READ = `## How to read this

- Everybody gets the same generated round (\`npm run generate\` makes it again), in a process of its own. On another machine compare ratios, not seconds.
- Time runs from the parsed round to placements, loading the solver included; for ours also explanation and verification.
- Ours uses two threads and answers by the clock. Peers use one; what they reached when, in all tables and charts but *to the end*, is told in *their processor
  time*, so that other work on the machine does not count against them.
- Every answer was checked before its time counted: each rule by the independent verifier, each value claimed by its measure.
- *Best known* is the best answer of any contender with any limit, by the first stage that differs. *Within x %* is the larger of x % and one person per
  1,000 candidates; a tier whose value is a list is as good as its first entry that differs. A tier's figure is the value with which it was left; later
  tiers may spend its allowance.
- *Plain HiGHS, GLPK, javascript-lp-solver* (WebAssembly or JavaScript) and native *cbc* and *glpsol* solve the same integer programs tier by tier with the
  earlier ones as rows, cold, with all of the time for whichever tier is at work. The native ones are handed MPS files.
- *First come* and *random restarts* (300 orders, the best kept) prove nothing and aim at no tier but their order. They know nothing of idle seats: under
  \`replacement\` an answer that leaves one is n/a, for it would not be lawful.
- "> 60": did not get there within its limit. *All within 1 %*: from then on no stage had a larger gap between its value and its bound.
- A bound holds under the locks of the contender that proved it: bounds of later stages do not compare across contenders.`;

function circumstancesText({ records }: Evidence): string {
  const all = (of: (record: Evidence["records"][number]) => string) => [...new Set(records.map(of))].toSorted();
  const machines = all(({ machine }) => machine);
  const days = all(({ date }) => date.slice(0, 10));
  const commits = [
    ...new Set(records.filter((record) => record.kind === "what-if" || record.contender === OURS).map(({ commit }) => commit)),
  ];
  const solvers = [...new Set(records.flatMap((record) => (record.kind === "run" ? (record.solver ?? []) : [])))].toSorted();
  const loads = records.map(({ load }) => load).toSorted((a, b) => a - b);
  return `Machine: ${machines.join("; ")}. Measured on ${days.join(", ")}; ours at commit ${commits.join(", ") || "(not yet)"}; ${records.length} measurements. Solvers as they name themselves:
${solvers.join(", ")}. Processes that wanted to run meanwhile, on the two cores: ${loads[0]} to ${loads.at(-1)}, median ${loads[Math.floor(loads.length / 2)]}.`;
}

function groupSection(group: Group, evidence: Evidence): string {
  const names = [...CONTENDERS.keys()];
  const remarks = group.runs
    .filter((run) => run.remark !== "" || run.end === "killed" || run.end === "failed")
    .filter(({ end }) => end !== "limit")
    .map(
      ({ contender, limit, case: { seed }, end, remark }) =>
        `- ${contender}, ${limit} s, seed ${seed}: ${[end, remark].filter((part) => part !== "").join(", ")}`,
    );
  return `## ${groupText(group.like)}

Seeds ${group.seeds.join(", ")}.

${overviewTable(group, names, evidence)}

<details><summary>Value and [bound] of each stage after 2, 10, 60 and 300 seconds</summary>

${momentsTable(group, names, evidence)}

</details>${remarks.length === 0 ? "" : `\n\nRemarks:\n\n${remarks.join("\n")}`}`;
}
