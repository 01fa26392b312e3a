import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import { z } from "zod";
import { ISSUE_CODES, type IssueCode } from "../../engine/domain/input-issue.ts";
import { resultSchema } from "../../engine/input/result-schema.ts";
import { roundSchema } from "../../engine/input/round-schema.ts";
import { IMPORT_CODES } from "../imports/import-issue.ts";
import { noParameters } from "../schemas/no-parameters.ts";
import { problemAnswers } from "../schemas/problem.ts";

const issueType = z.strictObject({
  code: z.string(),
  severity: z.enum(["error", "warning"]),
  text: z.string().describe("{name} stands for the parameter of that name"),
});

// `Object.keys` of a closed record gives its keys.
const ISSUE_TYPES = [
  ...(Object.keys(ISSUE_CODES) as IssueCode[]).map((code) => {
    const [severity, text] = ISSUE_CODES[code];
    return { code: code as string, severity, text: text as string };
  }),
  ...Object.entries(IMPORT_CODES).map(([code, text]) => ({ code, severity: "error" as const, text })),
];

const JSON_SCHEMAS = {
  round: z.toJSONSchema(roundSchema, { io: "input" }),
  result: z.toJSONSchema(resultSchema, { io: "output" }),
} as const;

/** `GET /v1/issue-types` and `GET /v1/schemas/{round,result}`: what a client needs to know of the contract. */
export function contractRoutes(app: FastifyInstance): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get(
    "/v1/issue-types",
    {
      schema: {
        operationId: "listIssueTypes",
        summary: "Every way a round, or a file it comes in, can be wrong: code, severity, text",
        tags: ["reference"],
        querystring: noParameters,
        response: { 200: z.strictObject({ issueTypes: z.array(issueType) }), ...problemAnswers() },
      },
    },
    async () => ({ issueTypes: ISSUE_TYPES }),
  );
  for (const name of ["round", "result"] as const) {
    typed.get(
      `/v1/schemas/${name}`,
      {
        schema: {
          operationId: `get${name === "round" ? "Round" : "Result"}Schema`,
          summary: `The JSON Schema (2020-12) of ${name}/1`,
          tags: ["reference"],
          querystring: noParameters,
          response: { 200: z.record(z.string(), z.unknown()), ...problemAnswers() },
        },
      },
      async () => ({ ...JSON_SCHEMAS[name] }),
    );
  }
}
