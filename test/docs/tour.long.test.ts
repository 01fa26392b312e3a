import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const TOUR = readFileSync(new URL("../../docs/tour.md", import.meta.url), "utf8");

/** A port that nobody listens on. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0));
    });
  });
}

test("the commands of the tour do what it says, one after another", async () => {
  const blocks = [...TOUR.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, commands]) => commands);
  expect(blocks.length).toBe(9);
  // Whatever happens, the service ends with the script.
  const script = ["set -euo pipefail", "trap 'kill $SERVICE 2>&- || true' EXIT", ...blocks].join("\n");
  const port = String(await freePort());
  const { stdout } = await promisify(execFile)("bash", ["-c", script.replaceAll("8080", port)], { cwd: ROOT, timeout: 220_000 });
  expect(stdout).toMatch(/^round [0-9a-f-]{36}$/m);
  expect(stdout).toContain("event: state");
  expect(stdout).toContain("event: end");
  expect(stdout).toMatch(/^proven-optimal$/m);
  expect(stdout).toMatch(/candidate;outcome;promotion/);
  expect(stdout).toMatch(/^placed is better$/m);
  expect(stdout).toMatch(/^c\d gains$/m);
  expect(stdout).toMatch(/^published$/m);
  expect(stdout).toMatch(/\d+ plan-published$/m);
  expect(stdout).toMatch(/^true$/m);
}, 240_000);
