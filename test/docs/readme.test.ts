import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parseRoundValue } from "../../engine/input/parse-round.ts";
import { plannerReport } from "../../server/report/planner-report.ts";
import { shipped, solved } from "../engine/run-place.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

it("README: the example's output is what the command prints", async () => {
  const parsed = parseRoundValue(shipped("tiny"));
  if (!parsed.ok) throw new Error("the tiny round does not parse");
  const report = plannerReport(parsed.round, await solved(shipped("tiny")), 0);
  const example = /<!-- example[^>]*-->\n```\n([\s\S]*?)```/.exec(readme)?.[1] ?? "missing";
  expect(report).toContain(example);
});

it("README: every tier of the default policy is in the table, in its order", async () => {
  const { tiers } = await solved(shipped("tiny"));
  const rows = [...readme.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id);
  expect(rows).toEqual(tiers.flatMap(({ objectives }) => objectives));
});

it("README: every file it points to exists", () => {
  const links = [...readme.matchAll(/\]\(((?!http)[^)#]+)\)/g)].map(([, path]) => path ?? "");
  for (const path of links) expect(() => readFileSync(new URL(`../../${path}`, import.meta.url)), path).not.toThrow(/ENOENT/);
});
