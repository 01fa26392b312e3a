import { constants, setPriority } from "node:os";
import { Worker } from "node:worker_threads";
import { checked } from "../../engine/solvers/checked.ts";
import { loadHighs } from "../../engine/solvers/highs.ts";
import { answerOverview } from "./answer-overview.ts";
import { answerPlacement } from "./answer-placement.ts";
import { answerVerification } from "./answer-verification.ts";
import type { Answer, ChildMessage, Job } from "./messages.ts";
import { readJson } from "./read-json.ts";

/** Verifying and looking over a round are one pass over it: they need no limit of the caller's. */
const VERIFY_SECONDS = 30;

// Below the API's own priority, so that requests are answered while every core solves.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
new Worker(new URL("./orphan-watch.ts", import.meta.url), { workerData: process.ppid }).unref();
process.on("disconnect", () => process.exit(0));

const solver = checked(await loadHighs());
const now = () => performance.now() / 1000;

/** Resolves once the message is on its way: a solve would hold it back. */
function say(message: ChildMessage): Promise<void> {
  return new Promise((resolve) => process.send?.(message, undefined, undefined, () => resolve()));
}

async function answer({ task, body, allowed }: Job): Promise<Answer> {
  const read = readJson(body);
  if (!read.ok) return { status: "refused", refusal: read.refusal };
  if (task === "verify") {
    await say({ kind: "working", seconds: VERIFY_SECONDS });
    return answerVerification(read.value);
  }
  if (task === "overview") {
    await say({ kind: "working", seconds: VERIFY_SECONDS });
    return answerOverview(read.value);
  }
  return answerPlacement(read.value, allowed, { solver, now }, (seconds) => say({ kind: "working", seconds }));
}

/** An exception is a bug; its name and place are logged, while its message could hold what the caller sent. */
function failure(error: unknown): Answer {
  const place = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => line.startsWith("    at ")) : [];
  return { status: "failed", message: `${error instanceof Error ? error.name : typeof error} ${place.slice(0, 4).join("")}` };
}

process.on("message", async (job: Job) => {
  const reply = await answer(job).catch(failure);
  await say({ kind: "done", answer: reply, memoryBytes: process.memoryUsage.rss() });
});
await say({ kind: "ready" });
