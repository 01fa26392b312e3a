import { randomBytes } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { bundleSchema } from "../../engine/bundle/bundle.ts";
import { eraseBundle } from "../../engine/bundle/erase-bundle.ts";
import { makeBundle } from "../../engine/bundle/make-bundle.ts";
import { contentsOf } from "../../engine/bundle/parts.ts";
import { verifyBundle } from "../../engine/bundle/verify-bundle.ts";
import type { Solved } from "../../engine/simulate/comparison/solved.ts";
import type { RunOptions } from "../schemas/run.ts";
import type { Answer } from "./answer.ts";
import { attachedSolved } from "./attached.ts";
import type { TaskContext } from "./task-context.ts";

/** What the API stores of a plan besides its bundle. */
export interface PlanSnapshot {
  readonly name: string;
  /** Last link of the bundle's chain. */
  readonly head: string;
  readonly summary: {
    readonly roundHash: string;
    readonly quality: string;
    readonly indicators: Solved["result"]["indicators"];
  };
}

const SALT_BYTES = 16;

/** The bundle of a solved run, with a new salt for each entry; one that does not verify is an internal failure. */
function bundleOf({ round, result }: Solved): { readonly text: string; readonly head: string } {
  const text = makeBundle({ round, result, salt: () => randomBytes(SALT_BYTES).toString("hex") });
  const { issues, head } = verifyBundle(text);
  if (issues.length > 0 || head === null) throw new Error(`the bundle does not verify: ${issues[0]?.code}`);
  return { text, head };
}

/** The bundle of the solved run in the attachments. */
export function answerBundle(value: unknown, context: TaskContext): Answer {
  return { status: "answered", json: Buffer.from(bundleOf(attachedSolved(context, value as RunOptions)).text) };
}

/** Freezes a solved run as what a plan holds: its bundle, and what will be left of that once its personal parts are erased. */
export function answerPlanSnapshot(value: unknown, context: TaskContext): Answer {
  const solved = attachedSolved(context, value as RunOptions);
  const { text, head } = bundleOf(solved);
  const remains = eraseBundle(text);
  if ("unreadable" in remains) throw new Error(`the bundle cannot be read: ${remains.unreadable}`);
  const { quality, indicators, round } = solved.result;
  const snapshot: PlanSnapshot = { name: solved.round.id, head, summary: { roundHash: round.hash, quality, indicators } };
  const artifact = (name: string, content: string) => ({ name, mediaType: "application/json", bytes: gzipSync(content) });
  return {
    status: "answered",
    json: Buffer.from(JSON.stringify(snapshot)),
    artifacts: [artifact("bundle", text), artifact("remains", remains.text)],
  };
}

/** The round and result in the bundle of the plan in the attachment `plan`. */
export function readPlan({ attachment }: TaskContext): Solved {
  const bytes = attachment("plan");
  if (bytes === null) throw new Error("the job came without its plan");
  const { entries } = bundleSchema.parse(JSON.parse(gunzipSync(bytes).toString()));
  const contents = contentsOf(entries);
  if (contents === null) throw new Error("the plan is not whole");
  // Both were checked before they were bundled.
  return { round: contents.round as Solved["round"], result: contents.result as Solved["result"] };
}
