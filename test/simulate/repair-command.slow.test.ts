import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ROOT, runCommand } from "../engine/run-command.ts";
import { shipped, solved } from "../engine/run-place.ts";

const folder = mkdtempSync(join(tmpdir(), "repair-"));
const roundFile = join(ROOT, "datasets/rounds/tiny.json");
const file = (name: string) => join(folder, name);

beforeAll(async () => writeFileSync(file("result.json"), JSON.stringify(await solved(shipped("tiny")))), 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

function repair(patch: unknown, ...args: string[]) {
  writeFileSync(file("patch.json"), typeof patch === "string" ? patch : JSON.stringify(patch));
  return runCommand("repair", roundFile, file("result.json"), file("patch.json"), ...args);
}

it("repair says who moved, and what it writes verifies", async () => {
  const written = ["--round", file("round.json"), "--out", file("repaired.json")];
  const { code, stdout } = await repair({ kind: "candidate-withdrawn", candidate: "c4" }, ...written);
  expect(code).toBe(0);
  expect(stdout).toContain("c4: ");
  expect(stdout).toContain("no longer in the round: left");
  expect(await runCommand("verify", file("round.json"), file("repaired.json"))).toMatchObject({ code: 0 });
  expect(JSON.parse(readFileSync(file("round.json"), "utf8"))).toMatchObject({ id: "tiny-repair" });
});

it("repair exits with 3 and the conflict where nothing lawful is left, with 2 where the patch is none", async () => {
  const obliged = [
    { kind: "promotion-size", promotion: "p1", minSize: 3, maxSize: 3, mustHold: true },
    ...["c1", "c2", "c3", "c4", "c5", "c6"].map((candidate) => ({ kind: "pinned", pin: { candidate, outcome: "reserve" } })),
  ];
  const { code, stderr } = await repair(obliged);
  expect({ code, said: stderr.includes("No lawful placement exists") }).toEqual({ code: 3, said: true });
  expect(stderr).toContain("The smallest change that would make the round feasible");
  expect(await repair({ kind: "host-withdrawn", host: "nobody" })).toMatchObject({ code: 2 });
  expect(await repair("no json")).toMatchObject({ code: 2 });
});
