import type { FastifyReply, FastifyRequest } from "fastify";
import { callerOf } from "../auth/authenticate.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import type { Refusal } from "../problems.ts";
import type { RoundCheck } from "../schemas/round.ts";
import type { AcceptedScenario } from "../schemas/scenario.ts";
import type { ServicePorts } from "../service-ports.ts";
import type { Job } from "../solver-process/messages.ts";
import { findRound } from "../store/rounds.ts";
import { makeOnce } from "./idempotent.ts";
import { storedRound } from "./round-view.ts";
import { haveDone } from "./run-task.ts";
import { storeRound } from "./store-round.ts";

export const NO_ROUND = { code: "not-found", detail: "There is no round with this id." } as const;

/** How a round comes out of a request. */
export interface RoundMaking {
  /** The reader's job: answers the check of the round, with its lineage where it has a parent, and the round as its first artifact. */
  readonly job: Omit<Job, "allowed">;
  /** The stored round it is made of, and since when its data are held. */
  readonly parent?: { readonly id: string; readonly dataSince: string };
}

/**
 * Makes a round of a request, once per `Idempotency-Key` and `fingerprint`: a reader process reads and checks it, and it is stored with its issues. Answers 201
 * with the round, or what `prepare` or the reader refused.
 */
export async function makeRound(
  request: FastifyRequest,
  reply: FastifyReply,
  { store, readers, runLimits, now }: ServicePorts,
  fingerprint: Uint8Array,
  prepare: () => Promise<RoundMaking | Refusal>,
): Promise<FastifyReply> {
  const id = await makeOnce(store.db, request, fingerprint, now(), async (remember) => {
    const making = await prepare();
    if ("code" in making) {
      await sendProblem(reply, making);
      return null;
    }
    const answer = await haveDone(readers, { ...making.job, allowed: runLimits }, request, reply);
    const packed = answer?.artifacts?.[0];
    if (answer === null || packed === undefined) return null;
    const made: RoundCheck | AcceptedScenario = JSON.parse(Buffer.from(answer.json).toString());
    const { check, lineage } = "lineage" in made ? made : { check: made, lineage: undefined };
    const { parent } = making;
    const from = parent === undefined ? {} : { parentId: parent.id, dataSince: parent.dataSince, lineage };
    return store.db.transaction().execute(async (tx) => {
      const stored = await storeRound(tx, { check, body: packed.bytes, ...from }, callerOf(request).keyId, now());
      await remember(tx, stored);
      return stored;
    });
  });
  if (id === null) return reply;
  const row = await findRound(store.db, id);
  // Its first caller may have deleted it since.
  if (row === null) return sendProblem(reply, NO_ROUND);
  return reply
    .code(201)
    .headers({ location: `/v1/rounds/${id}`, etag: `"${row.hash}"` })
    .send(storedRound(row));
}
