import { connect } from "node:net";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PROBLEM_JSON, type Problem } from "../../server/problems.ts";
import { call, expectValidPointers } from "./call.ts";
import { expectProblem } from "./documented.ts";
import { type RunningService, shippedRound, startService } from "./running-service.ts";

/** Requests per property; a longer run is `HOSTILE_REQUESTS=200000 vitest run test/server/hostile-requests.slow.test.ts`. */
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 150);

let service: RunningService;
let verification: string;
beforeAll(async () => {
  service = await startService({ allowed: { seconds: 5 } });
  const { body } = await call<object>(service, "POST", "/v1/placements", { body: shippedRound("tiny") });
  verification = JSON.stringify({ round: JSON.parse(shippedRound("tiny")), result: body });
});
afterAll(() => service.app.close());

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const strange = fc.oneof(
  fc.constantFrom<Json>(null, true, -1, 0.5, 1e300, "", "c1", "m1", "p1", "2026-02-30", "\u0000", "x".repeat(2_000), [], {}, [
    [],
  ]),
  fc.constantFrom<Json>("constructor", "toString", { "a/b~c": 1 }, { "": 1 }, [null], ["c1", "c1"], "be-2024-05-15", 1e-9),
  fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as Json),
);
const strangeKey = fc.constantFrom(
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "name",
  "",
  "a/b",
  "~",
  "id",
  "extra",
  "mustHold",
);

/** Puts `value` at the n-th place of a JSON value, takes that place away, or adds a field there. */
function mutate(root: Json, n: number, how: "replace" | "remove" | "add", key: string, value: Json): void {
  const places: { holder: { [key: string]: Json }; key: string }[] = [];
  const visit = (inner: Json): void => {
    if (typeof inner !== "object" || inner === null) return;
    const holder = inner as { [key: string]: Json };
    for (const name of Object.keys(holder)) {
      places.push({ holder, key: name });
      visit(holder[name] ?? null);
    }
  };
  visit(root);
  const place = places[n % places.length];
  if (place === undefined) return;
  if (how === "replace") place.holder[place.key] = value;
  else if (how === "add")
    Object.defineProperty(place.holder, key, { value, enumerable: true, configurable: true, writable: true });
  else if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1);
  else delete place.holder[place.key];
}

const mutations = fc.array(
  fc.record({ n: fc.nat(), how: fc.constantFrom("replace", "remove", "add"), key: strangeKey, value: strange } as const),
  { minLength: 1, maxLength: 4 },
);

/** Sends a body and expects a lawful answer or a problem of the caller's own making, with valid pointers. */
async function expectClean(path: string, text: string): Promise<void> {
  const { status, body } = await call<Problem>(service, "POST", path, { body: text });
  expect([200, 400, 422], `${status} ${body.code} ${body.detail}`).toContain(status);
  if (status !== 200 && body.code !== "json-malformed") expectValidPointers(body, JSON.parse(text.replace(/^\uFEFF/, "")));
}

test.each(["/v1/placements", "/v1/verifications"])("%s answers mutated bodies, and never fails", async (path) => {
  const original = path === "/v1/placements" ? shippedRound("tiny") : verification;
  const property = fc.asyncProperty(mutations, async (changes) => {
    const value: Json = JSON.parse(original);
    for (const { n, how, key, value: put } of changes) mutate(value, n, how, key, structuredClone(put));
    await expectClean(path, JSON.stringify(value));
  });
  await fc.assert(property, { numRuns: REQUESTS, seed: 2026 });
});

test.each(["/v1/placements", "/v1/verifications"])("%s answers truncated and spliced texts, and never fails", async (path) => {
  const original = path === "/v1/placements" ? shippedRound("tiny") : verification;
  const property = fc.asyncProperty(fc.nat(), fc.nat({ max: 40 }), fc.string({ maxLength: 8 }), async (at, length, put) => {
    const start = at % original.length;
    await expectClean(path, original.slice(0, start) + put + original.slice(start + length));
  });
  await fc.assert(property, { numRuns: REQUESTS, seed: 2026 });
});

/** What a connection answers to bytes that are not HTTP, or not quite. */
function answerTo(bytes: string): Promise<string> {
  const { hostname, port } = new URL(service.url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket
      .setEncoding("utf8")
      .on("data", (part) => (text += part))
      .on("end", () => resolve(text))
      .on("error", reject);
  });
}

test.each([
  ["no HTTP", "hello\r\n\r\n", 400, "request-malformed"],
  ["an unknown method", "FETCH / HTTP/1.1\r\nHost: x\r\n\r\n", 400, "request-malformed"],
  [
    "two lengths",
    "POST /v1/placements HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
    400,
    "request-malformed",
  ],
  ["a header that is too long", `GET / HTTP/1.1\r\nHost: x\r\nA: ${"a".repeat(40_000)}\r\n\r\n`, 431, "headers-too-large"],
])("a connection that sends %s gets a problem document", async (_, bytes, status, code) => {
  const [head = "", body = ""] = (await answerTo(bytes)).split("\r\n\r\n");
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(head).toContain(`Content-Type: ${PROBLEM_JSON}`);
  const problem = JSON.parse(body);
  expectProblem(problem);
  expect(problem.code).toBe(code);
});
