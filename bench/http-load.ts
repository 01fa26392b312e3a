import { readFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { availableParallelism, cpus } from "node:os";
import { parseArgs } from "node:util";
import autocannon from "autocannon";
import { pino } from "pino";
import { buildApp } from "../server/app.ts";
import { SPARE_CORES } from "../server/app-defaults.ts";
import { makeFirstKey } from "../server/auth/first-key.ts";
import { now } from "../server/clock.ts";
import { openEmbeddedStore } from "../server/store/embedded.ts";

const { values } = parseArgs({ options: { seconds: { type: "string", default: "5" } } });
const duration = Number(values.seconds);

const round = (name: string): string => readFileSync(new URL(`../datasets/rounds/${name}.json`, import.meta.url), "utf8");

const store = await openEmbeddedStore(null);
const key = await makeFirstKey(store, now);
const { app, pool, worker } = await buildApp({
  logger: pino({ level: "silent" }),
  stopSeconds: 0,
  store,
  runProcesses: SPARE_CORES,
});
await app.listen({ port: 0, host: "127.0.0.1" });
const headers = { authorization: `Bearer ${key}` };
const json = { ...headers, "content-type": "application/json" };
// A server that listens on a port has an address of this form.
const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
while (!pool.isReady()) await new Promise((resolve) => setTimeout(resolve, 20));

async function measure(what: string, path: string, connections: number, body?: string, perSecond?: number): Promise<void> {
  const post = body === undefined ? {} : { method: "POST" as const, body, headers: json };
  const rate = perSecond === undefined ? {} : { overallRate: perSecond };
  const { requests, latency, non2xx, errors } = await autocannon({
    url: url + path,
    connections,
    duration,
    headers,
    ...post,
    ...rate,
  });
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

/** R7: status calls and event streams while every solver process works on a run and more wait. */
const streams = new AbortController();
const stored = await fetch(`${url}/v1/rounds`, { method: "POST", body: round("national-year"), headers: json });
const { id: roundId } = (await stored.json()) as { readonly id: string };
const runIds: string[] = [];
for (let count = 0; count < SPARE_CORES + 3; count++) {
  const body = JSON.stringify({ roundId, seed: `load ${count}`, limits: { seconds: 600 } });
  const answer = await fetch(`${url}/v1/runs`, { method: "POST", body, headers: json });
  runIds.push(((await answer.json()) as { readonly id: string }).id);
}
const drain = async (path: string) => {
  const answer = await fetch(url + path, { headers, signal: streams.signal });
  for await (const _ of answer.body ?? []);
};
for (let count = 0; count < 100; count++) drain(`/v1/runs/${runIds[0]}/events`).catch(() => null);
while ((worker?.busy() ?? 0) < SPARE_CORES) await new Promise((resolve) => setTimeout(resolve, 20));
await measure("GET /v1/runs/{id}, 50/s, solvers busy, 100 streams", `/v1/runs/${runIds[0]}`, 10, undefined, 50);
await measure("GET /v1/runs, 50/s, solvers busy, 100 streams", "/v1/runs?limit=10", 10, undefined, 50);
const cancelled = performance.now();
for (const id of runIds.toReversed()) await fetch(`${url}/v1/runs/${id}/cancel`, { method: "POST", headers });
while ((worker?.busy() ?? 0) > 0) await new Promise((resolve) => setTimeout(resolve, 20));
process.stdout.write(`${"cancel until the run is over".padEnd(52)}${Math.round(performance.now() - cancelled)} ms\n`);
streams.abort();
await app.close();
