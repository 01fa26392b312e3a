import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { expect } from "vitest";

type Json = Record<string, unknown>;

/** The committed OpenAPI document. */
export const DOCUMENT: Json = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(DOCUMENT, "openapi.json");

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

function check(pointer: string, value: unknown): void {
  const validate = ajv.getSchema(`openapi.json#${pointer}`);
  expect(validate, `${pointer} is documented`).toBeDefined();
  validate?.(value);
  expect(validate?.errors ?? []).toEqual([]);
}

/** Expects an answer to be one that the document lists for a route: its status, content type and schema. */
export function expectDocumented(method: string, route: string, status: number, mediaType: string, value: unknown): void {
  const steps = ["paths", route, method.toLowerCase(), "responses", String(status), "content", mediaType, "schema"];
  check(steps.map((step) => `/${escaped(step)}`).join(""), value);
}

/** Expects a problem document. */
export function expectProblem(value: unknown): void {
  check("/components/schemas/Problem", value);
}
