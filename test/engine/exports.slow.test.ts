import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Another program's folder, with this package installed in it as `npm pack` would have it. */
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "exports-"));
  const modules = join(folder, "node_modules");
  const installed = join(modules, manifest.name);
  for (const name of Object.keys(manifest.dependencies)) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(ROOT, "node_modules", name), join(modules, name));
  }
  mkdirSync(installed, { recursive: true });
  cpSync(join(ROOT, "package.json"), join(installed, "package.json"));
  const tsc = join(ROOT, "node_modules/.bin/tsc");
  const options = ["-p", "tsconfig.build.json", "--noCheck", "--declaration", "false", "--outDir", join(installed, "dist")];
  execFileSync(process.execPath, [tsc, ...options], { cwd: ROOT });
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true }));

/** What a program in that folder prints. */
function printed(program: string): string {
  const file = join(folder, "program.mjs");
  writeFileSync(file, program);
  return execFileSync(process.execPath, [file], { encoding: "utf8" });
}

test("another program places and verifies a round with the exported engine", () => {
  const program = `
    import { readFileSync } from "node:fs";
    import { place } from "${manifest.name}/engine";
    import { parseRound } from "${manifest.name}/engine/input/parse-round";
    import { checked } from "${manifest.name}/engine/solvers/checked";
    import { loadHighs } from "${manifest.name}/engine/solvers/highs";
    import { verifyResult } from "${manifest.name}/engine/verify/verify-result";
    const read = parseRound(readFileSync(${JSON.stringify(join(ROOT, "datasets/rounds/tiny.json"))}, "utf8"));
    const ports = { solver: checked(await loadHighs()), now: () => performance.now() / 1000 };
    const outcome = await place(read.round, read.warnings, ports);
    console.log(outcome.status, outcome.result.quality, verifyResult(read.round, outcome.result).length);`;
  expect(printed(program)).toBe("solved proven-optimal 0\n");
});

test("another program gets the typed client, and nothing that is not exported", () => {
  expect(printed(`console.log(typeof (await import("${manifest.name}/client")).serviceClient)`)).toBe("function\n");
  const hidden = `console.log(await import("${manifest.name}/server/app").catch((error) => error.code))`;
  expect(printed(hidden)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED\n");
});
