import { randomUUID } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { schemaIssues } from "../../engine/input/schema-issues.ts";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { ParameterError } from "../plugins/strict-parameters.ts";
import { type RunOptions, runOfStoredRound } from "../schemas/run.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { AcceptedRun } from "../solver-process/answer-run-request.ts";
import { limitIssues } from "../solver-process/limit-issues.ts";
import { readJson } from "../solver-process/read-json.ts";
import { recordAudit } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { findRound, findRoundBody } from "../store/rounds.ts";
import { createRun } from "../store/runs.ts";
import { bytesOf, haveDone } from "./run-task.ts";
import { type NewRound, storeRound } from "./store-round.ts";

/** What a request for a run comes to: the stored round it is for, or the one it brought. */
interface Accepted {
  readonly options: RunOptions;
  readonly round: { readonly id: string } | NewRound;
}

/** A request without a round of its own is this small, and read here: it must not wait behind a large one. */
const MAX_SMALL_BYTES = 64 * 1024;

/** Reads and checks the body of `POST /v1/runs`; where it is refused the problem is sent, and `null` comes back. */
export async function readRunRequest(
  request: FastifyRequest,
  reply: FastifyReply,
  ports: ServicePorts,
): Promise<Accepted | null> {
  const body = bytesOf(request);
  const small = body.length <= MAX_SMALL_BYTES ? readJson(body) : null;
  const value = small?.ok === true ? small.value : null;
  const isForStored = typeof value === "object" && value !== null && "roundId" in value && !("round" in value);
  return isForStored ? readForStored(value, request, reply, ports) : readInline(body, request, reply, ports);
}

async function readForStored(
  value: object,
  request: FastifyRequest,
  reply: FastifyReply,
  { store, readers, runLimits }: ServicePorts,
): Promise<Accepted | null> {
  const parsed = runOfStoredRound.safeParse(value);
  if (!parsed.success) throw new ParameterError("body", [...schemaIssues(parsed.error, value, "")]);
  const { roundId, ...options } = parsed.data;
  const tooHigh = limitIssues(options.limits, runLimits);
  if (tooHigh.length > 0) throw new ParameterError("body", tooHigh);
  const round = await findRound(store.db, roundId);
  if (round === null) {
    await sendProblem(reply, { code: "not-found", detail: "There is no round with this roundId." });
    return null;
  }
  if (options.policy === undefined) {
    if (round.errors === 0) return { options, round: { id: roundId } };
    await sendProblem(reply, { code: "round-has-issues", detail: `It has ${round.errors} errors. Nothing was queued.` });
    return null;
  }
  // Another policy can make a round wrong, or right.
  const stored = await findRoundBody(store.db, roundId);
  if (stored === null) return null;
  const job = { task: "accept-run", body: bytesOf(request), allowed: runLimits, attachments: { round: stored } } as const;
  const answer = await haveDone(readers, job, request, reply);
  return answer === null ? null : { options, round: { id: roundId } };
}

async function readInline(
  body: Buffer,
  request: FastifyRequest,
  reply: FastifyReply,
  { readers, runLimits }: ServicePorts,
): Promise<Accepted | null> {
  const answer = await haveDone(readers, { task: "accept-run", body, allowed: runLimits }, request, reply);
  const packed = answer?.artifacts?.[0];
  if (answer === null || packed === undefined) return null;
  const { options, round }: AcceptedRun = JSON.parse(Buffer.from(answer.json).toString());
  return round === null ? null : { options, round: { check: round, body: packed.bytes } };
}

/** Stores an accepted run, with its round where it brought one, and queues it; answers its id. */
export async function storeRun(
  tx: Database,
  { options, round }: Accepted,
  request: FastifyRequest,
  { store, now }: ServicePorts,
): Promise<string> {
  const by = callerOf(request).keyId;
  const at = now();
  const roundId = "id" in round ? round.id : await storeRound(tx, round, by, at);
  const id = randomUUID();
  await createRun(tx, store, { id, roundId, task: "place", request: options, createdBy: by, at });
  await recordAudit(tx, { at, actor: by, action: "run-created", subject: `run ${id}`, detail: { roundId } });
  return id;
}
