import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Result } from "../../engine/domain/result.ts";
import { parseResultValue } from "../../engine/input/parse-result.ts";
import { parseRound } from "../../engine/input/parse-round.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import { verifyResult } from "../../engine/verify/verify-result.ts";
import { call, expectValidPointers } from "./call.ts";
import { type RunningService, shippedRound, startService } from "./running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.app.close());

const tiny = (): RoundJson => JSON.parse(shippedRound("tiny"));
const post = <Body>(body: unknown) =>
  call<Body>(service, "POST", "/v1/placements", { body: typeof body === "string" ? body : JSON.stringify(body) });
const postBad = async (body: unknown) => {
  const answer = await call(service, "POST", "/v1/placements", { body: JSON.stringify(body) });
  expectValidPointers(answer.body, body);
  return answer;
};

describe("POST /v1/placements", () => {
  test("answers with a result that its own verifier finds lawful and correct", async () => {
    const { status, body } = await post<Result>(shippedRound("tiny"));
    expect(status).toBe(200);
    expect(body.quality).toBe("proven-optimal");
    const [round, result] = [parseRound(shippedRound("tiny")), parseResultValue(body)];
    if (!round.ok || !result.ok) throw new Error("the shipped round and its result can be read");
    expect(verifyResult(round.round, result.result)).toEqual([]);
  });

  test("reads a body that begins with a byte order mark", async () => {
    expect((await post(`\uFEFF${shippedRound("tiny")}`)).status).toBe(200);
  });

  test("lists everything that is wrong with a round at once, each with its place", async () => {
    const round = tiny();
    const { profile: _, ...rest } = round;
    const broken = { ...rest, extra: 1, candidates: round.candidates.map((one) => ({ ...one, birthDate: "2006-02-30" })) };
    const { status, body } = await postBad(broken);
    expect(status).toBe(400);
    expect(body.code).toBe("body-invalid");
    expect(body.issues?.map(({ code, path }) => `${code} ${path}`)).toEqual(
      expect.arrayContaining(["field-missing /profile", "field-unknown /extra", "value-invalid /candidates/5/birthDate"]),
    );
    expect(body.total).toBe(body.issues?.length);
  });

  test("lists the first hundred issues and counts them all", async () => {
    const candidates = Array.from({ length: 150 }, (_, index) => ({ ...tiny().candidates[0], id: `c${index}`, birthDate: "x" }));
    const { body } = await postBad({ ...tiny(), candidates });
    expect(body.issues?.length).toBe(100);
    expect(body.total).toBe(150);
  });

  test("refuses a pin that breaks a rule, as data that contradict each other", async () => {
    const { status, body } = await postBad({ ...tiny(), pins: [{ candidate: "c4", promotion: "p2" }] });
    expect(status).toBe(400);
    expect(body.issues?.map(({ code, path }) => [code, path])).toEqual([["pin-breaks-rule", "/pins/0"]]);
  });

  test("refuses limits above what the call allows, and says what is", async () => {
    const { status, body } = await postBad({ ...tiny(), limits: { seconds: 61, threads: 9 } });
    expect(status).toBe(422);
    expect(body.code).toBe("limits-too-high");
    expect(body.allowed).toEqual({ seconds: 60, threads: 8 });
    expect(body.issues?.map(({ path }) => path)).toEqual(["/limits/seconds", "/limits/threads"]);
  });

  test("names the rules in conflict of a round that has no lawful placement", async () => {
    const promotions = tiny().promotions.map((one) => ({ ...one, minSize: 3, mustHold: true }));
    const candidates = tiny().candidates.slice(0, 2);
    const { status, body } = await postBad({ ...tiny(), promotions, candidates });
    expect(status).toBe(422);
    expect(body.code).toBe("infeasible");
    expect(body.conflict?.minimal).toBe(true);
    expect(body.conflict?.parts.some(({ rule }) => rule === "promotion-size")).toBe(true);
  });

  test("says so when the limits ended the search before anything was found", async () => {
    const promotions = tiny().promotions.map((one) => ({ ...one, mustHold: true }));
    const policy = { ...tiny().policy, crossRegion: { minimum: 1, mode: "hard" } };
    const { status, body } = await postBad({ ...tiny(), promotions, policy, limits: { seconds: 0.000_001 } });
    expect(status).toBe(422);
    expect(body.code).toBe("nothing-found");
  });
});

describe.each(["/v1/placements", "/v1/verifications"])("POST %s", (path) => {
  const send = (body: string | Uint8Array<ArrayBuffer>, headers?: Record<string, string>) =>
    call(service, "POST", path, { body, ...(headers ? { headers } : {}) });

  test.each(["", "{", "[1,", "undefined", '{"a":1}{', "\u0000", "'{}'", "NaN"])("refuses %j as malformed JSON", async (text) => {
    const { status, body } = await send(text);
    expect(status).toBe(400);
    expect(body.code).toBe("json-malformed");
    expect(body.issues?.map((issue) => [issue.code, issue.path])).toEqual([["json-malformed", ""]]);
  });

  test("refuses a body that is not UTF-8", async () => {
    const { body } = await send(new Uint8Array([0x22, 0xff, 0x22]));
    expect(body.code).toBe("json-malformed");
  });

  test("never repeats the body of malformed JSON", async () => {
    const { body } = await send('{"id": jane.doe@example.org');
    expect(JSON.stringify(body)).not.toContain("jane");
  });

  test.each(["null", "1", '"round"', "[]", "true"])("refuses %s, which is JSON and no object", async (text) => {
    const { status, body } = await send(text);
    expect(status).toBe(400);
    expect(body.code).toBe("body-invalid");
    expectValidPointers(body, JSON.parse(text));
  });

  test("refuses JSON nested a million deep", async () => {
    const { status, body } = await send(`${'{"a":'.repeat(1_000_000)}1${"}".repeat(1_000_000)}`);
    expect(status).toBe(400);
    expect(["body-invalid", "json-malformed"]).toContain(body.code);
  });

  test("keeps the answer small where field names are huge", async () => {
    const name = "x".repeat(1_000_000);
    const { status, body } = await send(
      JSON.stringify({ [name]: { name: 1, nom: 2, naam: 3, email: 4 }, policy: { [name]: 1 } }),
    );
    expect(status).toBe(400);
    expect(JSON.stringify(body).length).toBeLessThan(20_000);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml", "json", ""])(
    "refuses the content type %j",
    async (type) => {
      const { status, body } = await send("{}", { "content-type": type });
      expect(status).toBe(415);
      expect(body.code).toBe("media-type-unsupported");
    },
  );

  test("refuses a compressed body", async () => {
    const { status } = await send("{}", { "content-encoding": "gzip" });
    expect(status).toBe(415);
  });

  test("refuses a body above 16 MB", async () => {
    const { status, body } = await send(new Uint8Array(16 * 1024 * 1024 + 1));
    expect(status).toBe(413);
    expect(body.code).toBe("body-too-large");
  });

  test("refuses query parameters", async () => {
    const { status, body } = await call(service, "POST", `${path}?seconds=5`, { route: path, body: "{}" });
    expect(status).toBe(400);
    expect(body.code).toBe("parameters-invalid");
  });

  test("answers no other method, and says which it does", async () => {
    const { status, headers } = await call(service, "DELETE", path, { route: null });
    expect([status, headers.get("allow")]).toEqual([405, "POST"]);
  });
});
