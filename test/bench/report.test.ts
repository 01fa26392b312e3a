import { describe, expect, it } from "vitest";
import type { Campaign, RunRecord } from "../../bench/campaign/record.ts";
import { chartsOf } from "../../bench/report/charts.ts";
import { spreadOf, spreadText } from "../../bench/report/statistics.ts";
import { writeReport } from "../../bench/report/write-report.ts";

const stage = { tier: 1, entry: 1, objectives: ["placed"], sense: "maximise", found: 8, bound: 8, seconds: 1.5 } as const;

function record(contender: string, seed: number, part: Partial<RunRecord> = {}): RunRecord {
  return {
    size: 10,
    seed,
    contender,
    end: "proof",
    seconds: 2,
    cpuSeconds: 2.2,
    peakMemory: 100 * 2 ** 20,
    lawful: true,
    complaints: [],
    remark: "",
    solver: "highs 1.15.1",
    optimises: true,
    values: [[8], [3, 1]],
    stages: [stage],
    moments: [
      { seconds: 0.5, tier: 1, incumbent: 6, bound: 9 },
      { seconds: 1, tier: 1, incumbent: 8, bound: 9 },
    ],
    ...part,
  };
}

function campaign(runs: readonly RunRecord[]): Campaign {
  return {
    schema: "bench/1",
    date: "2026-11-23",
    machine: { cpu: "a processor", cores: 2, memory: 2 ** 34, platform: "linux x64", node: "v24", packages: { highs: "1.15.3" } },
    command: "npm run bench",
    seconds: 60,
    sizes: [10],
    seeds: [1, 2, 3],
    contenders: [...new Set(runs.map(({ contender }) => contender))],
    tiers: [
      { objectives: ["placed"], sense: "maximise" },
      { objectives: ["delay"], sense: "minimise" },
    ],
    runs,
  };
}

const own = [1, 2, 3].map((seed) => record("ours", seed, { seconds: seed }));
const rowOf = (given: Campaign, name: string) =>
  writeReport(given, [])
    .split("\n")
    .find((line) => line.startsWith(`| ${name} |`));

describe("the report of the bench", () => {
  it("shows a recorded result as a row: median, spread, processor time, stages proven, memory", () => {
    expect(rowOf(campaign(own), "ours")).toBe("| ours | 2 (1 to 3) | 2.2 | 1 | 1 | - | 100 |");
  });

  it("says of a peer that did not finish that it took more than the limit, and at least so many times ours", () => {
    const cut = [1, 2, 3].map((seed) => record("peer", seed, { end: "killed", seconds: 61, values: [[7], [3, 1]], stages: [] }));
    expect(rowOf(campaign([...own, ...cut]), "peer")).toBe("| peer | > 60 | - | at least 30 (20 to 60) | 0 | 0 / 0 / 3 | 100 |");
  });

  it("counts no figure of an unlawful answer and says what is wrong with it", () => {
    const wrong = record("peer", 1, { lawful: false, complaints: ["one-place: twice"], seconds: 0.1 });
    const row = rowOf(campaign([...own, wrong]), "peer");
    expect(row).toContain("1 of 1 not counted (unlawful: one-place: twice)");
    expect(row).not.toContain("0.1");
  });

  it("gives a stage no value where the contender never came to it", () => {
    const text = writeReport(campaign(own), []);
    expect(text).toContain("| placed | 8 | 8 | 0 |");
    expect(text).toContain("| delay 2 | - | - | - |");
  });

  it("draws time by size and the anytime curve as SVG without a place that is no number", () => {
    const charts = chartsOf(campaign(own));
    expect(charts.map(({ file }) => file)).toEqual(["time-by-size.svg", "anytime-10.svg"]);
    for (const { svg } of charts) {
      expect(svg).toMatch(/^<svg [\s\S]*<path d="M[\s\S]*<\/svg>\n$/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(writeReport(campaign(own), charts)).toContain("](charts/anytime-10.svg)");
  });

  it("has a median of more than the limit when most runs did not finish", () => {
    expect(spreadText(spreadOf([Infinity, 12.34, Infinity]), 1, 60)).toBe("> 60 (12.3 to > 60)");
    expect(spreadText(spreadOf([]), 1)).toBe("-");
  });
});
