import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Access, allows, ROLES, type Role } from "../../server/auth/roles.ts";
import { DOCUMENT } from "./documentation-errors.ts";
import { makeTestKey, type RunningService, startService } from "./running-service.ts";

/** Who may call what: whoever may read sees, plans or publishes nothing; a key with a later role may do all of an earlier one. */
const NEEDED: Readonly<Record<Access, readonly string[]>> = {
  open: ["isLive", "isReady", "isSolving", "openSession"],
  read: [
    ...["listRounds", "getRound", "getRoundContent", "listRuns", "getRun", "followRun", "getRunResult", "getRunCertificate"],
    ...[
      "getRunPlacements",
      "compareRuns",
      "getTradeOff",
      "listPlans",
      "getPlan",
      "getPlanBundle",
      "getRunBundle",
      "getSession",
      "closeSession",
    ],
    ...["listProfiles", "getProfile", "listDemoRounds", "getDemoRound", "listIssueTypes", "getRoundSchema", "getResultSchema"],
    ...["getHostsTemplate", "getMissionsTemplate", "getPromotionsTemplate", "getCandidatesTemplate", "getMembersTemplate"],
    ...["overview", "verify", "explainCandidate", "whyNot", "recommendPlaces", "whyBand"],
  ],
  plan: [
    ...["place", "createRound", "deleteRound", "createRun", "cancelRun", "importRound", "createScenario"],
    ...["createTradeOff", "createPlan", "deletePlan", "repairPlan"],
  ],
  publish: ["publishPlan"],
  admin: [
    ...["listActs", "verifyAuditTrail", "getRetention", "enforceRetention", "listKeys", "createKey", "revokeKey"],
    ...["listWebhooks", "createWebhook", "deleteWebhook", "listDeliveries"],
  ],
};

const NOBODY = "00000000-0000-4000-8000-000000000000";

interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly documented: readonly string[];
}

// The document's own form.
const paths = DOCUMENT.paths as Record<string, Record<string, { operationId: string; responses: object }>>;
const OPERATIONS: readonly Operation[] = Object.entries(paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId, responses }]) => ({
    id: operationId,
    method: method.toUpperCase(),
    path,
    documented: Object.keys(responses),
  })),
);

let service: RunningService;
const keys = new Map<Role, string>();
beforeAll(async () => {
  service = await startService({ pool: { processes: 0 } });
  for (const role of ROLES) keys.set(role, await makeTestKey(service.store, role));
});
afterAll(() => service.app.close());

/** Solves a round, and waits where no process can: tested where there is one. */
const CALLED = OPERATIONS.filter(({ id }) => id !== "isSolving");

/** The status of a request without a body. */
async function statusOf({ method, path }: Operation, key: string | undefined): Promise<number> {
  const address = path.replaceAll("{id}", NOBODY).replaceAll("{cid}", "c1");
  const response = await fetch(service.url + address, {
    method,
    ...(key ? { headers: { authorization: `Bearer ${key}` } } : {}),
  });
  await response.body?.cancel();
  return response.status;
}

test("every operation of the document is in the table once", () => {
  const listed = Object.values(NEEDED).flat();
  expect([...listed].sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
});

describe.each(CALLED)("$method $path", (operation) => {
  const needed = (Object.keys(NEEDED) as Access[]).find((access) => NEEDED[access].includes(operation.id)) ?? "admin";

  test(`is for ${needed}`, async () => {
    const isOpen = needed === "open";
    const without = await statusOf(operation, undefined);
    if (isOpen) expect([401, 403].includes(without) && operation.id !== "openSession").toBe(false);
    else expect(without).toBe(401);
    for (const wrong of ["csp_000000000000_x", "nonsense"]) {
      if (!isOpen) expect(await statusOf(operation, wrong)).toBe(401);
    }
    for (const role of ROLES) {
      const status = await statusOf(operation, keys.get(role));
      if (allows(role, needed)) expect([401, 403]).not.toContain(status);
      else expect(status).toBe(403);
      expect(operation.documented, `${status} is documented`).toContain(String(status));
    }
  });
});
