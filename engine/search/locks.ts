import type { StageLock } from "../formulate/formulate.ts";
import type { Stage } from "../formulate/stages.ts";
import { at, type Instance } from "../model/instance.ts";
import { allowanceOf, worsen } from "./allowance.ts";

/** A stage with the value found for it, and the bound proven under the locks of that moment. */
export interface FoundStage {
  readonly stage: Stage;
  readonly found: number;
  readonly bound: number;
}

/** The locks a stage has to keep: strict inside its own tier, with the allowance for earlier ones. */
export function locksFor(stage: Stage, solved: readonly FoundStage[], instance: Instance): readonly StageLock[] {
  return solved.map(({ stage: earlier, found, bound }) => {
    const { allowance } = at(instance.round.policy.tiers, earlier.tier);
    const spend = earlier.tier === stage.tier ? 0 : allowanceOf(allowance, found);
    return { stage: earlier, limit: worsen(found, spend, earlier.sense), bound };
  });
}
