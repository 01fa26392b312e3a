import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { DATABASE_FILE } from "../../server/store/embedded.ts";
import { scratchStore } from "../../test/store/scratch-store.ts";
import { shipped } from "../http/loaded-service.ts";
import { addCampaignKey } from "./campaign-key.ts";
import { freePort, pause, startProgram, untilReady } from "./processes.ts";
import { quantile } from "./quantile.ts";
import { type RetryingClient, retryingClient } from "./retrying-client.ts";

/** What the service's process holds at a moment. */
export interface SoakSample {
  readonly seconds: number;
  /** Resident memory in MB. */
  readonly memory: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** The write-ahead log in MB. */
  readonly log: number;
}

/** What came of it: the median of each figure in the second and in the last quarter. */
export interface SoakReport {
  readonly seconds: number;
  readonly runs: number;
  readonly streams: number;
  readonly before: Omit<SoakSample, "seconds">;
  readonly after: Omit<SoakSample, "seconds">;
  readonly samples: readonly SoakSample[];
}

interface Run {
  readonly id: string;
  readonly state: string;
}

const SAMPLE_MILLISECONDS = 5_000;
const CLIENTS = 3;

/** R9: the service under the same load for a long time; what it holds has to stay what it was. */
export async function soakCampaign(seconds: number, onSample: (sample: SoakSample) => void): Promise<SoakReport> {
  const scratch = await scratchStore("embedded");
  const key = await addCampaignKey(scratch.open);
  const port = await freePort();
  const program = startProgram("server/main.ts", { ...scratch.environment, PORT: String(port), LOG_LEVEL: "error" });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const client = retryingClient(url, key);
  const count = { runs: 0, streams: 0 };
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const work = async () => {
    while (elapsed() < seconds) await useOnce(client, url, key, count);
  };
  const working = Promise.all(Array.from({ length: CLIENTS }, work));
  const samples: SoakSample[] = [];
  while (elapsed() < seconds) {
    await pause(SAMPLE_MILLISECONDS);
    const sample = { seconds: Math.round(elapsed()), ...heldBy(program.process.pid ?? 0, scratch.environment.DATA_DIR ?? "") };
    samples.push(sample);
    onSample(sample);
  }
  await working;
  program.process.kill("SIGTERM");
  await program.ended;
  await scratch.remove();
  const quarter = Math.floor(samples.length / 4);
  const [before, after] = [medians(samples.slice(quarter, 2 * quarter)), medians(samples.slice(-quarter))];
  return { seconds, ...count, before, after, samples };
}

/** A round stored, a run of it followed to its end by its events, its result read, a cancel, lists, and the round deleted. */
async function useOnce(
  client: RetryingClient,
  url: string,
  key: string,
  count: { runs: number; streams: number },
): Promise<void> {
  const round = await client.ask<Run>("POST", "/v1/rounds", { body: JSON.stringify(shipped("tiny")) });
  const body = JSON.stringify({ roundId: round.body.id });
  const run = await client.ask<Run>("POST", "/v1/runs", { body });
  const events = await fetch(`${url}/v1/runs/${run.body.id}/events`, { headers: { authorization: `Bearer ${key}` } });
  await events.text();
  const left = await fetch(`${url}/v1/runs/${run.body.id}/events`, { headers: { authorization: `Bearer ${key}` } });
  await left.body?.cancel();
  await client.ask("GET", `/v1/runs/${run.body.id}/result`);
  await client.ask("GET", "/v1/runs?limit=20");
  const second = await client.ask<Run>("POST", "/v1/runs", { body });
  await client.ask("POST", `/v1/runs/${second.body.id}/cancel`);
  for (let state = "solving"; state === "queued" || state === "solving"; ) {
    await pause(50);
    state = (await client.ask<Run>("GET", `/v1/runs/${second.body.id}`)).body.state;
  }
  await client.ask("DELETE", `/v1/rounds/${round.body.id}`);
  count.runs += 2;
  count.streams += 2;
}

function heldBy(pid: number, folder: string): Omit<SoakSample, "seconds"> {
  const [, kilobytes = "0"] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  const log = statSync(join(folder, `${DATABASE_FILE}-wal`), { throwIfNoEntry: false })?.size ?? 0;
  const megabytes = (bytes: number) => Math.round(bytes / 1024 / 102.4) / 10;
  return { memory: megabytes(Number(kilobytes) * 1024), handles: readdirSync(`/proc/${pid}/fd`).length, log: megabytes(log) };
}

function medians(samples: readonly SoakSample[]): Omit<SoakSample, "seconds"> {
  const median = (of: (sample: SoakSample) => number) => {
    const sorted = samples.map(of).sort((a, b) => a - b);
    return quantile(sorted, 0.5);
  };
  return { memory: median(({ memory }) => memory), handles: median(({ handles }) => handles), log: median(({ log }) => log) };
}
