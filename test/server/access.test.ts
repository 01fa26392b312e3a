import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES, type Role } from "../../server/auth/roles.ts";
import { isSecretOf, makeKey, readKey } from "../../server/auth/secrets.ts";
import { call } from "./call.ts";
import { makeTestKey, type RunningService, startService } from "./running-service.ts";

let service: RunningService;
const keys = new Map<Role, string>();
beforeAll(async () => {
  service = await startService({ pool: { processes: 0 } });
  for (const role of ROLES) keys.set(role, await makeTestKey(service.store, role));
});
afterAll(() => service.app.close());

test.each([
  ["no key at all", null],
  ["a word", "secret"],
  ["a key of nobody", makeKey().text],
])("%s is not let in, and told how keys are sent", async (_, key) => {
  const { status, headers, body } = await call(service, "GET", "/v1/rounds", { key });
  expect([status, body.code, headers.get("www-authenticate")]).toEqual([
    401,
    "unauthenticated",
    'Bearer realm="citizen-service"',
  ]);
});

test("a key with another secret, an expired one and a revoked one are not let in", async () => {
  const valid = await makeTestKey(service.store, "read");
  const expired = await makeTestKey(service.store, "read", { expires_at: "2026-01-01T00:00:00.000Z" });
  const revoked = await makeTestKey(service.store, "read", { revoked_at: "2026-01-01T00:00:00.000Z" });
  const other = `${valid.slice(0, -1)}${valid.endsWith("A") ? "B" : "A"}`;
  expect((await call(service, "GET", "/v1/rounds", { key: valid })).status).toBe(200);
  for (const key of [expired, revoked, other]) expect((await call(service, "GET", "/v1/rounds", { key })).status).toBe(401);
});

test("the text of a key is kept nowhere", async () => {
  const { text, secretHash, id } = makeKey();
  const secret = readKey(text)?.secret ?? "";
  expect([secret.length, secretHash.includes(secret)]).toEqual([43, false]);
  expect([isSecretOf(secret, secretHash), isSecretOf(`${secret}x`, secretHash), isSecretOf(secret, "")]).toEqual([
    true,
    false,
    false,
  ]);
  expect(readKey(text)?.id).toBe(id);
});

describe("keys", () => {
  test("an admin makes one, lists it without its text, and ends it", async () => {
    const body = JSON.stringify({ name: "reporting", role: "read", requestsPerMinute: 5 });
    const made = await call<{ id: string; key: string }>(service, "POST", "/v1/keys", { body });
    expect(made.status).toBe(201);
    const { id, key } = made.body;
    const list = await call<{ keys: { id: string }[] }>(service, "GET", "/v1/keys");
    expect(list.body.keys).toContainEqual(expect.objectContaining({ id, name: "reporting", role: "read" }));
    expect(JSON.stringify(list.body)).not.toContain(readKey(key)?.secret);
    expect((await call(service, "GET", "/v1/rounds", { key })).status).toBe(200);
    const end = () => call(service, "DELETE", `/v1/keys/${id}`, { route: "/v1/keys/{id}" });
    expect([(await end()).status, (await end()).status]).toEqual([204, 404]);
    expect((await call(service, "GET", "/v1/rounds", { key })).status).toBe(401);
  });

  test("a body that is wrong is refused with every issue", async () => {
    const { status, body } = await call(service, "POST", "/v1/keys", {
      body: JSON.stringify({ name: "", role: "root", more: 1 }),
    });
    expect(status).toBe(400);
    expect(body.issues?.map(({ path }) => path).sort()).toEqual(["/more", "/name", "/role"]);
  });

  test("each has its own limit of requests, and is told when to come back", async () => {
    const [few, others] = [
      await makeTestKey(service.store, "read", { requests_per_minute: 3 }),
      await makeTestKey(service.store, "read"),
    ];
    const statuses: number[] = [];
    for (let count = 0; count < 5; count++) statuses.push((await call(service, "GET", "/v1/rounds", { key: few })).status);
    expect(statuses).toEqual([200, 200, 200, 429, 429]);
    const { headers, body } = await call(service, "GET", "/v1/rounds", { key: few });
    expect([body.code, Number(headers.get("retry-after")) > 0]).toEqual(["too-many-requests", true]);
    expect((await call(service, "GET", "/v1/rounds", { key: others })).status).toBe(200);
    expect((await call(service, "GET", "/health/live", { key: few })).status).toBe(200);
  });
});

describe("the page's session", () => {
  const open = (key: string, headers: Record<string, string> = { "sec-fetch-site": "same-origin" }) =>
    call<{ role: string }>(service, "POST", "/v1/session", { key: null, body: JSON.stringify({ key }), headers });
  const cookieOf = (headers: Headers) => headers.getSetCookie()[0] ?? "";

  test("is opened with a key, kept in a cookie no script can read, and ended", async () => {
    const { status, headers, body } = await open(keys.get("plan") ?? "");
    expect([status, body.role]).toEqual([201, "plan"]);
    expect(cookieOf(headers)).toMatch(/^session=[\w-]{43};.*HttpOnly; SameSite=Strict/);
    const cookie = cookieOf(headers).split(";")[0] ?? "";
    const own = await call<{ role: string; expiresAt: string }>(service, "GET", "/v1/session", {
      key: null,
      headers: { cookie },
    });
    expect([own.body.role, Date.parse(own.body.expiresAt) > Date.now()]).toEqual(["plan", true]);
    const stored = await service.store.db.selectFrom("sessions").selectAll().execute();
    expect(JSON.stringify(stored)).not.toContain(cookie.split("=")[1]);
    const end = { key: null, headers: { cookie, "sec-fetch-site": "same-origin" } };
    expect((await call(service, "DELETE", "/v1/session", end)).status).toBe(204);
    expect((await call(service, "GET", "/v1/session", { key: null, headers: { cookie } })).status).toBe(401);
  });

  test.each([
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another host of the same site", { "sec-fetch-site": "same-site" }],
    ["another origin, in an old browser", { origin: "https://elsewhere.example" }],
    ["nobody knows where", {}],
  ])("changes nothing when the request comes from %s", async (_, from) => {
    const { headers } = await open(keys.get("admin") ?? "");
    const cookie = cookieOf(headers).split(";")[0] ?? "";
    const body = JSON.stringify({ name: "x", role: "read" });
    const forged = await call(service, "POST", "/v1/keys", { key: null, body, headers: { cookie, ...from } });
    expect([forged.status, forged.body.code]).toEqual([403, "forbidden"]);
    expect((await open(keys.get("admin") ?? "", from)).status).toBe(403);
  });

  test("over a proxy that ends TLS the cookie is for https alone", async () => {
    const behind = await startService({ pool: { processes: 0 }, trustProxy: ["127.0.0.1"] });
    const headers = { "sec-fetch-site": "same-origin", "x-forwarded-proto": "https" };
    const answer = await call(behind, "POST", "/v1/session", { key: null, body: JSON.stringify({ key: behind.key }), headers });
    expect(cookieOf(answer.headers)).toMatch(/^__Host-session=.*; Secure/);
    await behind.app.close();
  });
});

test("every answer carries the security headers", async () => {
  for (const path of ["/health/live", "/v1/rounds", "/no-such-thing"]) {
    const { headers } = await fetch(service.url + path);
    expect(headers.get("content-security-policy"), path).toContain("default-src 'none'");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("request-id")).not.toBeNull();
  }
});

test("metrics count runs and requests, for whoever may read", async () => {
  expect((await fetch(`${service.url}/metrics`)).status).toBe(401);
  const text = await (await fetch(`${service.url}/metrics`, { headers: { authorization: `Bearer ${keys.get("read")}` } })).text();
  for (const name of [
    'placement_runs_open{state="queued"} 0',
    "http_request_seconds_bucket",
    "placement_run_tier_gap",
    "placement_attempts_total",
  ]) {
    expect(text).toContain(name);
  }
});
