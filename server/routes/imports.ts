import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { callerOf } from "../auth/authenticate.ts";
import { FILE_NAMES, type FileName } from "../imports/columns.ts";
import { template } from "../imports/template.ts";
import { acceptFormBytes } from "../plugins/form-bytes.ts";
import { sendProblem } from "../plugins/problem-answers.ts";
import { importFormSchema } from "../schemas/import.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";
import { storedRoundSchema } from "../schemas/round.ts";
import type { ServicePorts } from "../service-ports.ts";
import { findRound } from "../store/rounds.ts";
import { makeOnce } from "./idempotent.ts";
import { storedRound } from "./round-view.ts";
import { NO_ROUND } from "./rounds.ts";
import { bytesOf, haveDone } from "./run-task.ts";
import { storeRound } from "./store-round.ts";

/** `POST /v1/imports`: a round out of CSV files or an Excel workbook, or everything wrong with them by file, row and column. */
export function importRoutes(app: FastifyInstance, ports: ServicePorts): void {
  acceptFormBytes(app);
  app.post(
    "/v1/imports",
    {
      schema: {
        operationId: "importRound",
        summary: "A round out of CSV or Excel files",
        description:
          "Files in UTF-8 (with or without byte order mark), UTF-16 or Windows-1252, with `;`, `,` or tab between cells, days as 2026-10-05 or 05/10/2026, decimal comma or point; or .xlsx. The columns are those of the templates. What can be read is stored like any round, with its issues; what cannot is refused with every error at once.",
        tags: ["rounds"],
        querystring: noParameters,
        consumes: ["multipart/form-data"],
        body: importFormSchema,
        response: {
          201: { description: "The stored round", content: { "application/json": { schema: storedRoundSchema } } },
          ...problemAnswers(
            ...(["form-malformed", "import-invalid", "request-in-progress", "body-too-large", "media-type-unsupported"] as const),
            ...(["idempotency-key-reused", "queue-full", "solver-unavailable", "solver-timeout"] as const),
          ),
        },
      },
    },
    (request, reply) => postImport(request, reply, ports),
  );
  for (const file of FILE_NAMES) templateRoute(app, file);
}

async function postImport(request: FastifyRequest, reply: FastifyReply, ports: ServicePorts): Promise<FastifyReply> {
  const { store, readers, runLimits, now } = ports;
  const form = bytesOf(request);
  const id = await makeOnce(store.db, request, form, now(), async (remember) => {
    const type = Buffer.from(JSON.stringify(request.headers["content-type"] ?? ""));
    const answer = await haveDone(
      readers,
      { task: "import", body: type, allowed: runLimits, attachments: { form } },
      request,
      reply,
    );
    const packed = answer?.artifacts?.[0];
    if (answer === null || packed === undefined) return null;
    const check = JSON.parse(Buffer.from(answer.json).toString());
    return store.db.transaction().execute(async (tx) => {
      const made = await storeRound(tx, { check, body: packed.bytes }, callerOf(request).keyId, now());
      await remember(tx, made);
      return made;
    });
  });
  if (id === null) return reply;
  const row = await findRound(store.db, id);
  if (row === null) return sendProblem(reply, NO_ROUND);
  return reply
    .code(201)
    .headers({ location: `/v1/rounds/${id}`, etag: `"${row.hash}"` })
    .send(storedRound(row));
}

function templateRoute(app: FastifyInstance, file: FileName): void {
  const text = template(file);
  app.get(
    `/v1/imports/templates/${file}.csv`,
    {
      schema: {
        operationId: `get${file[0]?.toUpperCase()}${file.slice(1)}Template`,
        summary: `The columns of the file ${file}, with one row that shows how each is written`,
        tags: ["rounds"],
        querystring: noParameters,
        response: { 200: { description: "CSV", content: { "text/csv": { schema: z.string() } } }, ...problemAnswers() },
      },
    },
    async (_, reply) =>
      reply
        .headers({ "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="${file}.csv"` })
        .send(Buffer.from(text)),
  );
}
