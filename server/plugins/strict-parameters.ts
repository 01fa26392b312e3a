import type { FastifySchemaCompiler } from "fastify";
import type { z } from "zod";
import { type InputIssue, inputIssue } from "../../engine/domain/input-issue.ts";
import { pointer } from "../../engine/input/json-pointer.ts";
import { schemaIssues } from "../../engine/input/schema-issues.ts";
import type { RequestPart } from "../request-issue.ts";

/** Query or path parameters, or a small body, that do not follow the route's schema. */
export class ParameterError extends Error {
  readonly part: RequestPart;
  readonly issues: readonly InputIssue[];

  constructor(part: RequestPart, issues: readonly InputIssue[]) {
    super("a parameter is unknown or wrong");
    this.part = part;
    this.issues = issues;
  }
}

/** Checks parameters against the route's zod schema, and bodies that are small; one that is still bytes passes: a solver process reads it. */
export const checkParameters: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  if (httpPart === "body") return (data) => (Buffer.isBuffer(data) ? { value: data } : checkBody(schema, data));
  const part = httpPart === "params" ? "path" : "query";
  return (data) => {
    const parsed = schema.safeParse(data);
    return parsed.success
      ? { value: parsed.data }
      : { error: new ParameterError(part, parsed.error.issues.flatMap(parameterIssues)) };
  };
};

function checkBody(schema: z.ZodType, data: unknown): { value: unknown } | { error: ParameterError } {
  const parsed = schema.safeParse(data);
  return parsed.success
    ? { value: parsed.data }
    : { error: new ParameterError("body", [...schemaIssues(parsed.error, data, "")]) };
}

function parameterIssues(issue: z.core.$ZodIssue): InputIssue[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((field) => inputIssue("field-unknown", pointer("", field), { field }));
  }
  return [inputIssue("value-invalid", pointer("", ...issue.path), { detail: issue.message })];
}
