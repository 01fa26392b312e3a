import { readFileSync } from "node:fs";
import type { Run } from "../../server/schemas/run.ts";
import type { Store } from "../../server/store/store.ts";
import { addCampaignKey } from "./campaign-key.ts";
import { examineRuns, type RunFindings } from "./examine-runs.ts";
import { type KeptAlive, keepAlive } from "./keep-alive.ts";
import { freePort, killNow, pause, processesBelow, untilReady } from "./processes.ts";
import { randomNumbers } from "./random.ts";
import { type RetryingClient, retryingClient } from "./retrying-client.ts";

/** How the campaign is run. */
export interface KillSettings {
  /** What tells the programs which store to use. */
  readonly environment: Readonly<Record<string, string>>;
  readonly openStore: () => Promise<Store>;
  /** Of the service, at random instants. */
  readonly serverKills: number;
  /** Of a solver process of the service or of a worker. */
  readonly solverKills: number;
  /** Of a whole worker; 0 on the embedded store. */
  readonly workerKills: number;
  readonly workers: number;
  readonly clients: number;
  readonly seed: number;
  /** Seconds after which no more are killed, however many are left. */
  readonly within?: number;
  readonly onKill?: (killed: number, ready: number | null) => void;
}

/** What came of it. */
export interface KillReport extends RunFindings {
  readonly kills: { readonly server: number; readonly solver: number; readonly worker: number };
  /** Milliseconds from kills of the service to its being ready again, in their order. */
  readonly readyAgain: readonly number[];
  readonly retries: number;
}

const TINY = JSON.parse(readFileSync(new URL("../../datasets/rounds/tiny.json", import.meta.url), "utf8"));
/** A round that is solved in no time: what is tried here is not the solver. */
const ROUND = { ...TINY, policy: { ...TINY.policy, tiers: [{ objectives: ["placed"] }, { objectives: ["delay"] }] } };

/**
 * Kills the service, its workers and their solver processes at random instants while clients hand in runs, each with an Idempotency-Key and
 * again until it is acknowledged. Then lets everything come to its end and looks at the store: every acknowledged run has to be there, once,
 * and completed once.
 */
export async function killCampaign(settings: KillSettings): Promise<KillReport> {
  const { environment, openStore, clients, seed, serverKills, solverKills, workerKills } = settings;
  const between = randomNumbers(seed);
  const key = await addCampaignKey(openStore);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = keepAlive("server/main.ts", { ...environment, PORT: String(port), LOG_LEVEL: "error" });
  const workers = Array.from({ length: settings.workers }, () =>
    keepAlive("server/commands/worker.ts", { ...environment, LOG_LEVEL: "error", RUN_PROCESSES: "1" }),
  );
  await untilReady(url);
  const client = retryingClient(url, key);
  const { id: roundId } = (await client.ask<{ readonly id: string }>("POST", "/v1/rounds", { body: JSON.stringify(ROUND) })).body;
  const acknowledged = new Map<string, string>();
  let killing = true;
  const handIn = async (name: number) => {
    for (let count = 0; killing; count++) {
      const idempotencyKey = `client-${name}-${count}`;
      const asked =
        count % HANDED_IN_AHEAD === 0 ? { round: { ...ROUND, seed: idempotencyKey } } : { roundId, seed: idempotencyKey };
      const { status, body: run } = await client.ask<Run>("POST", "/v1/runs", {
        body: JSON.stringify(asked),
        headers: { "idempotency-key": idempotencyKey },
      });
      if (status !== 202) throw new Error(`a run was answered with ${status}`);
      acknowledged.set(idempotencyKey, run.id);
      // Some wait on the queue at any time, but no more than the kills let through.
      if (count % HANDED_IN_AHEAD === 0) await untilOver(client, run.id);
    }
  };
  const handingIn = Promise.all(Array.from({ length: clients }, (_, name) => handIn(name)));

  const readyAgain: number[] = [];
  const killed = { server: 0, solver: 0, worker: 0 };
  const victims = shuffled(serverKills, solverKills, workerKills, between);
  const until = performance.now() + (settings.within ?? Number.POSITIVE_INFINITY) * 1000;
  for (let victim = victims.pop(); victim !== undefined && performance.now() < until; victim = victims.pop()) {
    // On a machine that is slow to start it the service has as long to work as it took to come back.
    await pause(between(20, Math.max(2_000, readyAgain.at(-1) ?? 0)));
    const pid = await pidOf(victim, server, workers, between);
    killNow(pid);
    killed[victim] += 1;
    // One in eight is killed again while it starts.
    const isLeft = victim === "server" && victims.at(-1) === "server" && between(0, 7) === 0;
    const ready = victim === "server" && !isLeft ? await untilReady(url) : null;
    if (ready !== null) readyAgain.push(Math.round(ready));
    settings.onKill?.(killed.server + killed.solver + killed.worker, ready);
  }
  killing = false;
  await handingIn;
  for (const id of acknowledged.values()) await untilOver(client, id);
  await Promise.all([server, ...workers].map((one) => one.end()));
  const store = await openStore();
  const findings = await examineRuns(store, acknowledged);
  await store.close();
  return { ...findings, kills: killed, readyAgain, retries: client.retries() };
}

/** Runs that a client hands in before it waits for the first of them. */
const HANDED_IN_AHEAD = 4;

async function untilOver(client: RetryingClient, id: string): Promise<void> {
  for (;;) {
    const { body } = await client.ask<Run>("GET", `/v1/runs/${id}`);
    if (body.state !== "queued" && body.state !== "solving") return;
    await pause(50);
  }
}

type Victim = "server" | "solver" | "worker";

function shuffled(server: number, solver: number, worker: number, between: (from: number, to: number) => number): Victim[] {
  const victims: Victim[] = [
    ...Array<Victim>(server).fill("server"),
    ...Array<Victim>(solver).fill("solver"),
    ...Array<Victim>(worker).fill("worker"),
  ];
  return victims
    .map((victim) => [between(0, 1_000_000), victim] as const)
    .sort(([a], [b]) => a - b)
    .map(([, victim]) => victim);
}

/** The process to kill; for a solver process waits until there is one. */
async function pidOf(
  victim: Victim,
  server: KeptAlive,
  workers: readonly KeptAlive[],
  between: (from: number, to: number) => number,
): Promise<number> {
  for (;;) {
    const programs = victim === "worker" ? workers : victim === "server" ? [server] : [server, ...workers];
    const pids = programs.flatMap((one) => one.current().process.pid ?? []);
    const candidates = victim === "solver" ? pids.flatMap(processesBelow) : pids;
    const pid = candidates[between(0, Math.max(0, candidates.length - 1))];
    if (pid !== undefined) return pid;
    await pause(20);
  }
}
