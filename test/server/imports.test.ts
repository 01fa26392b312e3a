import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { roundFiles } from "../../server/exports/round-files.ts";
import { IMPORT_CODES } from "../../server/imports/import-issue.ts";
import type { Problem } from "../../server/problems.ts";
import type { StoredRound } from "../../server/schemas/round.ts";
import { shipped } from "../engine/run-place.ts";
import { call } from "./call.ts";
import { expectDocumented, expectProblem } from "./documented.ts";
import { type RunningService, startService } from "./running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.app.close());

const tiny = shipped("tiny");

/** Sends a form and expects the answer to be as documented. */
async function importForm<Body = StoredRound>(
  parts: Readonly<Record<string, string | Blob>>,
  headers: Record<string, string> = {},
) {
  const form = new FormData();
  for (const [name, value] of Object.entries(parts)) {
    if (typeof value === "string") form.set(name, value);
    else form.set(name, value, `${name}.csv`);
  }
  const response = await fetch(`${service.url}/v1/imports`, {
    method: "POST",
    body: form,
    headers: { authorization: `Bearer ${service.key}`, ...headers },
  });
  const body = await response.json();
  const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
  expectDocumented("POST", "/v1/imports", response.status, type, body);
  if (!response.ok) expectProblem(body);
  return { status: response.status, body: body as Body };
}

/** The shipped round as the parts of a form. */
function parts(over: Readonly<Record<string, string | Blob | null>> = {}): Record<string, string | Blob> {
  const files = [...roundFiles(tiny)]
    .filter(([name]) => name !== "members")
    .map(([name, text]) => [name, new Blob([text])] as const);
  const all = { id: "imported", policy: JSON.stringify(tiny.policy), seed: "tiny/1", ...Object.fromEntries(files), ...over };
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
const csv = (text: string) => new Blob([text]);

describe("POST /v1/imports", () => {
  test("stores a round of its files", async () => {
    const { status, body } = await importForm(parts());
    expect(status).toBe(201);
    expect(body).toMatchObject({ name: "imported", sizes: { candidates: 6, missions: 4, hosts: 4, promotions: 2 }, issues: [] });
    const { body: content } = await call<{ candidates: { id: string; choices: unknown }[] }>(
      service,
      "GET",
      `/v1/rounds/${body.id}/content`,
      {
        route: "/v1/rounds/{id}/content",
      },
    );
    expect(content.candidates.map(({ id, choices }) => [id, choices])).toEqual(
      tiny.candidates.map(({ id, choices }) => [id, choices]),
    );
  });

  test("keeps what breaks the rules of the data, with its place in the files", async () => {
    const { status, body } = await importForm(
      parts({ hosts: csv("id;municipality\r\nh1;62063\r\nh2;62063\r\nh3;99999\r\nh4;21004") }),
    );
    expect(status).toBe(201);
    expect(body.issueCount.errors).toBe(1);
    expect(body.issues).toMatchObject([{ code: "municipality-unknown", file: "hosts", row: 4, column: "municipality" }]);
  });

  test("refuses what cannot be read, with everything that is wrong at once", async () => {
    const { status, body } = await importForm<Problem>(
      parts({ missions: csv("id;host;places\r\nm1;h1;two\r\nm2;h9;1"), candidates: null, extra: "1", policy: "{" }),
    );
    expect([status, body.code]).toEqual([400, "import-invalid"]);
    const places = body.issues?.map(({ file, row, column, code }) => [file, row, column, code].join(" "));
    expect(places).toEqual(
      expect.arrayContaining([
        "extra   part-unknown",
        "candidates   part-missing",
        "policy   json-malformed",
        "missions 2 places cell-unreadable",
        "missions 3 host reference-unknown",
      ]),
    );
    expect(body.total).toBe(places?.length);
  });

  test("refuses personal data and never repeats it", async () => {
    const { status, body } = await importForm<Problem>(
      parts({ hosts: csv("id;municipality;e-mail\r\nh1;62063;jane.doe@example.org") }),
    );
    expect(status).toBe(400);
    expect(body.issues?.some(({ code, column }) => code === "field-personal" && column === "e-mail")).toBe(true);
    expect(JSON.stringify(body)).not.toContain("jane");
    const inCell = await importForm<Problem>(parts({ hosts: csv("id;municipality;offers\r\nh1;62063;jane.doe@example.org") }));
    expect(inCell.body.issues?.some(({ code }) => code === "value-personal")).toBe(true);
    expect(JSON.stringify(inCell.body)).not.toContain("jane");
  });

  test("is made once per Idempotency-Key", async () => {
    const form = new FormData();
    for (const [name, value] of Object.entries(parts())) form.set(name, value);
    // The boundary of a form is drawn anew each time: the same request is the same bytes.
    const bytes = Buffer.from(await new Response(form).arrayBuffer());
    const boundary = /^--([^\r]+)/.exec(bytes.toString())?.[1];
    const send = async () => {
      const response = await fetch(`${service.url}/v1/imports`, {
        method: "POST",
        body: bytes,
        headers: {
          authorization: `Bearer ${service.key}`,
          "content-type": `multipart/form-data; boundary=${boundary}`,
          "idempotency-key": "import-1",
        },
      });
      return ((await response.json()) as StoredRound).id;
    };
    expect(await send()).toBe(await send());
  });

  test.each([
    ["multipart/form-data; boundary=x", "no form"],
    ["multipart/form-data", "no form"],
    ["multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=id\r\n\r\n"],
  ])("refuses %s that is none", async (type, body) => {
    const response = await fetch(`${service.url}/v1/imports`, {
      method: "POST",
      body,
      headers: { authorization: `Bearer ${service.key}`, "content-type": type },
    });
    expect([response.status, ((await response.json()) as Problem).code]).toEqual([400, "form-malformed"]);
  });

  test("takes nothing but a form", async () => {
    expect((await call(service, "POST", "/v1/imports", { body: "{}" })).status).toBe(415);
  });
});

test.each(["hosts", "missions", "promotions", "candidates", "members"])("the template of %s is CSV to save", async (file) => {
  const response = await fetch(`${service.url}/v1/imports/templates/${file}.csv`, {
    headers: { authorization: `Bearer ${service.key}` },
  });
  expect(response.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(response.headers.get("content-disposition")).toContain(`${file}.csv`);
  expect(Buffer.from(await response.arrayBuffer()).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
});

test("GET /v1/issue-types lists the codes of files too", async () => {
  const { body } = await call<{ issueTypes: { code: string }[] }>(service, "GET", "/v1/issue-types");
  expect(body.issueTypes.map(({ code }) => code)).toEqual(expect.arrayContaining(Object.keys(IMPORT_CODES)));
});
