import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import accepts from "@fastify/accepts";
import cookie from "@fastify/cookie";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import { CALL_LIMITS, MOST_QUEUED_RUNS, POOL_SETTINGS, RUN_ATTEMPTS, RUN_LIMITS, SPARE_CORES } from "./app-defaults.ts";
import { authenticate } from "./auth/authenticate.ts";
import { limitRequests } from "./auth/limit-requests.ts";
import { openRoutes } from "./auth/open-routes.ts";
import { secureHeaders } from "./auth/security-headers.ts";
import { type Now, now as realNow } from "./clock.ts";
import { readDemoRounds } from "./demo-rounds.ts";
import { startRunWatch } from "./jobs/run-watch.ts";
import { type RunWorker, startRunWorker } from "./jobs/run-worker.ts";
import { type Metrics, metricRoutes, startMetrics } from "./metrics.ts";
import { documentRoutes } from "./plugins/documentation.ts";
import { endOrderly } from "./plugins/orderly-end.ts";
import { answerClientError, answerError, answerUnknownRoutes } from "./plugins/problem-answers.ts";
import { logRequests } from "./plugins/request-log.ts";
import { checkParameters } from "./plugins/strict-parameters.ts";
import type { AllowedLimits } from "./problems.ts";
import { keepRetention, MOST_RETENTION_DAYS } from "./retention/enforce-retention.ts";
import { contractRoutes } from "./routes/contract.ts";
import { demoRoundRoutes } from "./routes/demo-rounds.ts";
import { healthRoutes } from "./routes/health.ts";
import { keyRoutes } from "./routes/keys.ts";
import { plannerRoutes } from "./routes/planner.ts";
import { planningRoutes } from "./routes/planning.ts";
import { profileRoutes } from "./routes/profiles.ts";
import { postRoundRoute, roundRoutes } from "./routes/rounds.ts";
import { runEventRoutes } from "./routes/run-events.ts";
import { runResultRoutes } from "./routes/run-results.ts";
import type { Solving } from "./routes/run-task.ts";
import { postRunRoute, runRoutes } from "./routes/runs.ts";
import { sessionRoutes } from "./routes/session.ts";
import { solvingRoutes } from "./routes/solving.ts";
import { webhookRoutes } from "./routes/webhooks.ts";
import type { ServicePorts } from "./service-ports.ts";
import { type PoolSettings, type SolverPool, startSolverPool } from "./solver-process/solver-pool.ts";
import type { AttemptLimits } from "./store/attempts.ts";
import type { Store } from "./store/store.ts";
import { type SendSettings, TO_THE_PUBLIC } from "./webhooks/send-webhook.ts";
import { startWebhookSender } from "./webhooks/webhook-sender.ts";

/** How the service behaves, apart from where it listens. */
export interface AppOptions {
  readonly logger: FastifyBaseLogger;
  /** Closed with the service. */
  readonly store: Store;
  readonly pool?: Partial<PoolSettings>;
  readonly allowed?: Partial<AllowedLimits>;
  /** Runs solved at a time in this process; 0 leaves them to workers elsewhere. */
  readonly runProcesses?: number;
  readonly runLimits?: Partial<AllowedLimits>;
  readonly attemptLimits?: Partial<AttemptLimits>;
  readonly mostQueuedRuns?: number;
  /** Whose word on the caller's protocol and address is taken: proxies in front, by address or network. */
  readonly trustProxy?: readonly string[];
  /** How long running solves may go on once the service is asked to stop. */
  readonly stopSeconds?: number;
  readonly now?: Now;
  /** Where messages may be sent; to public addresses without. */
  readonly webhooks?: SendSettings;
  /** Days that personal data are kept; three years without, and never more. */
  readonly retentionDays?: number;
}

const STOP_SECONDS = 10;
/** A body of 16 MB over a slow line takes this long; a caller who sends nothing does not hold a connection for longer. */
const REQUEST_MILLISECONDS = 60_000;

/** The service and its solver processes; closing `app` ends them, and closes the store. */
export interface Service {
  readonly app: FastifyInstance;
  readonly pool: SolverPool;
  readonly worker: RunWorker | null;
}

/** Builds the service and starts its solver processes; `listen` to it or `inject` requests, and `close` it in any case. */
export async function buildApp(options: AppOptions): Promise<Service> {
  const { store, logger, now = realNow } = options;
  const app = fastify(options);
  const settings = { ...POOL_SETTINGS, ...options.pool };
  const pool = startSolverPool(settings);
  const readers = startSolverPool({ ...settings, processes: 1, lazy: true });
  const solving: Solving = { pool, readers, allowed: { ...CALL_LIMITS, ...options.allowed } };
  const watch = startRunWatch(store, (error) => logger.error({ err: error }, "runs cannot be looked at"));
  const metrics = startMetrics(store);
  const runLimits = { ...RUN_LIMITS, ...options.runLimits };
  const worker = await startWorker(options, settings, { watch, runLimits, metrics, now });
  const stopping = new AbortController();
  const ports: ServicePorts = {
    ...{ store, readers, watch, now, runLimits },
    stopping: stopping.signal,
    lookForCancels: () => worker?.lookForCancels(),
    mostQueuedRuns: options.mostQueuedRuns ?? MOST_QUEUED_RUNS,
    retentionDays: Math.min(options.retentionDays ?? MOST_RETENTION_DAYS, MOST_RETENTION_DAYS),
  };
  startWebhookSender({ ...{ store, now, logger }, stopping: stopping.signal, settings: options.webhooks ?? TO_THE_PUBLIC });
  keepRetention(store, ports.retentionDays, now, logger, stopping.signal);
  await app.register(cookie);
  await app.register(accepts);
  logRequests(app);
  endOrderly(app, { pools: [pool, readers], worker, watch, store, stopping }, options.stopSeconds ?? STOP_SECONDS);
  await secureHeaders(app);
  authenticate(app, store, now);
  await limitRequests(app);
  await documentRoutes(app);
  await addRoutes(app, solving, ports, metrics);
  return { app, pool, worker };
}

function fastify({ logger, trustProxy }: AppOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_MILLISECONDS,
    return503OnClosing: false,
    trustProxy: trustProxy === undefined || trustProxy.length === 0 ? false : [...trustProxy],
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  app.removeAllContentTypeParsers();
  app.setValidatorCompiler(checkParameters);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  answerUnknownRoutes(app);
  return app;
}

interface WorkerParts {
  readonly watch: ServicePorts["watch"];
  readonly runLimits: AllowedLimits;
  readonly metrics: Metrics;
  readonly now: Now;
}

async function startWorker(
  { store, logger, runProcesses, attemptLimits }: AppOptions,
  settings: PoolSettings,
  { watch, runLimits, metrics, now }: WorkerParts,
): Promise<RunWorker | null> {
  const processes = runProcesses ?? Math.min(SPARE_CORES, settings.processes);
  if (processes === 0) return null;
  return startRunWorker({
    ...{ store, processes, watch, logger, now },
    pool: startSolverPool({ ...settings, processes, queueLength: processes, lazy: true }),
    name: `${hostname()} ${process.pid}`,
    allowed: runLimits,
    attemptLimits: { ...RUN_ATTEMPTS, ...attemptLimits },
    onEnd: (_, end, seconds) => metrics.attemptEnded(end, seconds),
  });
}

async function addRoutes(app: FastifyInstance, solving: Solving, ports: ServicePorts, metrics: Metrics): Promise<void> {
  const demoRounds = readDemoRounds();
  await app.register(async (scope) => {
    openRoutes(scope);
    await scope.register(plannerRoutes);
  });
  await app.register(async (scope) => solvingRoutes(scope, solving));
  await app.register(async (scope) => postRoundRoute(scope, ports));
  await app.register(async (scope) => postRunRoute(scope, ports));
  await planningRoutes(app, ports, solving);
  await app.register(async (scope) => keyRoutes(scope, ports));
  await app.register(async (scope) => sessionRoutes(scope, ports));
  await app.register(async (scope) => webhookRoutes(scope, ports));
  await app.register(async (scope) => {
    roundRoutes(scope, ports);
    runRoutes(scope, ports);
    runEventRoutes(scope, ports);
    runResultRoutes(scope, ports);
    profileRoutes(scope);
    demoRoundRoutes(scope, demoRounds);
    contractRoutes(scope);
    healthRoutes(scope, solving, ports.store, demoRounds.get("tiny")?.text ?? "");
  });
  metricRoutes(app, metrics);
}
