import { comparedStages, type Evidence, reachedBy, wayOf } from "../campaign/evidence.ts";
import { counts, finished, type RunRecord } from "../campaign/record.ts";
import { compareVectors, stageNamesOf, stageText } from "../campaign/stage-names.ts";
import { figuresAt, secondsToFirst, secondsToGap } from "../campaign/trajectory.ts";
import { type Group, type Line, linesOf, longestOf } from "./groups.ts";
import { markdownTable } from "./markdown-table.ts";
import { spreadOf, spreadText } from "./statistics.ts";

const MEBIBYTE = 2 ** 20;
/** Gaps whose time is told, and the moments at which the figures are. */
const GAPS = [0.01, 0.001, 0.0001, 0];
const MOMENTS = [2, 10, 60, 300];

/** Seconds of a run, `Infinity` where it did not come to its own end. */
function timeOf(run: RunRecord): number {
  return finished(run) ? run.seconds : Number.POSITIVE_INFINITY;
}

/** Times, memory, stages proven and the comparison with the best known, one row per contender and limit. */
export function overviewTable(group: Group, names: readonly string[], evidence: Evidence): string {
  const rows = linesOf(group, names).map(({ contender, limit, runs }) => {
    const counted = runs.filter(counts);
    const seconds = (of: (run: RunRecord) => number) => spreadText(spreadOf(counted.map(of)), 1, limit);
    const optimising = counted.filter(({ optimises }) => optimises);
    return [
      `${contender}, ${limit} s`,
      counted.length < runs.length ? troubleText(runs) : seconds(timeOf),
      spreadText(spreadOf(counted.filter(({ end }) => end !== "killed").map(({ cpuSeconds }) => cpuSeconds)), 1),
      spreadText(spreadOf(optimising.map((run) => secondsToFirst(wayOf(run)))), 1, limit),
      ...GAPS.map((gap) => spreadText(spreadOf(optimising.map((run) => secondsToGaps(run, gap))), 1, limit)),
      optimising.length === 0 ? "-" : spreadText(spreadOf(optimising.map(provenStages)), 1),
      againstBest(counted, evidence),
      spreadText(spreadOf(runs.map(({ peakMemory }) => peakMemory / MEBIBYTE)), 0),
    ];
  });
  const header = [
    "contender, limit",
    "to the end, s",
    "processor, s",
    "first placement, s",
    "all within 1 %, s",
    "0.1 %, s",
    "0.01 %, s",
  ];
  return markdownTable([...header, "proven, s", "stages proven", "as good as the best known", "peak memory, MiB"], rows);
}

/** Seconds until every stage that is compared had at most that gap. */
function secondsToGaps(run: RunRecord, gap: number): number {
  const way = wayOf(run);
  return Math.max(...comparedStages(run).map((_, position) => secondsToGap(way, position, gap)));
}

const provenStages = (run: RunRecord): number => run.stages.filter(({ found, bound }) => found === bound).length;

/** What is wrong with runs of which some do not count. */
function troubleText(runs: readonly RunRecord[]): string {
  const wrong = runs.filter((run) => !counts(run));
  const [first] = wrong;
  if (first?.end === "absent") return "not installed";
  const idle = wrong.every(({ lawful, broken }) => !lawful && broken.every((rule) => rule === "no-idle-seat"));
  if (idle) return `n/a for ${wrong.length} of ${runs.length}: leaves seats idle`;
  const reason = first?.lawful === false ? `unlawful: ${first.complaints[0]}` : "no answer";
  return `${wrong.length} of ${runs.length} not counted (${reason})`;
}

/** On how many instances the figures, taken in their order, are those of the best answer known. */
function againstBest(runs: readonly RunRecord[], evidence: Evidence): string {
  const same = runs.filter((run) => {
    const best = evidence.best(run.case);
    return best !== null && compareVectors(reachedBy(run), best, comparedStages(run)) === 0;
  });
  return runs.length === 0 ? "-" : `${same.length} of ${runs.length}`;
}

/**
 * Value and bound of every stage after 2, 10, 60 and 300 s. Ours has runs that end then, whose answers were verified; of the others it is
 * what their one long run had told by then.
 */
export function momentsTable(group: Group, names: readonly string[], evidence: Evidence): string {
  const lines = linesOf(group, names).filter(({ runs }) => runs.some(({ optimises }) => optimises));
  const columns = longestOf(lines).flatMap((line) =>
    MOMENTS.filter((seconds) => seconds <= line.limit).map((seconds) => {
      const own = lines.find(({ contender, limit }) => contender === line.contender && limit === seconds);
      return { head: `${line.contender} ${seconds} s`, line: own ?? line, seconds };
    }),
  );
  const stages = stageNamesOf(group.like).slice(0, -1);
  const rows = stages.map((stage, position) => [
    stageText(stage, stages),
    ...columns.map(({ line, seconds }) => figureText(line, position, seconds)),
    spreadText(spreadOf(group.seeds.flatMap((seed) => evidence.best({ ...group.like, seed })?.[position] ?? [])), 1),
  ]);
  return markdownTable(["stage", ...columns.map(({ head }) => head), "best known"], rows);
}

/** "85 [77]": medians of the values and of their bounds, one figure where they are the same; "(1 of 3)": of the runs that had come to it. */
function figureText({ runs, limit }: Line, position: number, seconds: number): string {
  const figures = runs
    .filter(counts)
    .map((run) => figuresAt(wayOf(run), seconds < limit ? seconds : Number.POSITIVE_INFINITY)[position]);
  const reached = figures.filter((one) => one !== undefined && one.value !== null);
  const value = spreadOf(reached.flatMap((one) => one?.value ?? []));
  const bound = spreadOf((value === null ? figures : reached).flatMap((one) => one?.bound ?? []));
  if (value === null) return bound === null ? "-" : `none [${shortText(bound.middle)}]`;
  const some = reached.length < figures.length ? ` (${reached.length} of ${figures.length})` : "";
  return bound !== null && bound.middle === value.middle
    ? `${shortText(value.middle)}${some}`
    : `${shortText(value.middle)} [${bound === null ? "none" : shortText(bound.middle)}]${some}`;
}

const shortText = (figure: number): string => String(Number(figure.toFixed(1)));
