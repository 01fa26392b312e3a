import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hostileCampaign } from "../../bench/reliability/hostile/hostile-campaign.ts";
import { PROBLEM_JSON } from "../../server/problems.ts";
import { expectProblem } from "./documented.ts";
import { type RunningService, startService } from "./running-service.ts";

let service: RunningService;
beforeAll(async () => {
  service = await startService({ runProcesses: 1, allowed: { seconds: 5 } });
});
afterAll(() => service.app.close());

/** R5 in short; at full size it is `npm run reliability -- R5`. */
test("whatever is sent to any call, no answer is a failure, and every refusal is a problem document with valid pointers", async () => {
  const { counterexample, requests, statuses } = await hostileCampaign(service, 1_000, 2026);
  expect(counterexample).toBeNull();
  expect(requests).toBe(1_000);
  console.log(statuses);
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
