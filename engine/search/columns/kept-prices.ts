import type { StageLock } from "../../formulate/formulate.ts";
import type { Stage } from "../../formulate/stages.ts";
import type { RunState, StageWork } from "../run-state.ts";
import type { Narrowing } from "./narrow.ts";
import { narrowStage } from "./narrow-stage.ts";

const KEY = "prices of representativeness";

/** The best multipliers of whole compositions for representativeness, under the locks they were found for. */
interface KeptPrices {
  readonly locks: readonly StageLock[];
  readonly multipliers: Float64Array;
}

const isTotal = ({ objectives }: Stage): boolean => objectives.length === 1 && objectives[0] === "representativeness";

/** Keeps the multipliers of a stage for those after it, where it is representativeness. */
export function keepPrices(
  { memory }: Pick<RunState, "memory">,
  { stage, locks }: Pick<StageWork, "stage" | "locks">,
  multipliers: Float64Array,
): void {
  if (isTotal(stage)) memory.set(KEY, { locks, multipliers } satisfies KeptPrices);
}

/**
 * What no placement within the lock on representativeness has, by the multipliers kept: for stages that whole compositions say nothing of by themselves.
 * `undefined` where nothing is kept.
 */
export function narrowByLock(
  { instance, stages, memory }: Pick<RunState, "instance" | "stages" | "memory">,
  locks: readonly StageLock[],
): Narrowing | undefined {
  const kept = memory.get(KEY) as KeptPrices | undefined;
  const lock = locks.find(({ stage }) => isTotal(stage));
  if (kept === undefined || lock === undefined) return undefined;
  return narrowStage({ instance, stages, locks: kept.locks, value: lock.limit + 1 }, kept.multipliers) ?? undefined;
}
