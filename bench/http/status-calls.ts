import { availableParallelism } from "node:os";
import { pause } from "../reliability/processes.ts";
import { type LoadedService, shipped, solveWithoutEnd } from "./loaded-service.ts";
import { type CallFigures, measureCalls } from "./measure-calls.ts";

const STREAMS = 100;
const PER_SECOND = 50;

interface Run {
  readonly id: string;
  readonly state: string;
}

/** R7: mixed status calls while every core solves, more runs wait, and a hundred readers follow the events of the run that is being solved. */
export async function measureStatusCalls(
  service: LoadedService,
  seconds: number,
): Promise<CallFigures & { readonly events: number }> {
  const { url, headers, ask } = service;
  const { id: roundId } = await ask<{ readonly id: string }>("POST", "/v1/rounds", shipped("national-year"));
  const runs: Run[] = [];
  for (let count = 0; count < availableParallelism() + 2; count++) {
    runs.push(await ask<Run>("POST", "/v1/runs", { roundId, seed: `load ${count}`, limits: { seconds: 3_600 } }));
  }
  const [first] = runs;
  while ((await ask<Run>("GET", `/v1/runs/${first?.id}`)).state !== "solving") await pause(50);
  const stop = solveWithoutEnd(service);
  const following = followEvents(service, `/v1/runs/${first?.id}/events`);
  await pause(3_000);
  const paths = [...runs.map(({ id }) => `/v1/runs/${id}`), "/v1/runs?limit=20", `/v1/runs?roundId=${roundId}&limit=5`];
  const requests = [...paths, "/v1/rounds?limit=20", `/v1/rounds/${roundId}`, "/health/ready"].map((path) => ({ path }));
  const what = `mixed status calls, ${PER_SECOND}/s, ${STREAMS} event streams, solvers busy`;
  const figures = await measureCalls({ what, url, headers, connections: 10, seconds, requests, rate: PER_SECOND });
  const events = following.end();
  for (const { id } of runs.toReversed()) await ask("POST", `/v1/runs/${id}/cancel`);
  await stop();
  return { ...figures, events };
}

/** Follows a run a hundred times over; ending answers how many events came in all. */
function followEvents({ url, headers }: LoadedService, path: string): { end(): number } {
  const leaving = new AbortController();
  let events = 0;
  const follow = async () => {
    const answer = await fetch(url + path, { headers, signal: leaving.signal });
    for await (const chunk of answer.body ?? []) events += Buffer.from(chunk).toString().split("\n\n").length - 1;
  };
  for (let count = 0; count < STREAMS; count++) follow().catch(() => null);
  return {
    end: () => {
      leaving.abort();
      return events;
    },
  };
}
