import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { generateRound } from "../../datasets/generate-round.ts";
import { SHIPPED_ROUNDS } from "../../datasets/shipped-rounds.ts";
import { writeRound } from "../../datasets/write-round.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";

const shipped = (file: string): string => readFileSync(new URL(`../../datasets/rounds/${file}`, import.meta.url), "utf8");
const generate = fileURLToPath(new URL("../../datasets/commands/generate.ts", import.meta.url));

test.each(["tiny.json", "intake.json", "national-year.json"])(
  "%s is valid, and warns only of approvals that end in service",
  (file) => {
    const parsed = parseRound(shipped(file));
    const issues = parsed.ok ? parsed.warnings : parsed.issues;
    expect(issues.filter(({ code }) => code !== "approval-ends-in-service")).toEqual([]);
  },
);

test.each(SHIPPED_ROUNDS)("$file is what the generator makes", ({ file, parameters }) => {
  expect(shipped(file) === writeRound(generateRound(parameters))).toBe(true);
});

test("the national year has the size of the service", () => {
  const round: RoundJson = JSON.parse(shipped("national-year.json"));
  expect(round.candidates.length).toBe(1000);
  expect(round.promotions.length).toBeGreaterThanOrEqual(40);
  expect(round.promotions.length).toBeLessThanOrEqual(60);
  expect(round.missions.length).toBeGreaterThan(1000);
  expect(round.hosts.length).toBeGreaterThanOrEqual(700);
});

test("the README gives the sizes of the shipped rounds", () => {
  const readme = readFileSync(new URL("../../datasets/README.md", import.meta.url), "utf8");
  const size = (list: readonly unknown[]): string => list.length.toLocaleString("en");
  const intake: RoundJson = JSON.parse(shipped("intake.json"));
  const year: RoundJson = JSON.parse(shipped("national-year.json"));
  expect(readme).toContain(`${size(intake.candidates)} candidates, ${size(intake.promotions)} promotions over 6 months`);
  expect(readme).toContain(`${size(year.candidates)} candidates, ${size(year.promotions)} promotions over 12 months`);
  expect(readme).toContain(`${size(year.missions)} missions at ${size(year.hosts)} hosts`);
});

test("a round is written with one candidate, mission, host or promotion per line", () => {
  const round = generateRound({ candidates: 20, seed: 1 });
  const text = writeRound(round);
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(round)));
  for (const { id } of round.candidates)
    expect(text.split("\n").filter((line) => line.startsWith(`    {"id":"${id}"`)).length).toBe(1);
});

describe("the command generate", () => {
  test("writes the round to standard output", () => {
    const text = execFileSync(process.execPath, [generate, "--candidates", "12", "--seed", "3", "--seats", "1.3"], {
      encoding: "utf8",
    });
    expect(text).toBe(writeRound(generateRound({ candidates: 12, seed: 3, seats: 1.3, months: 6 })));
  });

  test.each([
    [["--seed", "1"], "--candidates must be"],
    [["--candidates", "0", "--seed", "1"], "--candidates must be"],
    [["--candidates", "10"], "--seed must be"],
    [["--candidates", "10", "--seed", "-1"], "--seed"],
    [["--candidates", "10", "--seed", "1", "--seats", "many"], "--seats must be"],
    [["--candidates", "10", "--seed", "1", "--months", "1.5"], "--months must be"],
    [["--candidates", "10", "--seed", "1", "--people", "5"], "--people"],
  ])("refuses %j with exit 2 and says why", (args, reason) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [generate, ...args], { encoding: "utf8" });
    expect(status).toBe(2);
    expect(stdout).toBe("");
    expect(stderr).toContain(reason);
  });
});
