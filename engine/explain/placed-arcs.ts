import type { Result } from "../domain/result.ts";
import { arcsOfPlacements } from "../model/arcs-of-placements.ts";
import type { Instance } from "../model/instance.ts";

/** The arcs that a result's placements stand for, ascending; placements that no arc stands for are left out. */
export function placedArcs(instance: Instance, { outcomes }: Pick<Result, "outcomes">): readonly number[] {
  const placements = outcomes.filter((outcome) => "promotion" in outcome);
  return arcsOfPlacements(instance, placements).toSorted((a, b) => a - b);
}
