import type { Campaign, Machine } from "../campaign/record.ts";
import type { ChartFile } from "./charts.ts";
import { overviewTable, stageTimesTable, valuesTable } from "./tables.ts";

const GIBIBYTE = 2 ** 30;

/** The text of `bench/RESULTS.md` for a campaign; `charts` lie in the folder `charts` next to it. */
export function writeReport(campaign: Campaign, charts: readonly ChartFile[]): string {
  const { sizes, seeds, seconds, command, date } = campaign;
  const images = charts.map(({ file, title }) => `![${title}](charts/${file})`);
  const sections = sizes.map((size) => sizeSection(campaign, size));
  return `# Results of the bench

Written by \`${command}\` on ${date}; do not edit. Raw figures: \`results.json\`. What was learnt from them: \`LESSONS.md\`.

${machineLines(campaign)}

## How to read this

- Rounds are solved under \`deferralGround: composition\`: first-come methods know nothing of idle seats.
- The same generated rounds for everybody, ${seeds.length} seed${seeds.length === 1 ? "" : "s"} per size (${seeds.join(", ")}), each run in its own process, one after another, at most ${seconds} s.
  Figures are medians over the seeds, with the least and the most in brackets. On another machine compare ratios, not seconds.
- Time runs from the parsed round to placements, loading the solver included; for ours also explanation and verification.
- Every answer was checked before its time counted: each rule by the independent verifier, each value claimed by its measure.
- *Time to the end*: all tiers proven, or for methods without proofs their own end. "> ${seconds}" did not get there within the limit; what it had reached is
  in the tables. *Times ours* compares only rounds we finished.
- *Stages* are the tiers, and the entries of the tiers that are lists, in the policy's order. *Better than ours* goes by the first stage that differs.
- A bound holds under the locks of the contender that proved it: bounds of later stages do not compare across contenders.

${images.join("\n\n")}

${sections.join("\n\n")}
`;
}

function machineLines({ machine, runs }: Campaign): string {
  const { cpu, cores, memory, platform, node, packages }: Machine = machine;
  const solvers = [...new Set(runs.flatMap(({ solver }) => solver ?? []))];
  const versions = Object.entries(packages).map(([name, version]) => `${name} ${version}`);
  return `Machine: ${cpu}, ${cores} cores, ${(memory / GIBIBYTE).toFixed(0)} GiB, ${platform}; Node ${node}; packages ${versions.join(", ")}; solvers as they
name themselves: ${solvers.join(", ")}.`;
}

function sizeSection(campaign: Campaign, size: number): string {
  const remarks = campaign.runs
    .filter((run) => run.size === size && (run.remark !== "" || run.end === "killed" || run.end === "failed"))
    .map((run) => `- ${run.contender}, seed ${run.seed}: ${[run.end, run.remark].filter((part) => part !== "").join(", ")}`);
  return `## ${size} candidates

${overviewTable(campaign, size)}

Values of the stages reached:

${valuesTable(campaign, size)}

Seconds after which each stage was proven:

${stageTimesTable(campaign, size)}${remarks.length === 0 ? "" : `\n\nRemarks:\n\n${remarks.join("\n")}`}`;
}
