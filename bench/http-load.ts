import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { pino } from "pino";
import { buildApp } from "../server/app.ts";
import { makeFirstKey } from "../server/auth/first-key.ts";
import { now } from "../server/clock.ts";
import { openEmbeddedStore } from "../server/store/embedded.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "5" } } });
const duration = Number(values.seconds);

const round = (name: string): string => readFileSync(new URL(`../datasets/rounds/${name}.json`, import.meta.url), "utf8");

const store = await openEmbeddedStore(null);
const key = await makeFirstKey(store, now);
const { app, pool } = await buildApp({ logger: pino({ level: "silent" }), stopSeconds: 0, store, runProcesses: 0 });
await app.listen({ port: 0, host: "127.0.0.1" });
const headers = { authorization: `Bearer ${key}` };
const json = { ...headers, "content-type": "application/json" };
// A server that listens on a port has an address of this form.
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
while (!pool.isReady()) await new Promise((resolve) => setTimeout(resolve, 20));

async function measure(what: string, path: string, connections: number, body?: string): Promise<void> {
  const post = body === undefined ? {} : { method: "POST" as const, body, headers: json };
  const { requests, latency, non2xx, errors } = await autocannon({ url: url + path, connections, duration, headers, ...post });
  const figures = [requests.average.toFixed(1), latency.p50, latency.p99, latency.max, non2xx + errors];
  process.stdout.write(`${what.padEnd(52)}${figures.map((figure) => String(figure).padStart(12)).join("")}\n`);
}

const [cpu] = cpus();
process.stdout.write(
  `${cpu?.model ?? "unknown processor"}, ${availableParallelism()} cores, Node ${process.version}, ${duration} s each\n`,
);
const titles = ["requests/s", "p50 ms", "p99 ms", "longest ms", "not 2xx"];
process.stdout.write(`${"".padEnd(52)}${titles.map((title) => title.padStart(12)).join("")}\n`);

await measure("GET /health/live, 10 connections", "/health/live", 10);
await measure("POST /v1/placements, tiny round, 4 connections", "/v1/placements", 4, round("tiny"));

const leaving = new AbortController();
const busy = { method: "POST", body: round("national-year"), headers: json, signal: leaving.signal };
const solving = Array.from({ length: availableParallelism() }, () => fetch(`${url}/v1/placements`, busy).catch(() => null));
while (pool.busyPids().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
await measure("GET /health/live while a national year is solved", "/health/live", 10);
leaving.abort();
await Promise.all(solving);
await app.close();
