import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";

type Json = Record<string, unknown>;

/** The committed OpenAPI document. */
export const DOCUMENT: Json = JSON.parse(readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8"));

const ajv = new Ajv2020({ strict: false, validateFormats: false });
ajv.addSchema(DOCUMENT, "openapi.json");

const escaped = (part: string) => part.replaceAll("~", "~0").replaceAll("/", "~1");

function errorsAt(pointer: string, value: unknown): readonly unknown[] {
  const validate = ajv.getSchema(`openapi.json#${pointer}`);
  if (validate === undefined) return [`${pointer} is not documented`];
  validate(value);
  return validate.errors ?? [];
}

/** What in an answer is not as the document says for its route: status, content type, schema. */
export function documentationErrors(
  method: string,
  route: string,
  status: number,
  mediaType: string,
  value: unknown,
): readonly unknown[] {
  const steps = ["paths", route, method.toLowerCase(), "responses", String(status), "content", mediaType, "schema"];
  return errorsAt(steps.map((step) => `/${escaped(step)}`).join(""), value);
}

/** What in a value is not as a problem document is. */
export function problemErrors(value: unknown): readonly unknown[] {
  return errorsAt("/components/schemas/Problem", value);
}
