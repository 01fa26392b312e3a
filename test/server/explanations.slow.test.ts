import { afterAll, beforeAll, expect, test } from "vitest";
import type { z } from "zod";
import type { Result } from "../../engine/domain/result.ts";
import type { explanationSchema, recommendationsSchema, whyBandSchema, whyNotSchema } from "../../server/schemas/explanation.ts";
import { call } from "./call.ts";
import { type RunningService, shippedRound, startService } from "./running-service.ts";
import { solvedRunId, storedRoundId } from "./solved-runs.ts";

let service: RunningService;
let runId: string;
let result: Result;
beforeAll(async () => {
  service = await startService({ runProcesses: 1 });
  runId = await solvedRunId(service, await storedRoundId(service, shippedRound("tiny")));
  result = (await call<Result>(service, "GET", `/v1/runs/${runId}/result`, { route: "/v1/runs/{id}/result" })).body;
});
afterAll(() => service.app.close());

const of = (outcome: string) => result.outcomes.find((one) => one.outcome === outcome)?.candidate ?? "";
const route = "/v1/runs/{id}/candidates/{cid}";
const explain = (candidate: string, headers: Record<string, string> = {}, query = "") =>
  call<z.infer<typeof explanationSchema>>(service, "GET", `/v1/runs/${runId}/candidates/${candidate}/explanation${query}`, {
    route: `${route}/explanation`,
    headers,
  });
const whyNot = (candidate: string, alternative: object) =>
  call<z.infer<typeof whyNotSchema>>(service, "POST", `/v1/runs/${runId}/candidates/${candidate}/why-not`, {
    route: `${route}/why-not`,
    body: JSON.stringify({ alternative }),
  });

test("a deferral is explained in four languages, to the candidate without anybody else's data", async () => {
  const deferred = of("deferred");
  const texts = new Set<string>();
  for (const language of ["fr", "nl", "de", "en"]) {
    const { status, body, headers } = await explain(
      deferred,
      { "accept-language": `${language}-BE,xx;q=0.1` },
      "?audience=candidate",
    );
    expect([status, body.language, headers.get("content-language")]).toEqual([200, language, language]);
    expect(body.explanation).toBeNull();
    const others = result.outcomes.filter(({ candidate }) => candidate !== deferred).map(({ candidate }) => candidate);
    const words = body.text.join(" ").split(/[^\w-]+/);
    for (const other of others) expect(words).not.toContain(other);
    texts.add(body.text.join("\n"));
  }
  expect(texts.size).toBe(4);
});

test("the planner gets what stands in the way, with figures; the file is in French or Dutch", async () => {
  const { body } = await explain(of("deferred"));
  expect(body.explanation?.alternatives.length).toBeGreaterThan(0);
  expect((await explain(of("deferred"), { "accept-language": "de" }, "?audience=file")).body.language).toBe("fr");
});

test("why not names the ground, and knows what somebody has and what no choice of theirs allows", async () => {
  const waits = of("reserve");
  expect((await whyNot(waits, { kind: "placed" })).body.answer).toMatchObject({ answer: "ground" });
  const placed = result.outcomes.find((one) => one.outcome === "placed");
  if (placed === undefined || !("promotion" in placed)) throw new Error("somebody is placed");
  const own = { kind: "place", promotion: placed.promotion, missions: placed.missions };
  expect((await whyNot(placed.candidate, own)).body.answer.answer).toBe("has-it");
  expect((await whyNot(placed.candidate, { kind: "place", promotion: "p9" })).body.answer.answer).toBe("impossible");
  expect((await whyNot(placed.candidate, { kind: "elsewhere" })).status).toBe(400);
});

test("recommendations list the places of somebody with what each costs", async () => {
  const candidate = of("deferred");
  const { body } = await call<z.infer<typeof recommendationsSchema>>(service, "POST", `/v1/runs/${runId}/recommendations`, {
    route: "/v1/runs/{id}/recommendations",
    body: JSON.stringify({ candidate }),
  });
  expect(body.places.filter(({ standing }) => standing === "current").length).toBe(1);
});

test("why a promotion lies outside a band: figures, an answer and its words; of no such band nothing is said", async () => {
  const whyBand = (band: object) =>
    call<z.infer<typeof whyBandSchema>>(service, "POST", `/v1/runs/${runId}/why-band`, {
      route: "/v1/runs/{id}/why-band",
      body: JSON.stringify(band),
    });
  const answers = await Promise.all(
    result.promotions.flatMap(({ id }) => ["F", "M"].map((category) => whyBand({ promotion: id, dimension: "sex", category }))),
  );
  for (const { status, body } of answers) {
    expect(status).toBe(200);
    const { placed, counts, bands } = result.promotions.find(({ id }) => id === body.answer.band.promotion) ?? {};
    const count = counts?.sex?.[body.answer.band.category] ?? 0;
    const [from, until] = bands?.sex?.[body.answer.band.category] ?? [0, 0];
    const isKept = from <= count && count <= until;
    if (placed === 0) expect(body.answer.answer).toBe("not-held");
    else expect([body.answer.persons, body.answer.answer === "kept"]).toEqual([count, isKept]);
    expect(body.text.length).toBeGreaterThan(0);
  }
  expect((await whyBand({ promotion: "p1", dimension: "sex", category: "X" })).status).toBe(404);
  expect((await whyBand({ promotion: "p1", dimension: "sex" })).status).toBe(400);
});

test("who is not in the round, and a run that is not there, are not found", async () => {
  expect((await explain("c99")).status).toBe(404);
  const path = "/v1/runs/00000000-0000-4000-8000-000000000000/candidates/c1/explanation";
  expect((await call(service, "GET", path, { route: `${route}/explanation` })).status).toBe(404);
});
