import { readFileSync } from "node:fs";
import { roundFiles } from "../../../server/exports/round-files.ts";

/** A request as a well-behaved client sends it. */
export interface BaseRequest {
  readonly method: string;
  /** As documented, with `{id}` where a parameter goes. */
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  /** JSON; `undefined` where the call takes none. */
  readonly body?: unknown;
  /** Of calls that take a form. */
  readonly form?: { readonly type: string; readonly text: string };
}

/** Asks the service as an admin; answers JSON. */
export type Ask = (method: string, path: string, body?: object) => Promise<unknown>;

const TINY = JSON.parse(readFileSync(new URL("../../../datasets/rounds/tiny.json", import.meta.url), "utf8"));
const NOBODY = "00000000-0000-4000-8000-000000000000";

async function idOf(answer: Promise<unknown>): Promise<string> {
  // Every resource that is made has an id.
  return ((await answer) as { readonly id: string }).id;
}

async function solvedRunId(ask: Ask, roundId: string): Promise<string> {
  const id = await idOf(ask("POST", "/v1/runs", { roundId }));
  for (;;) {
    const { state } = (await ask("GET", `/v1/runs/${id}`)) as { readonly state: string };
    if (state !== "queued" && state !== "solving") return id;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** A valid body for each call that has one, by its operation. */
function bodiesOf(roundId: string, runId: string, result: unknown): Readonly<Record<string, unknown>> {
  const withdrawn = { kind: "candidate-withdrawn", candidate: "c1" };
  return {
    place: TINY,
    verify: { round: TINY, result },
    overview: TINY,
    createRound: TINY,
    createRun: { roundId, seed: "hostile", policy: TINY.policy, limits: { seconds: 5, steps: 1_000, threads: 1 } },
    whyBand: { promotion: "p1", dimension: "sex", category: "F" },
    whyNot: { alternative: { kind: "place", promotion: "p1", missions: ["m1"] } },
    recommendPlaces: { candidate: "c1" },
    createScenario: { id: "hostile", patches: [withdrawn, { kind: "promotion-size", promotion: "p1", maxSize: 2 }] },
    compareRuns: { runs: [runId, runId] },
    createTradeOff: { runId, give: "delay", gain: "wishes", points: 3, limits: { seconds: 2 } },
    createPlan: { runId },
    publishPlan: { decision: { by: "A. Planner", reason: "Discussed on 1 September." }, dataRoundId: NOBODY },
    repairPlan: { patches: [withdrawn] },
    createKey: { name: "hostile", role: "read", requestsPerMinute: 10 },
    createWebhook: { url: "https://elsewhere.invalid/hook" },
    openSession: { key: "csp_000000000000_x" },
  };
}

/** The shipped round as the form of `POST /v1/imports`. */
async function formOfRound(): Promise<{ readonly type: string; readonly text: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries({ id: "hostile", policy: JSON.stringify(TINY.policy), seed: "hostile" }))
    form.set(name, value);
  for (const [name, text] of roundFiles(TINY)) form.set(name, new Blob([text]), `${name}.csv`);
  const sent = new Response(form);
  return { type: sent.headers.get("content-type") ?? "", text: await sent.text() };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
}

/** A valid request for every call in the OpenAPI document, on things that exist. Throws where a call that takes JSON has no body here. */
export async function baseRequests(document: Readonly<Record<string, unknown>>, ask: Ask): Promise<readonly BaseRequest[]> {
  const roundId = await idOf(ask("POST", "/v1/rounds", TINY));
  const runId = await solvedRunId(ask, roundId);
  const planId = await idOf(ask("POST", "/v1/plans", { runId }));
  const curveId = await idOf(ask("POST", "/v1/runs", { roundId }));
  const bodies = bodiesOf(roundId, runId, await ask("GET", `/v1/runs/${runId}/result`));
  const ids = {
    rounds: roundId,
    runs: runId,
    plans: planId,
    "trade-offs": curveId,
    profiles: "be-2024-05-15",
    "demo-rounds": "tiny",
  };
  const requests: BaseRequest[] = [];
  for (const [route, calls] of Object.entries(document.paths as Readonly<Record<string, Readonly<Record<string, Operation>>>>)) {
    for (const [method, { operationId, requestBody, parameters = [] }] of Object.entries(calls)) {
      const takesJson = requestBody?.content["application/json"] !== undefined;
      if (takesJson && bodies[operationId] === undefined) throw new Error(`no body is known for ${operationId}`);
      const kind = route.split("/")[2] ?? "";
      // What is deleted would be missing for every later request.
      const id = method === "delete" ? NOBODY : (Object.entries(ids).find(([name]) => name === kind)?.[1] ?? NOBODY);
      const named = (place: string) => parameters.filter((parameter) => parameter.in === place).map(({ name }) => name);
      const values: Readonly<Record<string, string>> = {
        id,
        cid: "c1",
        limit: "10",
        state: "completed",
        roundId,
        audience: "file",
      };
      const of = (names: readonly string[]) =>
        Object.fromEntries(names.flatMap((name) => (values[name] === undefined ? [] : [[name, values[name]]])));
      const body = takesJson ? { body: bodies[operationId] } : requestBody === undefined ? {} : { form: await formOfRound() };
      requests.push({ method: method.toUpperCase(), route, params: of(named("path")), query: of(named("query")), ...body });
    }
  }
  return requests;
}
