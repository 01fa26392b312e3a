import { parseArgs } from "node:util";
import { thisMachine } from "./campaign/machine.ts";
import { measureCancels } from "./http/cancel-latency.ts";
import { shipped, solveWithoutEnd, startLoadedService } from "./http/loaded-service.ts";
import { type CallFigures, measureCalls } from "./http/measure-calls.ts";
import { measureOverload } from "./http/overload.ts";
import { measureStatusCalls } from "./http/status-calls.ts";
import { pause } from "./reliability/processes.ts";

const USAGE =
  "usage: npm run --silent bench:http -- [calls] [status] [cancel] [overload] [--seconds S] [--cancels N] [--within S]";
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: "string", default: "10" },
    cancels: { type: "string", default: "10" },
    within: { type: "string", default: "30" },
  },
});
const PARTS = ["calls", "status", "cancel", "overload"] as const;
if (positionals.some((name) => !PARTS.some((part) => part === name))) {
  process.stderr.write(`${USAGE}\n`);
  process.exit(2);
}
const wanted = (part: (typeof PARTS)[number]) => positionals.length === 0 || positionals.includes(part);
const seconds = Number(values.seconds);

const { cpu, cores, node } = thisMachine();
process.stdout.write(`${new Date().toISOString().slice(0, 10)}, ${cpu}, ${cores} cores, Node ${node}, ${seconds} s each\n\n`);
process.stdout.write("| | requests/s | p50 ms | p99 ms | longest ms | failed |\n|---|---:|---:|---:|---:|---:|\n");
const print = ({ what, perSecond, p50, p99, longest, failed }: CallFigures) =>
  process.stdout.write(`| ${what} | ${perSecond.toFixed(1)} | ${p50} | ${p99} | ${longest} | ${failed} |\n`);

const service = await startLoadedService();
const { url, headers } = service;
if (wanted("calls")) {
  const live = { url, headers, connections: 10, seconds, requests: [{ path: "/health/live" }] };
  const body = JSON.stringify(shipped("tiny"));
  const placement = {
    method: "POST",
    path: "/v1/placements",
    body,
    headers: { "content-type": "application/json", ...headers },
  } as const;
  print(await measureCalls({ ...live, what: "GET /health/live, 10 connections" }));
  const what = "POST /v1/placements, tiny round, 4 connections";
  print(await measureCalls({ ...live, what, connections: 4, requests: [placement] }));
  const stop = solveWithoutEnd(service);
  await pause(2_000);
  print(await measureCalls({ ...live, what: "GET /health/live while a national year is solved" }));
  await stop();
}
if (wanted("status")) {
  const { events, ...figures } = await measureStatusCalls(service, seconds);
  print(figures);
  process.stdout.write(`\n${events} events were read meanwhile.\n`);
}
if (wanted("cancel")) {
  const log = (line: string) => process.stderr.write(`${line}\n`);
  const { cancels, p50, p99, longest, without } = await measureCancels(
    service,
    Number(values.cancels),
    Number(values.within),
    log,
  );
  process.stdout.write(
    `\n${cancels} runs of a national year cancelled within ${values.within} s: p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms, ${without} without a placement.\n`,
  );
}
if (wanted("overload")) {
  const { sent, refused, p50, p99, longest, recovered } = await measureOverload(service, 40, seconds);
  process.stdout.write(
    `\n40 callers at once, ${sent} placements of a national year sent, ${refused} refused: p50 ${p50} ms, p99 ${p99} ms, longest ${longest} ms; solving again after ${recovered} ms.\n`,
  );
}
await service.close();
