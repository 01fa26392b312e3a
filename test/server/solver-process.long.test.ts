import { execFileSync } from "node:child_process";
import { connect } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import type { AppOptions } from "../../server/app.ts";
import { call } from "./call.ts";
import { longRound, type RunningService, shippedRound, startService, until } from "./running-service.ts";

let service: RunningService;
const start = async (options?: Partial<AppOptions>) => {
  service = await startService({ stopSeconds: 0, ...options });
};
afterEach(() => service.app.close());

const place = <Body>(body: string, signal?: AbortSignal) =>
  call<Body>(service, "POST", "/v1/placements", { body, ...(signal ? { signal } : {}) });

/** The process that works on a round; waits until one does. */
async function busyPid(): Promise<number> {
  await until(() => service.pool.busyPids().length > 0);
  const [pid] = service.pool.busyPids();
  if (pid === undefined) throw new Error("a busy process has an id");
  return pid;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const milliseconds = async (run: () => Promise<unknown>): Promise<number> => {
  const started = performance.now();
  await run();
  return performance.now() - started;
};

async function expectStillWorking(): Promise<void> {
  const { status, body } = await place<Result>(shippedRound("tiny"));
  expect([status, body.quality]).toEqual([200, "proven-optimal"]);
}

describe("a solver process that dies while it works", () => {
  test("is a problem that says to try again, and the next round is solved by another", async () => {
    await start();
    const answer = place<{ code: string }>(longRound());
    const pid = await busyPid();
    await new Promise((resolve) => setTimeout(resolve, 300));
    process.kill(pid, "SIGKILL");
    const { status, headers, body } = await answer;
    expect([status, body.code, headers.get("retry-after")]).toEqual([503, "solver-unavailable", "1"]);
    await expectStillWorking();
    expect(isAlive(pid)).toBe(false);
  });

  test("many times over, whenever it is, leaves a service that works", async () => {
    await start();
    for (const delay of [0, 5, 20, 50, 100, 200]) {
      const answer = place<{ code: string }>(longRound());
      const pid = await busyPid();
      await new Promise((resolve) => setTimeout(resolve, delay));
      process.kill(pid, "SIGKILL");
      expect((await answer).body.code).toBe("solver-unavailable");
    }
    await expectStillWorking();
  });
});

describe("the watchdog", () => {
  test("ends a process that takes too long over reading a body", async () => {
    await start({ pool: { readSeconds: 0.02 } });
    const { status, body } = await place<{ code: string }>(longRound());
    expect([status, body.code]).toEqual([504, "solver-timeout"]);
  });

  test("ends a process that works past the limit of its round", async () => {
    // The run keeps its limit of 30 seconds; the watchdog's patience ends after one.
    await start({ pool: { graceSeconds: -29 } });
    const { status, body } = await place<{ code: string }>(longRound(30));
    expect([status, body.code]).toEqual([504, "solver-timeout"]);
  });
});

test("a caller who leaves ends the work on the round", async () => {
  await start();
  const leaving = new AbortController();
  const answer = place(longRound(), leaving.signal);
  const pid = await busyPid();
  leaving.abort();
  await expect(answer).rejects.toThrow();
  await until(() => !isAlive(pid));
  await expectStillWorking();
});

test("a caller who leaves while waiting makes room in the queue", async () => {
  await start({ pool: { queueLength: 1 } });
  const first = new AbortController();
  const second = new AbortController();
  const running = place(longRound(), first.signal).catch(() => "left");
  await busyPid();
  const waiting = place(longRound(), second.signal).catch(() => "left");
  await until(() => service.pool.isFull());
  second.abort();
  await until(() => !service.pool.isFull());
  first.abort();
  expect(await Promise.all([running, waiting])).toEqual(["left", "left"]);
  await expectStillWorking();
});

test("a round that finds the queue full is refused at once, however large it is", async () => {
  await start({ pool: { queueLength: 1 } });
  const leaving = new AbortController();
  const running = place(longRound(), leaving.signal).catch(() => "left");
  await busyPid();
  const waiting = place(longRound(), leaving.signal).catch(() => "left");
  await until(() => service.pool.isFull());
  const large = " ".repeat(8 * 1024 * 1024);
  const took = await milliseconds(async () => {
    const { status, headers, body } = await place<{ code: string }>(large);
    expect([status, body.code, headers.get("retry-after")]).toEqual([503, "queue-full", "5"]);
  });
  console.log(`refused in ${took.toFixed(1)} ms`);
  expect(took).toBeLessThan(500);
  leaving.abort();
  await Promise.all([running, waiting]);
});

test("a process is replaced after so many rounds, and above so much memory", async () => {
  await start({ pool: { recycleAfterJobs: 1 } });
  for (let round = 0; round < 3; round++) await expectStillWorking();
  await service.app.close();
  await start({ pool: { recycleAboveBytes: 1 } });
  for (let round = 0; round < 3; round++) await expectStillWorking();
});

test("the solver process runs below the service's own priority", async () => {
  await start();
  const leaving = new AbortController();
  const answer = place(longRound(), leaving.signal).catch(() => "left");
  const nice = execFileSync("ps", ["-o", "nice=", "-p", String(await busyPid())], { encoding: "utf8" });
  expect(Number(nice)).toBe(10);
  leaving.abort();
  await answer;
});

test("health answers at once while a round is being solved", async () => {
  await start();
  const leaving = new AbortController();
  const answer = place(longRound(), leaving.signal).catch(() => "left");
  await busyPid();
  const times: number[] = [];
  for (let count = 0; count < 100; count++) {
    times.push(await milliseconds(() => call<unknown>(service, "GET", "/health/live")));
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  leaving.abort();
  await answer;
  times.sort((a, b) => a - b);
  console.log(`/health/live while solving: median ${times[50]?.toFixed(1)} ms, longest ${times.at(-1)?.toFixed(1)} ms`);
  expect(times.at(-1)).toBeLessThan(250);
});

describe("health", () => {
  test("is ready once a solver process is, and deep once a tiny round was solved and verified", async () => {
    await start();
    expect((await call<{ status: string }>(service, "GET", "/health/ready")).body.status).toBe("ready");
    const answers = await Promise.all([1, 2, 3].map(() => call<{ status: string }>(service, "GET", "/health/deep")));
    expect(answers.map(({ body }) => body.status)).toEqual(["solving", "solving", "solving"]);
  });

  test("is ready while a process that is worn is replaced: what is sent meanwhile is solved", async () => {
    await start({ pool: { recycleAfterJobs: 1 } });
    for (let round = 0; round < 5; round++) {
      await expectStillWorking();
      // Its process has just been killed.
      expect((await call<{ status: string }>(service, "GET", "/health/ready")).status).toBe(200);
    }
  });

  test("is not ready without a solver process", async () => {
    await start({ pool: { processes: 0 } });
    const { status, body } = await call(service, "GET", "/health/ready");
    expect([status, body.code]).toEqual([503, "solver-unavailable"]);
    expect((await call<unknown>(service, "GET", "/health/live")).status).toBe(200);
  });

  test("is not deep where rounds cannot be solved", async () => {
    await start({ pool: { readSeconds: 0 } });
    const { status, body } = await call(service, "GET", "/health/deep");
    expect([status, body.code]).toEqual([503, "solver-unavailable"]);
  });
});

describe("closing the service", () => {
  test("lets a running round finish, refuses what waits, and ends the processes", async () => {
    await start({ stopSeconds: 30, pool: { queueLength: 5 } });
    const running = place<Result>(
      JSON.stringify({ ...JSON.parse(shippedRound("intake")), limits: { seconds: 25, steps: 3_000 } }),
    );
    const pid = await busyPid();
    const waiting = place<{ code: string }>(shippedRound("tiny"));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closed = service.app.close();
    expect((await waiting).body.code).toBe("shutting-down");
    expect((await running).status).toBe(200);
    await closed;
    expect(isAlive(pid)).toBe(false);
  });

  test("ends a round that would take too long, with a problem", async () => {
    await start({ stopSeconds: 0.2 });
    const running = place<{ code: string }>(longRound());
    await busyPid();
    const took = await milliseconds(() => service.app.close());
    const { status, body } = await running;
    expect([status, body.code]).toEqual([503, "shutting-down"]);
    expect(took).toBeLessThan(5_000);
  });

  test("is not held up by a caller who does not read the answer", async () => {
    await start({ stopSeconds: 0 });
    const { hostname, port } = new URL(service.url);
    const idle = connect(Number(port), hostname);
    for (let count = 0; count < 200; count++) idle.write("GET /docs/static/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n");
    idle.pause();
    idle.on("error", () => {});
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await milliseconds(() => service.app.close())).toBeLessThan(6_000);
    idle.destroy();
  });
});
