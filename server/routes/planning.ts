import type { FastifyInstance } from "fastify";
import type { ServicePorts } from "../service-ports.ts";
import { auditRoutes, retentionRoutes } from "./audit-trail.ts";
import { comparisonRoutes } from "./comparisons.ts";
import { explanationRoutes } from "./explanations.ts";
import { importRoutes } from "./imports.ts";
import { postPlanRoute } from "./make-plan.ts";
import { planRoutes } from "./plans.ts";
import { publishPlanRoute } from "./publish-plan.ts";
import { repairPlanRoute } from "./repair-plan.ts";
import { runBundleRoute } from "./run-bundle.ts";
import type { Solving } from "./run-task.ts";
import { scenarioRoutes } from "./scenarios.ts";
import { tradeOffRoutes } from "./trade-offs.ts";

/** Everything between a round and a decision; each kind of body has a scope of its own. */
export async function planningRoutes(app: FastifyInstance, ports: ServicePorts, solving: Solving): Promise<void> {
  await app.register(async (scope) => explanationRoutes(scope, ports, solving));
  for (const routes of [
    importRoutes,
    scenarioRoutes,
    comparisonRoutes,
    tradeOffRoutes,
    postPlanRoute,
    publishPlanRoute,
    repairPlanRoute,
    planRoutes,
    runBundleRoute,
    auditRoutes,
    retentionRoutes,
  ]) {
    await app.register(async (scope) => routes(scope, ports));
  }
}
