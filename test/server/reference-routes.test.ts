import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ISSUE_CODES } from "../../engine/domain/input-issue.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { PROFILES } from "../../engine/profiles/catalogue.ts";
import { IMPORT_CODES } from "../../server/imports/import-issue.ts";
import { call } from "./call.ts";
import { type RunningService, startService } from "./running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService({ pool: { processes: 0 } });
});
afterAll(() => service.app.close());

const GETS = [
  { path: "/v1/profiles", route: "/v1/profiles" },
  { path: "/v1/profiles/be-2024-05-15", route: "/v1/profiles/{id}" },
  { path: "/v1/demo-rounds", route: "/v1/demo-rounds" },
  { path: "/v1/demo-rounds/tiny", route: "/v1/demo-rounds/{id}" },
  { path: "/v1/issue-types", route: "/v1/issue-types" },
  { path: "/v1/schemas/round", route: "/v1/schemas/round" },
  { path: "/v1/schemas/result", route: "/v1/schemas/result" },
  { path: "/health/live", route: "/health/live" },
];

describe.each(GETS)("GET $path", ({ path, route }) => {
  test("answers as documented", async () => {
    const { status, headers } = await call<unknown>(service, "GET", path, { route });
    expect(status).toBe(200);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("refuses a query parameter it does not know, and says which", async () => {
    const { status, body } = await call(service, "GET", `${path}?limit=3&name=x`, { route });
    expect(status).toBe(400);
    expect(body.code).toBe("parameters-invalid");
    expect(body.issues?.map((issue) => [issue.in, issue.code, issue.path])).toEqual([
      ["query", "field-unknown", "/limit"],
      ["query", "field-unknown", "/name"],
    ]);
  });

  test("answers only GET and HEAD", async () => {
    const { status, headers, body } = await call(service, "PUT", path, { route: null, body: "{}" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, HEAD");
    expect(body.code).toBe("method-not-allowed");
  });
});

test("every profile of the catalogue is listed and can be read", async () => {
  const { body } = await call<{ profiles: { id: string }[] }>(service, "GET", "/v1/profiles");
  expect(body.profiles.map(({ id }) => id)).toEqual([...PROFILES.keys()]);
  for (const { id } of body.profiles) {
    const profile = await call<unknown>(service, "GET", `/v1/profiles/${id}`, { route: "/v1/profiles/{id}" });
    expect(profile.body).toEqual(JSON.parse(JSON.stringify(PROFILES.get(id))));
  }
});

test("every demo round has the size that is listed and parses", async () => {
  const { body } = await call<{ demoRounds: { id: string; candidates: number }[] }>(service, "GET", "/v1/demo-rounds");
  expect(body.demoRounds.map(({ id }) => id)).toEqual(["tiny", "intake", "national-year"]);
  for (const { id, candidates } of body.demoRounds) {
    const round = await call<RoundJson>(service, "GET", `/v1/demo-rounds/${id}`, { route: "/v1/demo-rounds/{id}" });
    expect(round.body.candidates.length).toBe(candidates);
    expect(parseRound(JSON.stringify(round.body)).ok).toBe(true);
  }
});

test("every issue code is listed, of rounds and of imported files", async () => {
  const { body } = await call<{ issueTypes: { code: string }[] }>(service, "GET", "/v1/issue-types");
  expect(body.issueTypes.map(({ code }) => code)).toEqual([...Object.keys(ISSUE_CODES), ...Object.keys(IMPORT_CODES)]);
});

test.each([
  ["/v1/profiles/unknown", "/v1/profiles/{id}"],
  ["/v1/profiles/__proto__", "/v1/profiles/{id}"],
  ["/v1/demo-rounds/..%2f..%2fpackage", "/v1/demo-rounds/{id}"],
  [`/v1/profiles/${"x".repeat(300)}`, null],
  ["/v1/nothing", null],
])("%s is not found", async (path, route) => {
  const { status, body } = await call(service, "GET", path, { route });
  expect(status).toBe(404);
  expect(body.code).toBe("not-found");
});

test("an address that cannot be decoded is a malformed request", async () => {
  const { status, body } = await call(service, "GET", "/v1/profiles/%zz", { route: null });
  expect(status).toBe(400);
  expect(body.code).toBe("request-malformed");
});

test("the reference page and its files come from the service itself", async () => {
  const page = await fetch(`${service.url}/docs/`);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  const html = await page.text();
  const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file = ""]) => file);
  expect(files.length).toBeGreaterThan(3);
  for (const file of files) {
    expect(file).not.toMatch(/^(https?:)?\/\//);
    const answer = await fetch(new URL(file, `${service.url}/docs/`));
    expect([answer.status, (await answer.bytes()).length > 0]).toEqual([200, true]);
  }
});
