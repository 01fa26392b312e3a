import { at } from "../../model/instance.ts";
import type { Position } from "../../search/local/position.ts";
import { unitOf } from "../../search/local/stage-unit.ts";
import type { BaseRun } from "../base-run.ts";

/** How many stages of the base run a placement keeps, and how far it goes beyond the next one's limit. */
export interface Keep {
  readonly kept: number;
  readonly beyond: number;
}

/** How far a position under change is beyond the limits of a base run. */
export interface Strain {
  /** The stage's excess, in persons. */
  of(stage: number): number;
  /** The sum over all stages: 0 where nothing breaks. */
  total(): number;
  judge(): Keep;
}

/**
 * Reads the strain of a position over the base run's stages:
 *
 *     strain[i] = max(0, value[i] - limit[i]) / (what one person counts in stage i)
 *
 * Of a largest value every promotion or person beyond the limit counts.
 */
export function strainOn({ stages, instance }: BaseRun, { dials }: Position): Strain {
  const ceilings = Float64Array.from(stages, ({ stage, limit }) => (stage.sense === "minimise" ? limit : -limit));
  const units = Float64Array.from(stages, ({ stage }) => unitOf(stage, instance));
  const of = (stage: number) => at(dials, stage).beyond(ceilings[stage] as number) / (units[stage] as number);
  return {
    of,
    total: () => {
      let sum = 0;
      for (let stage = 0; stage < ceilings.length; stage++) sum += of(stage);
      return sum;
    },
    judge: () => {
      for (let kept = 0; kept < ceilings.length; kept++) {
        const beyond = at(dials, kept).value() - (ceilings[kept] as number);
        if (beyond > 0) return { kept, beyond };
      }
      return { kept: ceilings.length, beyond: 0 };
    },
  };
}

/** Whether a placement says more about a demand than another. */
export function isBetter(a: Keep, b: Keep | null): boolean {
  return b === null || a.kept > b.kept || (a.kept === b.kept && a.beyond < b.beyond);
}
