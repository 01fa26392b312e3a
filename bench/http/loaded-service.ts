import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import type { Role } from "../../server/auth/roles.ts";
import { scratchStore } from "../../test/store/scratch-store.ts";
import { addCampaignKey } from "../reliability/campaign-key.ts";
import { freePort, pause, startProgram, untilReady } from "../reliability/processes.ts";

/** The service in a process of its own, on an embedded store in a folder of its own. */
export interface LoadedService {
  readonly url: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Sends JSON and reads JSON. */
  ask<Body>(method: string, path: string, body?: object): Promise<Body>;
  close(): Promise<void>;
}

/** A shipped round. */
export function shipped(name: "tiny" | "intake" | "national-year"): object {
  return JSON.parse(readFileSync(new URL(`../../datasets/rounds/${name}.json`, import.meta.url), "utf8"));
}

/** Starts it, with one run at a time for each core but one. */
export async function startLoadedService(role: Role = "plan"): Promise<LoadedService> {
  const scratch = await scratchStore("embedded");
  const key = await addCampaignKey(scratch.open, role);
  const port = await freePort();
  const program = startProgram("server/main.ts", { ...scratch.environment, PORT: String(port), LOG_LEVEL: "error" });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const headers = { authorization: `Bearer ${key}` };
  return {
    url,
    key,
    headers,
    ask: async (method, path, body) => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const type = body === undefined ? {} : { "content-type": "application/json" };
      const answer = await fetch(url + path, { method, headers: { ...headers, ...type }, ...sent });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return JSON.parse(await answer.text());
    },
    close: async () => {
      program.process.kill("SIGTERM");
      await program.ended;
      await scratch.remove();
      if (program.output() !== "") process.stderr.write(program.output());
    },
  };
}

/** Keeps as many placements of a national year going as there are cores, until the returned function is called. */
export function solveWithoutEnd({ url, headers }: LoadedService): () => Promise<void> {
  const leaving = new AbortController();
  const body = JSON.stringify({ ...shipped("national-year"), limits: { seconds: 60 } });
  const request = { method: "POST", body, headers: { ...headers, "content-type": "application/json" }, signal: leaving.signal };
  const solveAgain = async () => {
    while (!leaving.signal.aborted) {
      await fetch(`${url}/v1/placements`, request)
        .then((answer) => answer.arrayBuffer())
        .catch(() => pause(100));
    }
  };
  const solving = Array.from({ length: availableParallelism() }, solveAgain);
  return async () => {
    leaving.abort();
    await Promise.all(solving);
  };
}
