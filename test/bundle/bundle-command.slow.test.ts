import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runCommand } from "../engine/run-command.ts";
import { shipped, solved } from "../engine/run-place.ts";

const folder = mkdtempSync(join(tmpdir(), "bundle-"));
const roundFile = join(ROOT, "datasets/rounds/tiny.json");
const file = (name: string) => join(folder, name);

beforeAll(async () => writeFileSync(file("result.json"), JSON.stringify(await solved(shipped("tiny")))), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

it("bundle writes a file that verify accepts by itself, erased too, and refuses once a byte is changed", async () => {
  expect(await runCommand("bundle", roundFile, file("result.json"), "--out", file("bundle.json"))).toMatchObject({ code: 0 });
  const whole = await runCommand("verify", file("bundle.json"));
  expect(whole).toMatchObject({ code: 0 });
  expect(whole.stdout).toContain("lawful");
  const { stdout: erased } = await runCommand("bundle", "--erase", file("bundle.json"));
  writeFileSync(file("erased.json"), erased);
  const { head } = JSON.parse(erased);
  expect(await runCommand("verify", file("erased.json"), "--head", head)).toMatchObject({ code: 0 });
  writeFileSync(file("changed.json"), readFileSync(file("bundle.json"), "utf8").replace('"deferred":2', '"deferred":3'));
  const refused = await runCommand("verify", file("changed.json"));
  expect(refused).toMatchObject({ code: 1 });
  expect(refused.stdout).toContain("not what was digested");
});

it("bundle makes none of a result that is not lawful and correct", async () => {
  const result = JSON.parse(readFileSync(file("result.json"), "utf8"));
  writeFileSync(file("wrong.json"), JSON.stringify({ ...result, indicators: { ...result.indicators, deferred: 77 } }));
  const { code, stdout, stderr } = await runCommand("bundle", roundFile, file("wrong.json"));
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr).toContain("/indicators/deferred");
});
