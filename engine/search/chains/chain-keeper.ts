import { at } from "../../model/instance.ts";
import type { IdleWatch } from "../local/idle-watch.ts";
import type { ChainTask } from "./chain-task.ts";

/** Judges chains: what they must keep, and what they must gain. */
export interface ChainKeeper {
  /** Notes the values that the next chain has to beat or keep. */
  begin(): void;
  /** Whether the chain may end here; who is owed a seat by then has been seated. Else nothing has changed. */
  mayEnd(): boolean;
}

/** Waiting candidates who may be seated at the end of a chain for every change it made. */
const SEATINGS = 4;

/** `costs`: of a person more on an opening, in the current stage, smaller being better. */
export function openKeeper(
  { stages, limits, keep, position }: Pick<ChainTask, "stages" | "limits" | "keep" | "position">,
  costs: Float64Array,
): ChainKeeper {
  const { dials, breaches, idle, chosen, compact } = position;
  const current = limits.length;
  const ceilings = Float64Array.from(limits, (limit, i) => (at(stages, i).sense === "minimise" ? limit : -limit));
  /** Values before the chain of the current stage, which must fall, and of those after it that may not rise. */
  const before = new Float64Array(1 + Math.min(keep, stages.length - current - 1));
  const isKept = (): boolean => {
    if ((dials[current]?.value() ?? 0) >= (before[0] ?? 0)) return false;
    for (let i = 1; i < before.length; i++) if ((dials[current + i]?.value() ?? 0) > (before[i] ?? 0)) return false;
    for (let i = 0; i < current; i++) if ((dials[i]?.value() ?? 0) > (ceilings[i] ?? 0)) return false;
    for (let i = 0; i < breaches.length; i++) if ((breaches[i]?.() ?? 0) > 0) return false;
    return true;
  };
  const costOf = (arc: number) => (arc < 0 ? 0 : (costs[compact.openingOf(arc)] ?? 0));
  /** What an arc costs whose candidate leaves another for it. */
  const rise = (arc: number) => costOf(arc) - costOf(chosen[compact.candidateOf(arc)] ?? -1);
  const gain = () => (before[0] ?? 0) - (dials[current]?.value() ?? 0);
  /** Who is idle beside a free seat of their nearest date: somebody for whom it costs nothing, else less than what is gained; -1 without, `null` where all cost more. */
  const cheapestIdle = (watch: IdleWatch): number | null => {
    let [cheap, isAny] = [-1, false];
    const free = watch.find((arc) => {
      const cost = rise(arc);
      if (cost > 0 && cheap < 0 && cost < gain()) cheap = arc;
      isAny = true;
      return cost <= 0;
    });
    if (free >= 0) return free;
    if (cheap >= 0) return cheap;
    return isAny ? null : -1;
  };
  /**
   * Seats those who wait beside a free seat and place of their nearest date. Who has just left a seat for a later date would often be put back into it, and
   * the chain undone, where somebody else may have it.
   */
  const seatIdle = (most: number): boolean => {
    if (idle === null) return true;
    for (let i = 0; i < most; i++) {
      const arc = cheapestIdle(idle);
      if (arc === null || arc < 0) return arc !== null;
      const own = chosen[compact.candidateOf(arc)] ?? -1;
      if (own >= 0) position.remove(own);
      position.add(arc);
    }
    return idle.find() < 0;
  };
  return {
    begin: () => {
      for (let i = 0; i < before.length; i++) before[i] = dials[current + i]?.value() ?? 0;
    },
    mayEnd: () => {
      if (!isKept()) return false;
      const changes = position.changes();
      if (seatIdle(SEATINGS * changes) && position.keepsSizes() && isKept()) return true;
      position.undoTo(changes);
      return false;
    },
  };
}
