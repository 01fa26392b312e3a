import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROBLEMS } from "../../server/problems.ts";
import { pointedAt } from "./call.ts";
import { DOCUMENT } from "./documentation-errors.ts";
import { type RunningService, startService } from "./running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService({ pool: { processes: 0 } });
});
afterAll(() => service.app.close());

test("docs/openapi.json is what the service serves; npm run openapi writes it anew", async () => {
  const served = await (await fetch(`${service.url}/openapi.json`)).json();
  expect(served).toEqual(DOCUMENT);
});

test("the document is OpenAPI 3.1 and every reference in it leads somewhere", () => {
  expect(DOCUMENT.openapi).toBe("3.1.0");
  const references = [...JSON.stringify(DOCUMENT).matchAll(/"\$ref":"#([^"]+)"/g)].map(([, pointer = ""]) => pointer);
  expect(references.length).toBeGreaterThan(20);
  for (const pointer of references) expect(pointedAt(DOCUMENT, pointer), pointer).toBeDefined();
});

test("every operation has an id of its own", () => {
  const ids = [...JSON.stringify(DOCUMENT.paths).matchAll(/"operationId":"(\w+)"/g)].map(([, id]) => id);
  expect(ids.length).toBeGreaterThan(25);
  expect(new Set(ids).size).toBe(ids.length);
});

test("docs/problems.md lists every problem code with its status and title", () => {
  const text = readFileSync(new URL("../../docs/problems.md", import.meta.url), "utf8");
  const rows = [...text.matchAll(/^\| `([a-z-]+)` \| (\d{3}) \| ([^|]+) \| [^|]+ \|$/gm)];
  const documented = rows.map(([, code, status, title]) => [code, Number(status), title]);
  expect(documented).toEqual(Object.entries(PROBLEMS).map(([code, [status, title]]) => [code, status, title]));
});
