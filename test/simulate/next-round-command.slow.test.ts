import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runCommand } from "../engine/run-command.ts";
import { shipped, solved } from "../engine/run-place.ts";
import { issuesOf } from "../input/round-of.ts";

const folder = mkdtempSync(join(tmpdir(), "next-round-"));
const roundFile = join(ROOT, "datasets/rounds/tiny.json");
const resultFile = join(folder, "result.json");

beforeAll(async () => writeFileSync(resultFile, JSON.stringify(await solved(shipped("tiny")))), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

const nextRoundCommand = (...args: string[]) => runCommand("next-round", ...args);

it("next-round writes the round of the first start, which parses; nobody has left", async () => {
  const { code, stdout, stderr } = await nextRoundCommand(roundFile, resultFile);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({ schema: "round/1", id: "tiny_2026-10-05" });
  expect(issuesOf(JSON.parse(stdout))).toEqual([]);
});

it("next-round --from another day names on the standard error who leaves", async () => {
  const { code, stdout, stderr } = await nextRoundCommand(roundFile, resultFile, "--from", "2027-08-01");
  expect(code).toBe(0);
  expect(JSON.parse(stdout).candidates.map(({ id }: { id: string }) => id)).toEqual(["c3"]);
  expect(stderr.trim().split("\n").sort()).toEqual(["c1", "c2", "c4", "c5", "c6"].map((id) => `${id} leaves: served`));
});

it("next-round refuses a result that is not lawful, one of another round, and a day that is none", async () => {
  const result = JSON.parse(readFileSync(resultFile, "utf8"));
  const lying = join(folder, "lying.json");
  writeFileSync(lying, JSON.stringify({ ...result, round: { ...result.round, hash: `sha256:${"0".repeat(64)}` } }));
  expect(await nextRoundCommand(roundFile, lying)).toMatchObject({ code: 2, stdout: "" });
  expect(await nextRoundCommand(roundFile, resultFile, "--from", "2026-02-30")).toMatchObject({ code: 2, stdout: "" });
  expect(await nextRoundCommand(roundFile)).toMatchObject({ code: 2, stdout: "" });
});
