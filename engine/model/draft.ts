import type { Instance } from "./instance.ts";
import type { Origin } from "./linear-model.ts";
import { createModelBuilder, type ModelBuilder } from "./model-builder.ts";

/** An integer program being written for one instance. Column j < arcs.length is arc j. */
export interface Draft {
  readonly instance: Instance;
  readonly builder: ModelBuilder;
  /** How many placements this round can make, as far as proven: [fewest, most]. */
  readonly placements: readonly [number, number];
  /**
   * Write the sizes that a promotion may not have as well, and leave it to the rows of `promotion-size` to forbid them: then these
   * rows alone carry the rule, and can be taken out to find what conflicts. Without, the program is tighter.
   */
  readonly everySize: boolean;
  /** Column families written so far, by key: several rules and objectives share them. */
  readonly families: Map<string, unknown>;
}

/** A draft with one binary column per arc and no rows. */
export function startDraft(instance: Instance, placements: readonly [number, number], everySize = false): Draft {
  const { candidates, promotions } = instance.round;
  const originOf = (column: number): Origin => {
    const arc = instance.arcs.get(column);
    const subject = {
      candidate: candidates[arc.candidate]?.id ?? "",
      choice: String(arc.choice + 1),
      promotion: promotions[arc.promotion]?.id ?? "",
    };
    return { source: "three-choices", subject };
  };
  const builder = createModelBuilder({ count: instance.arcs.count, originOf });
  return { instance, builder, placements, everySize, families: new Map() };
}

/** The column family `key`, written on first use. */
export function family<T>(draft: Draft, key: string, write: () => T): T {
  if (!draft.families.has(key)) draft.families.set(key, write());
  return draft.families.get(key) as T;
}
