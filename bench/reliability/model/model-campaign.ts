import { readFileSync } from "node:fs";
import { startingAfter } from "../../../server/demo-rounds.ts";
import type { Store } from "../../../server/store/store.ts";
import { addCampaignKey } from "../campaign-key.ts";
import { keepAlive } from "../keep-alive.ts";
import { freePort, killNow, pause, processesBelow, untilReady } from "../processes.ts";
import { randomNumbers } from "../random.ts";
import { retryingClient } from "../retrying-client.ts";
import { STEPS, type StepContext } from "./model-steps.ts";
import { ReferenceModel } from "./reference-model.ts";

/** How the campaign is run. */
export interface ModelSettings {
  readonly environment: Readonly<Record<string, string>>;
  readonly openStore: () => Promise<Store>;
  readonly steps: number;
  /** One step in so many is taken while the service, or a solver process, is killed. */
  readonly killOneIn: number;
  readonly seed: number;
}

/** What came of it. */
export interface ModelReport {
  readonly steps: number;
  readonly kills: number;
  readonly retries: number;
  readonly taken: Readonly<Record<string, number>>;
  /** The first answer that was not the model's. */
  readonly divergence: string | null;
}

/**
 * R6: a random walk of calls, each compared with a small reference model, while the service and its solver processes are killed at random
 * moments. The same seed takes the same steps, as far as what is there by then allows.
 */
export async function modelCampaign({ environment, openStore, steps, killOneIn, seed }: ModelSettings): Promise<ModelReport> {
  const between = randomNumbers(seed);
  const key = await addCampaignKey(openStore, "admin");
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = keepAlive("server/main.ts", { ...environment, PORT: String(port), LOG_LEVEL: "error" });
  await untilReady(url);
  const client = retryingClient(url, key);
  const tiny = readFileSync(new URL("../../../datasets/rounds/tiny.json", import.meta.url), "utf8");
  const future = JSON.parse(startingAfter(tiny, new Date().toISOString().slice(0, 10)));
  let made = 0;
  const fresh = () => `${seed}-${made++}`;
  const context: StepContext = {
    ...{ model: new ReferenceModel(), client, between, fresh },
    roundText: (id) => JSON.stringify({ ...future, id }),
  };
  const taken: Record<string, number> = {};
  const bag = STEPS.flatMap(([often, name, step]) => Array.from({ length: often }, () => ({ name, step })));
  let [kills, done, divergence]: [number, number, string | null] = [0, 0, null];
  for (; done < steps && divergence === null; done++) {
    const next = bag[between(0, bag.length - 1)];
    if (next === undefined) break;
    const killing = between(1, killOneIn) === 1 ? killSoon(server.current().process.pid ?? 0, between) : null;
    if (killing !== null) kills += 1;
    const differs = await next.step(context);
    await killing;
    taken[next.name] = (taken[next.name] ?? 0) + 1;
    if (differs !== null) divergence = `step ${done}, ${next.name}: ${differs}`;
  }
  await server.end();
  return { steps: done, kills, retries: client.retries(), taken, divergence };
}

/** Kills the service, or one of its solver processes, while a step is under way. */
async function killSoon(pid: number, between: (from: number, to: number) => number): Promise<void> {
  const ofSolver = between(0, 3) === 0;
  await pause(between(0, 40));
  const victims = ofSolver ? processesBelow(pid) : [pid];
  const victim = victims[between(0, Math.max(0, victims.length - 1))];
  if (victim !== undefined) killNow(victim);
}
