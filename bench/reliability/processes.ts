import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { COMPILE_CACHE } from "../../server/compile-cache.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** A program of the project that runs as a process of its own. */
export interface Program {
  readonly process: ChildProcess;
  /** What it wrote, both streams. */
  readonly output: () => string;
  readonly ended: Promise<unknown>;
}

/** Starts `server/main.ts` or another program with exactly this environment, and as `npm start` does with compiled code kept. */
export function startProgram(file: string, environment: Readonly<Record<string, string>>): Program {
  const child = spawn(process.execPath, [`${ROOT}${file}`], {
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (part: string) => (text += part));
  return { process: child, output: () => text, ended: once(child, "exit") };
}

/** Processes that a process has started: those that solve. */
export function processesBelow(pid: number): number[] {
  try {
    const list = execFileSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
    return list
      .split("\n")
      .map(Number)
      .filter((id) => id > 0);
  } catch {
    // ps ends with 1 where there is none.
    return [];
  }
}

/** Kills a process at once, if it is still there. */
export function killNow(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Somebody was faster.
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

export const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Milliseconds until the service says that it is ready. */
export async function untilReady(url: string): Promise<number> {
  const started = performance.now();
  for (;;) {
    try {
      const answer = await fetch(`${url}/health/ready`, { signal: AbortSignal.timeout(2_000) });
      if (answer.ok) return performance.now() - started;
    } catch {
      // Not listening yet.
    }
    await pause(20);
  }
}
