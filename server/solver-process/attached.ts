import { gunzipSync } from "node:zlib";
import type { Result } from "../../engine/domain/result.ts";
import type { RoundJson } from "../../engine/input/round-schema.ts";
import type { Solved } from "../../engine/simulate/comparison/solved.ts";
import type { RunOptions } from "../schemas/run.ts";
import { withOptions } from "./run-of.ts";
import type { TaskContext } from "./task-context.ts";

/** The stored round in an attachment (gzip of JSON); it was checked when it was stored. A job that comes without it is an exception. */
export function attachedRound({ attachment }: TaskContext, name = "round"): RoundJson {
  const bytes = attachment(name);
  if (bytes === null) throw new Error(`the job came without its ${name}`);
  return JSON.parse(gunzipSync(bytes).toString());
}

/** A solved run: its round as the run asked for it, and its result, out of the attachments `round<suffix>` and `result<suffix>`. */
export function attachedSolved(context: TaskContext, options: RunOptions, suffix = ""): Solved {
  const bytes = context.attachment(`result${suffix}`);
  if (bytes === null) throw new Error(`the job came without its result${suffix}`);
  const result: Result = JSON.parse(Buffer.from(bytes).toString());
  // A checked round with checked options is a round.
  return { round: withOptions(attachedRound(context, `round${suffix}`), options) as RoundJson, result };
}
