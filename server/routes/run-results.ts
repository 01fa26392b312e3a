import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { WORKBOOK_TYPE } from "../exports/placement-rows.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { placementRowsSchema } from "../schemas/placement-rows.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findArtifact, findArtifactDigest } from "../store/artifacts.ts";
import { findRun, isOver, type RunRow } from "../store/runs.ts";
import { isUnchanged } from "./entity-tag.ts";
import { haveDone } from "./run-task.ts";
import { NO_RUN } from "./runs.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

const WORKBOOK = "placements.xlsx";
const PLACEMENTS_BY_TYPE: ReadonlyMap<string, string> = new Map([
  ["application/json", "placements"],
  ["text/csv", "placements.csv"],
  [WORKBOOK_TYPE, WORKBOOK],
]);

/** `GET /v1/runs/{id}/result`, `/placements`, `/certificate`: what a run left, as it was made when the run ended. */
export function runResultRoutes(app: FastifyInstance, ports: ServicePorts): void {
  const json = (schema: z.ZodType) => ({ "application/json": { schema } });
  artifactRoute(app, ports, {
    ...{ path: "result", operationId: "getRunResult", summary: "The result (result/1)" },
    content: json(resultSchema),
    choose: () => "result",
  });
  artifactRoute(app, ports, {
    ...{ path: "certificate", operationId: "getRunCertificate", summary: "What the result rests on, and its guarantees" },
    content: json(resultSchema.shape.certificate),
    choose: () => "certificate",
  });
  artifactRoute(app, ports, {
    ...{ path: "placements", operationId: "getRunPlacements", summary: "One row per candidate, as JSON, CSV or Excel by Accept" },
    content: { ...json(placementRowsSchema), "text/csv": { schema: z.string() }, [WORKBOOK_TYPE]: { schema: z.string() } },
    choose: (request) => {
      const type = request.accepts().type([...PLACEMENTS_BY_TYPE.keys()]);
      return typeof type === "string" ? (PLACEMENTS_BY_TYPE.get(type) ?? null) : null;
    },
  });
}

interface ArtifactRoute {
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  readonly content: Readonly<Record<string, { readonly schema: z.ZodType }>>;
  /** The artifact a request asks for; `null` where there is none of the type it accepts. */
  readonly choose: (request: FastifyRequest) => string | null;
}

function artifactRoute(
  app: FastifyInstance,
  ports: ServicePorts,
  { path, operationId, summary, content, choose }: ArtifactRoute,
): void {
  app.get<ById>(
    `/v1/runs/:id/${path}`,
    {
      schema: {
        operationId,
        summary,
        tags: ["runs"],
        params: byId,
        querystring: noParameters,
        response: {
          200: { description: summary, content },
          304: NO_BODY,
          ...problemAnswers(
            "not-found",
            "run-not-over",
            ...(Object.keys(content).length > 1
              ? (["not-acceptable", "queue-full", "solver-unavailable", "solver-timeout"] as const)
              : []),
          ),
        },
      },
    },
    async (request, reply) => {
      const name = choose(request);
      const types = Object.keys(content).join(" or ");
      if (name === null) return sendProblem(reply, { code: "not-acceptable", detail: `This is answered as ${types}.` });
      return name === WORKBOOK ? sendWorkbook(request, reply, ports) : sendArtifact(request, reply, ports, name);
    },
  );
}

const NO_RESULT = { code: "not-found", detail: "The run ended without a result; its problem says why." } as const;

/** The run, once it is over; before that the problem is sent, and `null` comes back. */
async function findEnded(request: FastifyRequest<ById>, reply: FastifyReply, { store }: ServicePorts): Promise<RunRow | null> {
  const run = await findRun(store.db, request.params.id);
  if (run !== null && isOver(run.state)) return run;
  await sendProblem(reply, run === null ? NO_RUN : { code: "run-not-over", detail: `It is ${run.state}.`, retryAfterSeconds: 1 });
  return null;
}

async function sendArtifact(
  request: FastifyRequest<ById>,
  reply: FastifyReply,
  ports: ServicePorts,
  name: string,
): Promise<FastifyReply> {
  const { id } = request.params;
  const { db } = ports.store;
  if ((await findEnded(request, reply, ports)) === null) return reply;
  reply.header("vary", "accept");
  const digest = await findArtifactDigest(db, id, name);
  if (digest !== null && isUnchanged(request, reply, `"${digest}"`)) return reply.code(304).send();
  const artifact = await findArtifact(db, id, name);
  if (artifact === null) return sendProblem(reply, NO_RESULT);
  if (name.endsWith(".csv")) reply.header("content-disposition", `attachment; filename="${id}.csv"`);
  return reply.header("content-type", `${artifact.media_type}; charset=utf-8`).send(Buffer.from(artifact.bytes));
}

/** The workbook is made of the stored rows by a reader process when it is asked for. */
async function sendWorkbook(request: FastifyRequest<ById>, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, readers, runLimits } = ports;
  const { id } = request.params;
  if ((await findEnded(request, reply, ports)) === null) return reply;
  const rows = await findArtifact(store.db, id, "placements");
  if (rows === null) return sendProblem(reply, NO_RESULT);
  reply.header("vary", "accept");
  if (isUnchanged(request, reply, `"${rows.digest}.xlsx"`)) return reply.code(304).send();
  const answer = await haveDone(readers, { task: "workbook", body: rows.bytes, allowed: runLimits }, request, reply);
  const made = answer?.artifacts?.[0];
  if (made === undefined) return reply;
  reply.headers({ "content-type": made.mediaType, "content-disposition": `attachment; filename="${id}.xlsx"` });
  return reply.send(Buffer.from(made.bytes));
}
