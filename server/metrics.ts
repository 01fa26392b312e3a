import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Result } from "../engine/domain/result.ts";
import type { RunEnd } from "./store/attempts.ts";
import { countOpenRuns } from "./store/runs.ts";
import type { Store } from "./store/store.ts";

/** What an operator watches. */
export interface Metrics {
  readonly registry: Registry;
  /** A run's attempt ended; without an end it came to nothing. */
  attemptEnded(end: RunEnd | null, seconds: number): void;
}

const RUN_SECONDS = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600];
const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 10, 60];
const GAPS = [0, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1];

/** The registry of this process. The queue is counted in the store when somebody asks: every process shows the same. */
export function startMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: "placement_runs_open",
    help: "Runs that are queued or being solved, in the whole store",
    labelNames: ["state"],
    registers,
    async collect() {
      const { queued, solving } = await countOpenRuns(store.db);
      this.set({ state: "queued" }, queued);
      this.set({ state: "solving" }, solving);
    },
  });
  const seconds = new Histogram({
    name: "placement_run_seconds",
    help: "Time of the attempt that ended a run",
    labelNames: ["state", "quality"],
    buckets: RUN_SECONDS,
    registers,
  });
  const gaps = new Histogram({
    name: "placement_run_tier_gap",
    help: "Largest gap of each tier of solved runs",
    labelNames: ["tier"],
    buckets: GAPS,
    registers,
  });
  const attempts = new Counter({
    name: "placement_attempts_total",
    help: "Attempts at runs by this process: finished, or come to nothing",
    labelNames: ["ended"],
    registers,
  });
  return {
    registry,
    attemptEnded: (end, took) => {
      attempts.inc({ ended: end === null ? "without-result" : "finished" });
      if (end === null) return;
      seconds.observe({ state: end.state, quality: end.quality }, took);
      for (const { objectives, gap } of tiersOf(end)) {
        const known = [gap].flat().filter((one): one is number => typeof one === "number");
        if (known.length > 0) gaps.observe({ tier: objectives.join("+") }, Math.max(...known));
      }
    },
  };
}

function tiersOf({ summary }: RunEnd): Result["tiers"] {
  // A summary is made by `answer-run.ts`; a run that ended with nothing has none.
  return (summary as Pick<Result, "tiers"> | null)?.tiers ?? [];
}

/** `GET /metrics` in Prometheus' text format, for whoever may read; times every request by route and status. */
export function metricRoutes(app: FastifyInstance, { registry }: Metrics): void {
  const requests = new Histogram({
    name: "http_request_seconds",
    help: "Time to answer, event streams left out",
    labelNames: ["method", "route", "status"],
    buckets: REQUEST_SECONDS,
    registers: [registry],
  });
  app.addHook("onResponse", async ({ method, routeOptions }, reply) => {
    if (reply.getHeader("content-type")?.toString().startsWith("text/event-stream")) return;
    requests.observe({ method, route: routeOptions.url ?? "none", status: reply.statusCode }, reply.elapsedTime / 1000);
  });
  app.get("/metrics", { schema: { hide: true } }, async (_, reply) =>
    reply.header("content-type", registry.contentType).send(await registry.metrics()),
  );
}
