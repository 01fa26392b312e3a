import { type Campaign, counts, finished, type RunRecord } from "../campaign/record.ts";
import { compareBySense } from "../campaign/tier-values.ts";
import type { StageClaim } from "../contenders/contender.ts";
import { markdownTable } from "./markdown-table.ts";
import { spreadOf, spreadText } from "./statistics.ts";

const MEBIBYTE = 2 ** 20;
/** Who the others are measured against. */
export const REFERENCE = "ours";

/** The runs of a contender at a size, by seed. */
export function runsOf({ runs }: Campaign, size: number, contender: string): readonly RunRecord[] {
  return runs.filter((run) => run.size === size && run.contender === contender);
}

/** Seconds of a run, `Infinity` where it did not come to its own end. */
export function timeOf(run: RunRecord): number {
  return finished(run) ? run.seconds : Infinity;
}

/** Time, memory, tiers proven and comparison with ours, one row per contender. */
export function overviewTable(campaign: Campaign, size: number): string {
  const rows = campaign.contenders.map((contender) => {
    const runs = runsOf(campaign, size, contender);
    const counted = runs.filter(counts);
    return [
      contender,
      counted.length < runs.length ? troubleText(runs) : spreadText(spreadOf(runs.map(timeOf)), 1, campaign.seconds),
      spreadText(spreadOf(counted.filter(({ end }) => end !== "killed").map(({ cpuSeconds }) => cpuSeconds)), 1),
      contender === REFERENCE ? "1" : ratioText(campaign, size, counted),
      spreadText(spreadOf(counted.map((run) => run.stages.filter(isProven).length)), 1),
      comparisonText(campaign, size, counted),
      spreadText(spreadOf(runs.map(({ peakMemory }) => peakMemory / MEBIBYTE)), 0),
    ];
  });
  return markdownTable(
    [
      "contender",
      "time to the end, s",
      "processor time used, s",
      "times ours",
      "stages proven",
      "better / same / worse than ours",
      "peak memory, MiB",
    ],
    rows,
  );
}

/** What is wrong with runs of which some do not count. */
function troubleText(runs: readonly RunRecord[]): string {
  const wrong = runs.filter((run) => !counts(run));
  const [first] = wrong;
  const reason = first?.lawful === false ? `unlawful: ${first.complaints[0]}` : "no answer";
  return `${wrong.length} of ${runs.length} not counted (${reason})`;
}

const isProven = ({ found, bound }: StageClaim): boolean => found === bound;

/** Time over ours on the same instance; where the peer did not finish, at least the limit over ours. */
function ratioText(campaign: Campaign, size: number, runs: readonly RunRecord[]): string {
  const pairs = runs.flatMap((run) => {
    const own = runsOf(campaign, size, REFERENCE).find(({ seed }) => seed === run.seed);
    return own !== undefined && finished(own)
      ? [{ open: !finished(run), ratio: Math.min(timeOf(run), campaign.seconds) / own.seconds }]
      : [];
  });
  const text = spreadText(spreadOf(pairs.map(({ ratio }) => ratio)), 1);
  return pairs.some(({ open }) => open) ? `at least ${text}` : text;
}

/** On how many instances the tier values, taken in their order, are better, the same and worse than ours. */
function comparisonText(campaign: Campaign, size: number, runs: readonly RunRecord[]): string {
  const senses = campaign.tiers.map(({ sense }) => sense);
  const signs = runs.flatMap((run) => {
    const own = runsOf(campaign, size, REFERENCE).find((other) => counts(other) && other.seed === run.seed);
    return own === undefined || own === run ? [] : [Math.sign(compareBySense(senses, run.values, own.values))];
  });
  return signs.length === 0 ? "-" : [-1, 0, 1].map((sign) => signs.filter((other) => other === sign).length).join(" / ");
}

/** The value of every stage per contender, and our bound and gap. A tier a contender never came to has no value. */
export function valuesTable(campaign: Campaign, size: number): string {
  const rows = stageList(campaign, size).map(({ label, tier, entry }) => {
    const own = runsOf(campaign, size, REFERENCE).flatMap(({ stages }) =>
      stages.filter((stage) => stage.tier === tier && stage.entry === entry),
    );
    const gaps = own.flatMap((stage) => gapOf(stage) ?? []);
    const values = campaign.contenders.map((contender) => {
      const runs = runsOf(campaign, size, contender).filter((run) => counts(run) && cameTo(run, tier, entry));
      return spreadText(spreadOf(runs.flatMap((run) => run.values[tier - 1]?.[entry - 1] ?? [])), 1);
    });
    const bounds = spreadOf(own.flatMap(({ bound }) => bound ?? []));
    return [label, ...values, spreadText(bounds, 1), spreadText(spreadOf(gaps.map((gap) => 100 * gap)), 1)];
  });
  return markdownTable(["stage", ...campaign.contenders, "our bound", "our gap, %"], rows);
}

/** |found - bound| / max(1, |found|), `null` without a bound. */
function gapOf({ found, bound }: StageClaim): number | null {
  return bound === null ? null : Math.abs(found - bound) / Math.max(1, Math.abs(found));
}

/** Methods without proofs aim at no tier in particular, and have a value in each. */
function cameTo({ stages, optimises }: RunRecord, tier: number, entry: number): boolean {
  return !optimises || stages.some((stage) => stage.tier > tier || (stage.tier === tier && stage.entry >= entry));
}

/** Seconds after which each stage was proven, per contender that claims stages; in brackets on how many instances, if not on all. */
export function stageTimesTable(campaign: Campaign, size: number): string {
  const solvers = campaign.contenders.filter((contender) =>
    runsOf(campaign, size, contender).some(({ stages }) => stages.length > 0),
  );
  const rows = stageList(campaign, size).map(({ label, tier, entry }) => {
    const cells = solvers.map((contender) => {
      const runs = runsOf(campaign, size, contender);
      const proven = runs.flatMap(({ stages, lawful }) =>
        stages.filter((stage) => lawful && stage.tier === tier && stage.entry === entry && isProven(stage)),
      );
      const text = spreadText(spreadOf(proven.map(({ seconds }) => seconds)), 1);
      return proven.length === 0
        ? "not proven"
        : proven.length < runs.length
          ? `${text} [${proven.length} of ${runs.length}]`
          : text;
    });
    return [label, ...cells];
  });
  return markdownTable(["stage", ...solvers], rows);
}

interface StageLabel {
  readonly label: string;
  readonly tier: number;
  readonly entry: number;
}

/** Every tier and entry, from the values of any run of the size. */
function stageList(campaign: Campaign, size: number): readonly StageLabel[] {
  const shape = campaign.runs.find((run) => run.size === size && run.values.length > 0)?.values ?? [];
  return shape.flatMap((entries, index) =>
    entries.map((_, entry) => {
      const names = campaign.tiers[index]?.objectives.join(" + ") ?? "";
      return { label: entries.length === 1 ? names : `${names} ${entry + 1}`, tier: index + 1, entry: entry + 1 };
    }),
  );
}
