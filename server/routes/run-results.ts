import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { NO_BODY } from "../schemas/no-body.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { placementRowsSchema } from "../schemas/placement-rows.ts";
import { problemAnswers } from "../schemas/problem.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findArtifact, findArtifactDigest } from "../store/artifacts.ts";
import { findRun, isOver } from "../store/runs.ts";
import { isUnchanged } from "./entity-tag.ts";
import { NO_RUN } from "./runs.ts";

const byId = z.strictObject({ id: z.string() });
type ById = { Params: z.infer<typeof byId> };

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
    ...{ path: "placements", operationId: "getRunPlacements", summary: "One row per candidate, as JSON or CSV by Accept" },
    content: { ...json(placementRowsSchema), "text/csv": { schema: z.string() } },
    choose: (request) => {
      const type = request.accepts().type(["application/json", "text/csv"]);
      return type === "text/csv" ? "placements.csv" : type === "application/json" ? "placements" : null;
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
            ...(Object.keys(content).length > 1 ? (["not-acceptable"] as const) : []),
          ),
        },
      },
    },
    async (request, reply) => {
      const name = choose(request);
      const types = Object.keys(content).join(" or ");
      if (name === null) return sendProblem(reply, { code: "not-acceptable", detail: `This is answered as ${types}.` });
      return sendArtifact(request, reply, ports, name);
    },
  );
}

async function sendArtifact(
  request: FastifyRequest<ById>,
  reply: FastifyReply,
  { store }: ServicePorts,
  name: string,
): Promise<FastifyReply> {
  const { id } = request.params;
  const run = await findRun(store.db, id);
  if (run === null) return sendProblem(reply, NO_RUN);
  if (!isOver(run.state))
    return sendProblem(reply, { code: "run-not-over", detail: `It is ${run.state}.`, retryAfterSeconds: 1 });
  reply.header("vary", "accept");
  const digest = await findArtifactDigest(store.db, id, name);
  if (digest !== null && isUnchanged(request, reply, `"${digest}"`)) return reply.code(304).send();
  const artifact = await findArtifact(store.db, id, name);
  if (artifact === null)
    return sendProblem(reply, { code: "not-found", detail: "The run ended without a result; its problem says why." });
  if (name.endsWith(".csv")) reply.header("content-disposition", `attachment; filename="${id}.csv"`);
  return reply.header("content-type", `${artifact.media_type}; charset=utf-8`).send(Buffer.from(artifact.bytes));
}
