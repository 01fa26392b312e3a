import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from "fastify";
import { serializerCompiler } from "fastify-type-provider-zod";
import { readDemoRounds } from "./demo-rounds.ts";
import { documentRoutes } from "./plugins/documentation.ts";
import { endOrderly } from "./plugins/orderly-end.ts";
import { answerClientError, answerError, answerUnknownRoutes } from "./plugins/problem-answers.ts";
import { logRequests } from "./plugins/request-log.ts";
import { checkParameters } from "./plugins/strict-parameters.ts";
import type { AllowedLimits } from "./problems.ts";
import { contractRoutes } from "./routes/contract.ts";
import { demoRoundRoutes } from "./routes/demo-rounds.ts";
import { healthRoutes } from "./routes/health.ts";
import { plannerRoutes } from "./routes/planner.ts";
import { profileRoutes } from "./routes/profiles.ts";
import { solvingRoutes } from "./routes/solving.ts";
import { type PoolSettings, type SolverPool, startSolverPool } from "./solver-process/solver-pool.ts";

/** How the service behaves, apart from where it listens. */
export interface AppOptions {
  readonly logger: FastifyBaseLogger;
  readonly pool?: Partial<PoolSettings>;
  readonly allowed?: Partial<AllowedLimits>;
  /** How long running solves may go on once the service is asked to stop. */
  readonly stopSeconds?: number;
}

const ALLOWED: AllowedLimits = { seconds: 60, threads: 8 };
const STOP_SECONDS = 10;
/** A body of 16 MB over a slow line takes this long; a caller who sends nothing does not hold a connection for longer. */
const REQUEST_MILLISECONDS = 60_000;

function poolSettings(): PoolSettings {
  return {
    processes: Math.max(1, availableParallelism() - 1),
    queueLength: 16,
    readSeconds: 30,
    graceSeconds: 5,
    recycleAfterJobs: 200,
    recycleAboveBytes: 512 * 1024 * 1024,
  };
}

/** The service and its solver processes; closing `app` ends them. */
export interface Service {
  readonly app: FastifyInstance;
  readonly pool: SolverPool;
}

/** Builds the service and starts its solver processes; `listen` to it or `inject` requests, and `close` it in any case. */
export async function buildApp(options: AppOptions): Promise<Service> {
  const app = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: "requestId" }),
    genReqId: () => randomUUID(),
    requestTimeout: REQUEST_MILLISECONDS,
    return503OnClosing: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  });
  const pool = startSolverPool({ ...poolSettings(), ...options.pool });
  const solving = { pool, allowed: { ...ALLOWED, ...options.allowed } };

  app.removeAllContentTypeParsers();
  app.setValidatorCompiler(checkParameters);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
  answerUnknownRoutes(app);
  logRequests(app);
  endOrderly(app, pool, options.stopSeconds ?? STOP_SECONDS);

  await documentRoutes(app);
  await app.register(plannerRoutes);
  const demoRounds = readDemoRounds();
  await app.register(async (scope) => solvingRoutes(scope, solving));
  await app.register(async (scope) => {
    profileRoutes(scope);
    demoRoundRoutes(scope, demoRounds);
    contractRoutes(scope);
    healthRoutes(scope, solving, demoRounds.get("tiny")?.text ?? "");
  });
  return { app, pool };
}
