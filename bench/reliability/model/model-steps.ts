import { createHash } from "node:crypto";
import type { RetryingClient } from "../retrying-client.ts";
import type { ModelPlan, ModelRound, ModelRun, ReferenceModel } from "./reference-model.ts";

/** What a step works with. */
export interface StepContext {
  readonly model: ReferenceModel;
  readonly client: RetryingClient;
  /** A whole number from `from` to `to`. */
  readonly between: (from: number, to: number) => number;
  /** The text of a round with this id of its own. */
  readonly roundText: (id: string) => string;
  /** Never answered the same before. */
  readonly fresh: () => string;
}

/** Does something and compares the answer with the model; answers what differs, `null` where nothing does. */
export type Step = (context: StepContext) => Promise<string | null>;

interface Made {
  readonly id: string;
  readonly state: string;
  readonly code: string;
}

const NOBODY = "00000000-0000-4000-8000-000000000000";

function any<Value>({ between }: StepContext, list: readonly Value[]): Value | undefined {
  return list.length === 0 ? undefined : list[between(0, list.length - 1)];
}

function expected(what: string, got: number, ...allowed: readonly number[]): string | null {
  return allowed.includes(got) ? null : `${what} was answered ${got}, not ${allowed.join(" or ")}`;
}

/** Sends what makes something under a key of its own; answers its id. */
async function make(
  context: StepContext,
  path: string,
  body: object,
  other: object,
): Promise<{ readonly status: number; readonly id: string; readonly code: string; remember(isGone: () => boolean): void }> {
  const { client, model, fresh } = context;
  const [key, text] = [fresh(), JSON.stringify(body)];
  const answer = await client.ask<Made>("POST", path, { body: text, headers: { "idempotency-key": key } });
  const { id, code } = answer.body;
  return {
    status: answer.status,
    id,
    code,
    remember: (isGone) =>
      model.requests.push({ path, key, body: text, otherBody: JSON.stringify({ ...body, ...other }), made: { id, isGone } }),
  };
}

const storeRound: Step = async (context) => {
  const { status, id, remember } = await make(context, "/v1/rounds", JSON.parse(context.roundText(context.fresh())), {
    id: "other",
  });
  const round: ModelRound = { id, deleted: false };
  context.model.rounds.push(round);
  remember(() => round.deleted);
  return expected("a new round", status, 201);
};

const makeScenario: Step = async (context) => {
  const parent = any(context, context.model.rounds);
  if (parent === undefined) return null;
  // One that every round takes, whatever was made of it before.
  const patches = [{ kind: "mission-places", mission: `m${context.between(1, 4)}`, places: 3 }];
  const { status, id, remember } = await make(context, `/v1/rounds/${parent.id}/scenarios`, { patches }, { id: "other" });
  if (parent.deleted) return expected("a scenario of a deleted round", status, 404);
  const round: ModelRound = { id, deleted: false };
  context.model.rounds.push(round);
  remember(() => round.deleted);
  return expected("a scenario", status, 201);
};

const createRun: Step = async (context) => {
  const round = any(context, context.model.rounds);
  if (round === undefined) return null;
  const { status, id, remember } = await make(
    context,
    "/v1/runs",
    { roundId: round.id, seed: context.fresh() },
    { seed: "other" },
  );
  if (round.deleted) return expected("a run of a deleted round", status, 404);
  context.model.runs.push({ id, round, end: null, cancelAsked: false, result: null });
  remember(() => round.deleted);
  return expected("a run", status, 202);
};

const sendAgain: Step = async (context) => {
  const request = any(context, context.model.requests);
  if (request === undefined) return null;
  const headers = { "idempotency-key": request.key };
  const other = context.between(0, 3) === 0;
  const body = other ? request.otherBody : request.body;
  const answer = await context.client.ask<Made>("POST", request.path, { body, headers });
  if (other) return expected("another body under the same key", answer.status, 422);
  // Answered by what it made, whatever it was made of.
  if (request.made.isGone()) return expected("what made something that is gone", answer.status, 404);
  if (answer.status === 404) return "what was made once is not found";
  return answer.body.id === request.made.id ? null : `sent again, ${request.made.id} became ${answer.body.id}`;
};

async function look(
  context: StepContext,
  run: ModelRun,
): Promise<{ readonly state: string | null; readonly differs: string | null }> {
  const { status, body } = await context.client.ask<Made>("GET", `/v1/runs/${run.id}`);
  if (context.model.isGone(run)) return { state: null, differs: expected("a run of a deleted round", status, 404) };
  if (status !== 200) return { state: null, differs: `run ${run.id} was answered ${status}` };
  const { state } = body;
  if (run.end !== null) return { state, differs: run.end === state ? null : `a run went from ${run.end} to ${state}` };
  if (state === "queued" || state === "solving") return { state, differs: null };
  run.end = state;
  const lawful = run.cancelAsked ? ["completed", "cancelled"] : ["completed"];
  return { state, differs: lawful.includes(state) ? null : `a run ended as ${state}` };
}

const lookAtRun: Step = async (context) => {
  const run = any(context, context.model.runs);
  return run === undefined ? null : (await look(context, run)).differs;
};

const followRun: Step = async (context) => {
  const run = any(context, context.model.runs);
  if (run === undefined) return null;
  for (;;) {
    const { state, differs } = await look(context, run);
    if (differs !== null || (state !== "queued" && state !== "solving")) return differs;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

const cancelRun: Step = async (context) => {
  const run = any(context, context.model.runs);
  if (run === undefined) return null;
  const { status, body } = await context.client.ask<Made>("POST", `/v1/runs/${run.id}/cancel`);
  if (context.model.isGone(run)) return expected("the cancel of a run that is gone", status, 404);
  if (run.end !== null && body.state !== run.end) return `a cancel took a run from ${run.end} to ${body.state}`;
  run.cancelAsked = true;
  return expected("a cancel", status, 200, 202);
};

const readResult: Step = async (context) => {
  const run = any(
    context,
    context.model.runs.filter(({ end }) => end === "completed"),
  );
  if (run === undefined) return null;
  const { status, body } = await context.client.ask<object>("GET", `/v1/runs/${run.id}/result`);
  if (context.model.isGone(run)) return expected("the result of a run that is gone", status, 404);
  const digest = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  run.result ??= digest;
  return run.result === digest ? expected("a result", status, 200) : "a result changed";
};

const deleteRound: Step = async (context) => {
  const round = any(context, context.model.rounds);
  if (round === undefined) return null;
  const { status, tries } = await context.client.ask<Made>("DELETE", `/v1/rounds/${round.id}`);
  if (round.deleted) return expected("the second deletion of a round", status, 404);
  const mayBeBusy = context.model.hasOpenRuns(round);
  round.deleted = status === 204 || (status === 404 && tries > 1);
  return expected("the deletion of a round", status, 204, ...(tries > 1 ? [404] : []), ...(mayBeBusy ? [409] : []));
};

const createPlan: Step = async (context) => {
  const run = any(context, context.model.runs);
  if (run === undefined) return null;
  const { status, id, code, remember } = await make(context, "/v1/plans", { runId: run.id }, { runId: NOBODY });
  if (context.model.isGone(run)) return expected("a plan of a run that is gone", status, 404);
  if (status === 201) {
    const plan: ModelPlan = { id, published: false, deleted: false };
    context.model.plans.push(plan);
    remember(() => plan.deleted);
    return run.end === null || run.end === "completed" || run.end === "cancelled"
      ? null
      : `a plan was made of a run that is ${run.end}`;
  }
  if (status === 409 && code === "run-not-over") return run.end === null ? null : `a run that is ${run.end} is not over`;
  if (status === 409 && code === "run-without-result")
    return run.end === "completed" ? "a completed run is without a result" : null;
  return expected("a plan", status, 201, 409);
};

const publishPlan: Step = async (context) => {
  const { model, client } = context;
  const plan = any(context, model.plans);
  const data = any(
    context,
    model.rounds.filter(({ deleted }) => !deleted),
  );
  if (plan === undefined || data === undefined) return null;
  const seen = await client.ask<Made>("GET", `/v1/plans/${plan.id}`);
  if (plan.deleted) return expected("a plan that was given up", seen.status, 404);
  const shown = plan.published ? "published" : "draft";
  if (seen.body.state !== shown) return `a plan is ${seen.body.state} and should be ${shown}`;
  const decision = { by: "A. Planner", reason: "As the reference has it." };
  const headers = { "if-match": seen.headers.get("etag") ?? "" };
  const body = JSON.stringify({ decision, dataRoundId: data.id });
  const { status, tries, body: answer } = await client.ask<Made>("POST", `/v1/plans/${plan.id}/publish`, { body, headers });
  if (plan.published) return expected("publishing what is published", status, 409);
  // Today's data may lack somebody who is placed, which keeps the plan a draft.
  if (status === 409 && answer.code === "plan-outdated") return null;
  plan.published = status === 200 || (tries > 1 && (status === 412 || status === 409));
  return expected("publishing", status, 200, ...(tries > 1 ? [409, 412] : []));
};

const giveUpPlan: Step = async (context) => {
  const plan = any(context, context.model.plans);
  if (plan === undefined) return null;
  const { status, tries } = await context.client.ask<Made>("DELETE", `/v1/plans/${plan.id}`);
  if (plan.deleted) return expected("giving up a plan a second time", status, 404);
  if (plan.published) return expected("giving up a published plan", status, 409);
  plan.deleted = status === 204 || (status === 404 && tries > 1);
  return expected("giving up a draft", status, 204, ...(tries > 1 ? [404] : []));
};

const listAll: Step = async (context) => {
  for (const kind of ["rounds", "runs", "plans"] as const) {
    const ids: string[] = [];
    for (let cursor: string | null = ""; cursor !== null; ) {
      const path: string = `/v1/${kind}?limit=${context.between(1, 200)}${cursor === "" ? "" : `&cursor=${cursor}`}`;
      const { body }: { body: Readonly<Record<string, readonly Made[]>> & { readonly next: string | null } } =
        await context.client.ask("GET", path);
      ids.push(...(body[kind] ?? []).map(({ id }) => id));
      cursor = body.next;
    }
    const difference = new Set(ids).symmetricDifference(new Set(context.model.listed(kind)));
    if (difference.size > 0 || ids.length !== new Set(ids).size)
      return `the list of ${kind} differs: ${[...difference].join(", ")}`;
  }
  return null;
};

const checkTrail: Step = async ({ client }) => {
  const { body } = await client.ask<{ readonly intact: boolean }>("GET", "/v1/audit-trail/verification");
  return body.intact ? null : "the audit trail is broken";
};

/** Every step with how often it is taken beside the others. */
export const STEPS: readonly (readonly [often: number, name: string, step: Step])[] = [
  [3, "store a round", storeRound],
  [2, "make a scenario", makeScenario],
  [6, "create a run", createRun],
  [4, "send again", sendAgain],
  [4, "look at a run", lookAtRun],
  [3, "follow a run", followRun],
  [2, "cancel a run", cancelRun],
  [2, "read a result", readResult],
  [1, "delete a round", deleteRound],
  [2, "create a plan", createPlan],
  [2, "publish a plan", publishPlan],
  [1, "give a plan up", giveUpPlan],
  [1, "list everything", listAll],
  [1, "check the trail", checkTrail],
];
