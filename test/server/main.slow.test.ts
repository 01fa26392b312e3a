import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { longRound, until } from "./running-service.ts";

const MAIN = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

interface Started {
  readonly process: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<unknown[]>;
}
const started: Started[] = [];
const folders: string[] = [];

/** The key that the first start prints. */
function keyOf(main: Started): { readonly authorization: string } {
  return { authorization: `Bearer ${/^csp_\S+$/m.exec(main.output())?.[0]}` };
}

function startMain(environment: Readonly<Record<string, string>>): Started {
  const folder = mkdtempSync(join(tmpdir(), "placement-main-"));
  folders.push(folder);
  const child = spawn(process.execPath, [MAIN], { env: { DATA_DIR: folder, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  const one = { process: child, output: () => text, ended: once(child, "exit") };
  started.push(one);
  return one;
}

afterEach(() => {
  for (const { process: child } of started.splice(0)) child.kill("SIGKILL");
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function urlOf(main: Started): Promise<string> {
  await until(() => main.output().includes("listening at"));
  return /http:\/\/127\.0\.0\.1:\d+/.exec(main.output())?.[0] ?? "";
}

const processIdsBelow = async (pid: number | undefined): Promise<number[]> => {
  const list = spawn("ps", ["-o", "pid=", "--ppid", String(pid)]);
  const parts: Buffer[] = [];
  for await (const part of list.stdout) parts.push(part);
  return Buffer.concat(parts)
    .toString()
    .split("\n")
    .map(Number)
    .filter((id) => id > 0);
};

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test.each([
  [{ PORT: "http" }, "PORT must be a whole number"],
  [{ LOG_LEVEL: "loud", PORT: "0" }, "LOG_LEVEL must be"],
  [{ HOST: "no such host", PORT: "0" }, "HOST must be"],
  [{ HOST: "203.0.113.1", PORT: "0" }, "EADDRNOTAVAIL"],
])("with %j the service does not start and says why", async (environment, reason) => {
  const main = startMain(environment);
  expect(await main.ended).toEqual([1, null]);
  expect(main.output()).toContain("The service does not start");
  expect(main.output()).toContain(reason);
});

test("a port that is taken stops the start", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const main = startMain({ PORT: String(typeof address === "object" ? address?.port : "") });
  expect(await main.ended).toEqual([1, null]);
  expect(main.output()).toContain("EADDRINUSE");
  taken.close();
});

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s ends the service in order, with exit code 0 and no process left",
  async (signal) => {
    const main = startMain({ PORT: "0" });
    const url = await urlOf(main);
    expect((await fetch(`${url}/health/deep`)).status).toBe(200);
    const below = await processIdsBelow(main.process.pid);
    expect(below.length).toBeGreaterThan(0);
    main.process.kill(signal);
    expect(await main.ended).toEqual([0, null]);
    expect(below.filter(isAlive)).toEqual([]);
  },
);

test("solver processes end by themselves when the service is killed, even in the midst of a solve", async () => {
  const main = startMain({ PORT: "0" });
  const url = await urlOf(main);
  expect((await fetch(`${url}/health/deep`)).status).toBe(200);
  const body = longRound();
  const left = fetch(`${url}/v1/placements`, {
    method: "POST",
    body,
    headers: { "content-type": "application/json", ...keyOf(main) },
  }).catch(() => null);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const below = await processIdsBelow(main.process.pid);
  main.process.kill("SIGKILL");
  await left;
  expect(below.length).toBeGreaterThan(0);
  const killed = performance.now();
  await until(() => !below.some(isAlive));
  expect(performance.now() - killed).toBeLessThan(5_000);
});

test("the log has one line per request with its id and route, and nothing the caller sent", async () => {
  const main = startMain({ PORT: "0" });
  const url = await urlOf(main);
  const init = {
    method: "POST",
    body: '{"id":"secret-1"',
    headers: { "content-type": "application/json", "user-agent": "secret-2", ...keyOf(main) },
  };
  const answer = await fetch(`${url}/v1/placements`, init);
  await fetch(`${url}/v1/profiles/secret-3?name=secret-4`, { headers: keyOf(main) });
  await fetch(`${url}/secret-5`);
  await until(() => (main.output().match(/"answered"/g)?.length ?? 0) >= 3);
  const lines = main
    .output()
    .trim()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));
  const answered = lines.filter(({ msg }) => msg === "answered");
  expect(answered.map(({ method, route, status }) => [method, route, status])).toEqual([
    ["POST", "/v1/placements", 400],
    ["GET", "/v1/profiles/:id", 400],
    ["GET", null, 404],
  ]);
  expect(answered[0].requestId).toBe(answer.headers.get("request-id"));
  expect(main.output()).not.toMatch(/secret-\d|127\.0\.0\.1:\d+.*remote/);
});
