import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { RETRY_SECONDS } from "../../server/webhooks/webhook-sender.ts";
import { STORE_KINDS, scratchStore } from "../store/scratch-store.ts";
import { call } from "./call.ts";
import { type RunningService, shippedRound, startService, until } from "./running-service.ts";
import { solvedRunId, storedRoundId } from "./solved-runs.ts";

const pem = (name: string) => readFileSync(new URL(`./fixtures/receiver-${name}.pem`, import.meta.url), "utf8");

interface Message {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Another system on this machine: answers the statuses in turn, the last one for ever. */
async function startReceiver(...statuses: readonly number[]) {
  const messages: Message[] = [];
  const server = createServer({ key: pem("key"), cert: pem("cert") }, (request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (part) => (body += part));
    request.on("end", () => {
      response.statusCode = statuses[Math.min(messages.length, statuses.length - 1)] ?? 204;
      response.setHeader("location", "https://localhost/elsewhere");
      messages.push({ headers: request.headers, body });
      response.end();
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `https://localhost:${port}/hook`, messages, close };
}

const endings: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

interface Webhook {
  readonly id: string;
  readonly secret: string;
  readonly endedBecause: string | null;
}
interface Delivery {
  readonly id: string;
  readonly runId: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastOutcome: string | null;
}

let clock: number;
/** A service that may send to this machine, and trusts the receiver's certificate. */
async function startSender(kind: (typeof STORE_KINDS)[number]): Promise<RunningService> {
  const scratch = await scratchStore(kind);
  clock = Date.parse("2026-09-01T08:00:00.000Z");
  const service = await startService({
    store: await scratch.open(),
    ...{ runProcesses: 1, now: () => new Date(clock).toISOString() },
    webhooks: { allows: () => true, ca: pem("cert") },
  });
  endings.push(scratch.remove, () => service.app.close());
  return service;
}

const create = (service: RunningService, url: string) =>
  call<Webhook>(service, "POST", "/v1/webhooks", { body: JSON.stringify({ url }) });
const deliveries = async (service: RunningService, id: string) =>
  (
    await call<{ deliveries: Delivery[] }>(service, "GET", `/v1/webhooks/${id}/deliveries`, {
      route: "/v1/webhooks/{id}/deliveries",
    })
  ).body.deliveries;

test.each(STORE_KINDS)("the end of a run is told once, signed, until it is answered 2xx, on the %s store", async (kind) => {
  const service = await startSender(kind);
  const receiver = await startReceiver(500, 302, 204);
  endings.push(receiver.close);
  const { status, body: made } = await create(service, receiver.url);
  expect(status).toBe(201);
  const runId = await solvedRunId(service, await storedRoundId(service, shippedRound("tiny")));
  for (const [attempt, status] of [500, 302, 204].entries()) {
    await until(async () => (await deliveries(service, made.id))[0]?.lastOutcome === `answered ${status}`);
    expect(receiver.messages.length).toBe(attempt + 1);
    clock += (RETRY_SECONDS[attempt] ?? 0) * 1000;
  }
  expect(await deliveries(service, made.id)).toMatchObject([
    { runId, state: "delivered", attempts: 3, lastOutcome: "answered 204" },
  ]);
  // A redirect was not followed: every message came to the same place, under the same id.
  const [first] = receiver.messages;
  expect(new Set(receiver.messages.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
  expect(JSON.parse(first?.body ?? "")).toMatchObject({
    type: "run.finished",
    data: { runId, state: "completed", quality: "proven-optimal", stoppedBy: "proof" },
  });
  const key = Buffer.from(made.secret.replace("whsec_", ""), "base64");
  for (const { headers, body } of receiver.messages) {
    const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
    expect(headers["webhook-signature"]).toBe(`v1,${createHmac("sha256", key).update(signed).digest("base64")}`);
  }
});

test("a receiver that answers 410 is told nothing more, and neither is one that was deleted", async () => {
  const service = await startSender("embedded");
  const [gone, other] = [await startReceiver(410), await startReceiver(204)];
  endings.push(gone.close, other.close);
  const { body: first } = await create(service, gone.url);
  const { body: second } = await create(service, other.url);
  const roundId = await storedRoundId(service, shippedRound("tiny"));
  await solvedRunId(service, roundId);
  await until(async () => (await deliveries(service, second.id))[0]?.state === "delivered");
  const listed = async () => (await call<{ webhooks: Webhook[] }>(service, "GET", "/v1/webhooks")).body.webhooks;
  await until(async () => (await listed()).find(({ id }) => id === first.id)?.endedBecause === "gone");
  const route = "/v1/webhooks/{id}";
  expect((await call(service, "DELETE", `/v1/webhooks/${second.id}`, { route })).status).toBe(204);
  expect((await call(service, "DELETE", `/v1/webhooks/${second.id}`, { route })).status).toBe(404);
  await solvedRunId(service, roundId);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect([gone.messages.length, other.messages.length]).toEqual([1, 1]);
  expect(JSON.stringify(await listed())).not.toContain(second.secret);
});

test.each([
  ...[
    "http://elsewhere.example/hook",
    "https://127.0.0.1/hook",
    "https://[::1]/",
    "https://[::ffff:10.0.0.1]/",
    "https://192.168.1.1/",
  ],
  ...[
    "https://169.254.169.254/latest",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://user:word@elsewhere.example/",
    "hook",
    "",
  ],
])("%s cannot be registered", async (url) => {
  const service = await startService({ pool: { processes: 0 } });
  endings.push(() => service.app.close());
  expect((await create(service, url)).status).toBe(400);
});
