import type { Stage } from "../../formulate/stages.ts";
import type { CompositionMeter } from "./composition-meter.ts";
import type { Admits } from "./swaps.ts";

/** Decides on a swap by the bands alone: whether it could be accepted once it is made. */
export interface CompositionGate {
  /** What composition is to the stage at work: what it counts, a lock, or nothing. */
  readonly composition: "aim" | "lock" | "none";
  readonly admits: Admits;
  /** How much the energy of the stage at work may rise with the next move, and the value below which its maximum is driven. */
  set(rise: number, target: number): void;
}

/** What later stages may make up for: a rise by less than this is not refused out of hand. */
const MARGIN = 0.4;

/** The composition that a stage counts and nothing else, person by person; `null` for any other stage. */
function compositionOf(stage: Stage | undefined): "total" | "worst" | null {
  const reading = stage?.reading();
  const [term] = reading?.terms ?? [];
  if (reading === undefined || term === undefined || reading.terms.length > 1) return null;
  const { gauge, factor } = term;
  return gauge.kind === "composition" && !gauge.hard && factor === 1 && reading.constant === 0 ? gauge.of : null;
}

/**
 * A gate for the first stage without a limit. Locked stages of composition cap what a promotion, and all of them, may lie outside; the
 * stage at work lets through what its energy may rise by.
 */
export function compositionGate(
  stages: readonly Stage[],
  limits: readonly number[],
  { value }: CompositionMeter,
): CompositionGate {
  let [most, mostInAll] = [Infinity, Infinity];
  limits.forEach((limit, i) => {
    const of = compositionOf(stages[i]);
    if (of === "worst") most = limit;
    else if (of === "total") mostInAll = limit;
  });
  const current = compositionOf(stages[limits.length]);
  let allowed = Infinity;
  let aim = 0;
  const beyond = (deviation: number) => Math.max(0, deviation - aim);
  const isLocked = most < Infinity || mostInAll < Infinity;
  return {
    composition: current !== null ? "aim" : isLocked ? "lock" : "none",
    set: (rise, target) => {
      allowed = rise + MARGIN;
      aim = target;
    },
    admits: ({ before, after, otherBefore, otherAfter }) => {
      if ((after > most && after > before) || (otherAfter > most && otherAfter > otherBefore)) return false;
      const rise = after + otherAfter - before - otherBefore;
      if (rise > 0 && value() + rise > mostInAll) return false;
      if (current === "total") return rise <= allowed;
      if (current === "worst") return beyond(after) + beyond(otherAfter) - beyond(before) - beyond(otherBefore) <= allowed;
      return true;
    },
  };
}
