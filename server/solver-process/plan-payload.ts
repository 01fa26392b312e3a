import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { Solved } from "../../engine/simulate/comparison/solved.ts";
import type { RunOptions } from "../schemas/run.ts";
import { attachedSolved } from "./attached.ts";
import type { Answer } from "./messages.ts";
import type { TaskContext } from "./tasks.ts";

/** What the API stores of a plan besides its payload. */
export interface PlanSnapshot {
  readonly name: string;
  readonly digest: string;
  readonly summary: {
    readonly roundHash: string;
    readonly quality: string;
    readonly indicators: Solved["result"]["indicators"];
  };
}

/** Freezes a solved run as the payload of a plan: its round as it was solved, and its result. */
export function answerPlanSnapshot(value: unknown, context: TaskContext): Answer {
  const { round, result } = attachedSolved(context, value as RunOptions);
  const text = JSON.stringify({ round, result });
  const { quality, indicators } = result;
  const snapshot: PlanSnapshot = {
    name: round.id,
    digest: createHash("sha256").update(text).digest("hex"),
    summary: { roundHash: result.round.hash, quality, indicators },
  };
  const artifacts = [{ name: "plan", mediaType: "application/json", bytes: gzipSync(text) }];
  return { status: "answered", json: Buffer.from(JSON.stringify(snapshot)), artifacts };
}

/** The payload in the attachment `plan`. */
export function readPlan({ attachment }: TaskContext): Solved {
  const bytes = attachment("plan");
  if (bytes === null) throw new Error("the job came without its plan");
  return JSON.parse(gunzipSync(bytes).toString());
}
