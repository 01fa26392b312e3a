import type { Result } from "../../engine/domain/result.ts";
import type { Round } from "../../engine/domain/round.ts";
import { type BaseRun, openBaseRun, recordsOf } from "../../engine/explain/base-run.ts";
import { placedArcs } from "../../engine/explain/placed-arcs.ts";
import { buildInstance } from "../../engine/formulate/build-instance.ts";

/** The base run that a result stands for. */
export function baseOf(round: Round, result: Result): BaseRun {
  const instance = buildInstance(round);
  return openBaseRun(instance, placedArcs(instance, result), recordsOf(result));
}
