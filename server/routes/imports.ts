import type { FastifyInstance } from "fastify";
import { z } from "zod";
import { FILE_NAMES, type FileName } from "../imports/columns.ts";
import { template } from "../imports/template.ts";
import { acceptFormBytes } from "../plugins/form-bytes.ts";
import { importFormSchema } from "../schemas/import.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { IDEMPOTENCY_PROBLEMS, problemAnswers } from "../schemas/problem.ts";
import { storedRoundSchema } from "../schemas/round.ts";
import type { ServicePorts } from "../service-ports.ts";
import { makeRound } from "./make-round.ts";
import { bytesOf, SOLVER_PROBLEMS } from "./run-task.ts";

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
            ...(["form-malformed", "import-invalid", "body-too-large", "media-type-unsupported"] as const),
            ...IDEMPOTENCY_PROBLEMS,
            ...SOLVER_PROBLEMS,
          ),
        },
      },
    },
    (request, reply) => {
      const form = bytesOf(request);
      const type = Buffer.from(JSON.stringify(request.headers["content-type"] ?? ""));
      return makeRound(request, reply, ports, form, async () => ({ job: { task: "import", body: type, attachments: { form } } }));
    },
  );
  for (const file of FILE_NAMES) templateRoute(app, file);
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
