import type { ObjectiveId } from "../../domain/policy.ts";
import type { CompositionMeter } from "../../search/local/composition-meter.ts";
import type { Admits } from "../../search/local/swaps.ts";
import type { BaseRun } from "../base-run.ts";
import type { Strain } from "./strain.ts";

/** Refuses swaps by the bands alone, before they are made. */
export interface SwapGate {
  readonly admits: Admits;
  /** What the strain is, and how much it may rise with the next move. */
  set(strain: number, rise: number): void;
}

/**
 * A gate for moves judged by their strain: what a swap adds beyond the limits on composition must be allowed, or made up for by all that is
 * beyond other limits.
 */
export function openSwapGate({ stages }: BaseRun, strain: Strain, { value }: CompositionMeter): SwapGate {
  const of = (id: ObjectiveId) =>
    stages.findIndex(({ stage: { objectives } }) => objectives.length === 1 && objectives[0] === id);
  const [total, worst] = [of("representativeness"), of("worst-promotion")];
  const [mostInAll, most] = [total, worst].map((stage) => stages[stage]?.limit ?? Infinity) as [number, number];
  const over = (deviation: number, limit: number) => Math.max(0, deviation - limit);
  const at = (stage: number) => (stage < 0 ? 0 : strain.of(stage));
  let [now, allowed] = [0, 0];
  return {
    admits: ({ before, after, otherBefore, otherAfter }) => {
      const outside = value();
      const rises =
        over(outside + after + otherAfter - before - otherBefore, mostInAll) -
        over(outside, mostInAll) +
        (over(after, most) + over(otherAfter, most) - over(before, most) - over(otherBefore, most));
      return rises <= allowed || rises <= allowed + now - at(total) - at(worst);
    },
    set: (strainNow, rise) => {
      [now, allowed] = [strainNow, rise];
    },
  };
}
