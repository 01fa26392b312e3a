import { describe, expect, it } from "vitest";
import { evidenceOf } from "../../bench/campaign/evidence.ts";
import { type BenchRecord, keyOf, type WhatIfRecord } from "../../bench/campaign/record.ts";
import { binned } from "../../bench/report/bar-chart.ts";
import { chartsOf } from "../../bench/report/charts.ts";
import { spreadOf, spreadText } from "../../bench/report/statistics.ts";
import { writeReport } from "../../bench/report/write-report.ts";
import { A_CASE, aRecord } from "./a-record.ts";

const seeded = (seed: number) => ({ ...A_CASE, seed });
const own = [1, 2, 3].map((seed) => aRecord({ case: seeded(seed), seconds: seed }));
const report = (records: readonly BenchRecord[]) => writeReport(evidenceOf(records), [1, 2, 3], []);
const rowOf = (records: readonly BenchRecord[], name: string) =>
  report(records)
    .split("\n")
    .find((line) => line.startsWith(`| ${name} |`));
const whatIfs: WhatIfRecord = { ...aRecord(), kind: "what-if", seconds: [0.3, 0.5, 1.7], lawful: 3 };

describe("the report of the bench", () => {
  it("shows runs as a row: median, spread, processor time, first placement, gaps, stages proven, memory", () => {
    expect(rowOf(own, "ours, 60 s")).toBe(
      "| ours, 60 s | 2 (1 to 3) | 2.2 | 0.5 | > 60 | > 60 | > 60 | > 60 | 1 | 3 of 3 | 100 |",
    );
  });

  it("says of a peer that did not finish that it took more than its limit", () => {
    const cut = own.map((run) => ({ ...run, contender: "cbc", end: "killed" as const, stages: [] }));
    expect(rowOf([...own, ...cut], "cbc, 60 s")).toContain("| cbc, 60 s | > 60 | - |");
  });

  it("counts no figure of an unlawful answer and says what is wrong with it", () => {
    const wrong = aRecord({
      contender: "glpk",
      lawful: false,
      complaints: ["one-place: twice"],
      broken: ["one-place"],
      cpuSeconds: 0.7,
    });
    const row = rowOf([...own, wrong], "glpk, 60 s");
    expect(row).toContain("1 of 1 not counted (unlawful: one-place: twice)");
    expect(row).not.toContain("0.7");
  });

  it("says n/a where an answer is lawful but for a seat left idle, and not installed where a solver is absent", () => {
    const idle = aRecord({
      contender: "greedy-first-come",
      lawful: false,
      complaints: ["no-idle-seat: ..."],
      broken: ["no-idle-seat"],
    });
    const absent = aRecord({ contender: "cbc", end: "absent", values: [], stages: [], moments: [] });
    expect(rowOf([idle], "greedy-first-come, 60 s")).toContain("n/a for 1 of 1: leaves seats idle");
    expect(rowOf([absent], "cbc, 60 s")).toContain("not installed");
  });

  it("puts the goals first, each with its verdict", () => {
    const text = report([...own.map((run) => ({ ...run, case: { ...run.case, size: 150 } })), whatIfs]);
    expect(text).toContain("| 150: every tier proven in 6 s (2 s the aim) | 1.50 s [3]: **met** | not measured |");
    expect(text).toContain("(median) | 0.50 s [1]: **met** |");
    expect(text.indexOf("## Goals")).toBeLessThan(text.indexOf("## 150 candidates"));
  });

  it("gives a stage no value at a moment when the contender had not come to it", () => {
    expect(report(own)).toContain("| placed | 8 | 8 | 8 | 8 |");
    expect(report(own)).toContain("| delay 2 | - | - | - | 1000 |");
  });

  it("draws charts as SVG without a place that is no number", () => {
    const peers = own.map((run) => ({ ...run, contender: "plain-highs", limit: 300 }));
    const charts = chartsOf(evidenceOf([...own, ...peers, whatIfs]));
    const files = charts.map(({ file }) => file);
    expect(files).toContain("anytime-composition-placed.svg");
    expect(files).toContain("time-to-values-composition.svg");
    expect(files).toContain("what-ifs.svg");
    for (const { svg } of charts) {
      expect(svg).toMatch(/^<svg [\s\S]*<\/svg>\n$/);
      expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    }
  });

  it("has a median of more than the limit when most runs did not finish", () => {
    expect(spreadText(spreadOf([Infinity, 12.34, Infinity]), 1, 60)).toBe("> 60 (12.3 to > 60)");
    expect(spreadText(spreadOf([]), 1)).toBe("-");
  });

  it("counts what-ifs by interval", () => {
    expect(binned([0.3, 0.5, 1.7], 0.5)).toEqual([1, 1, 0, 1]);
  });
});

describe("the key of a record", () => {
  it("is the same for the same measurement, and differs by contender, limit and case", () => {
    const keys = [
      aRecord(),
      aRecord({ seconds: 9 }),
      aRecord({ limit: 10 }),
      aRecord({ contender: "cbc" }),
      aRecord({ case: seeded(9) }),
      whatIfs,
    ];
    expect(new Set(keys.map(keyOf)).size).toBe(5);
  });
});
