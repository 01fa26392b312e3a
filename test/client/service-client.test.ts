import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { apiText } from "../../client/generate/api-text.ts";
import { type JsonSchema, typeText } from "../../client/generate/type-text.ts";
import { type ServiceClient, serviceClient } from "../../client/service-client.ts";
import { type RunningService, startService } from "../server/running-service.ts";

let service: RunningService;
let client: ServiceClient;
beforeAll(async () => {
  service = await startService({ pool: { processes: 0 } });
  client = serviceClient({ url: service.url, key: service.key });
});
afterAll(() => service.app.close());

test("client/openapi-types.ts is made from docs/openapi.json; npm run openapi writes both anew", () => {
  const committed = readFileSync(new URL("../../client/openapi-types.ts", import.meta.url), "utf8");
  const document = readFileSync(new URL("../../docs/openapi.json", import.meta.url), "utf8");
  expect(committed === apiText(JSON.parse(document))).toBe(true);
});

describe("the client", () => {
  test("gets what is there, typed", async () => {
    const { data } = await client.GET("/v1/profiles/{id}", { params: { path: { id: "be-2024-05-15" } } });
    expect(data?.citations.age?.article).toMatch(/10/);
  });

  test("gets a problem document for what is not", async () => {
    const { data, error, response } = await client.GET("/v1/profiles/{id}", { params: { path: { id: "be-1831" } } });
    expect(data).toBeUndefined();
    expect([response.status, error?.code]).toEqual([404, "not-found"]);
  });
});

describe("the type of a schema", () => {
  test.each<[JsonSchema, string]>([
    [{ type: "integer" }, "number"],
    [{ type: "array", items: { anyOf: [{ type: "string" }, { type: "null" }] } }, "readonly (string | null)[]"],
    [{ type: "array", prefixItems: [{ type: "integer" }, { type: "integer" }] }, "readonly [number, number]"],
    [{ const: "round/1" }, '"round/1"'],
    [{ enum: ["a", "b"] }, '"a" | "b"'],
    [{ type: ["string", "null"] }, "string | null"],
    [{ $ref: "#/components/schemas/Round" }, 'components["schemas"]["Round"]'],
    [{ type: "object", properties: { a: { type: "boolean" } }, required: ["a"] }, '{ readonly "a": boolean; }'],
    [
      { type: "object", properties: { a: {} }, additionalProperties: { type: "number" } },
      '{ readonly "a"?: unknown; } & { readonly [key: string]: number }',
    ],
    [{ type: "object", additionalProperties: false }, "Record<string, never>"],
    [{ allOf: [{ type: "string" }, { not: {} }] }, "(string) & (never)"],
    [{ type: "string", format: "binary" }, "Blob"],
  ])("%j is %s", (schema, text) => {
    expect(typeText(schema)).toBe(text);
  });

  test("a reference out of the document is an exception", () => {
    expect(() => typeText({ $ref: "https://example.org/x" })).toThrow(RangeError);
  });
});
