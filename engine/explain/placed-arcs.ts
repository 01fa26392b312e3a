import type { Result } from "../domain/result.ts";
import type { Instance } from "../model/instance.ts";

/** The arcs that a result's placements stand for, ascending; placements that no arc stands for are left out. */
export function placedArcs({ round, arcs }: Instance, { outcomes }: Pick<Result, "outcomes">): readonly number[] {
  const key = (promotion: string, missions: readonly string[]) => JSON.stringify([promotion, missions]);
  const placed = new Map(
    outcomes.flatMap((outcome) =>
      "promotion" in outcome ? [[outcome.candidate, key(outcome.promotion, outcome.missions)]] : [],
    ),
  );
  const ids = (list: readonly { readonly id: string }[], indices: readonly number[]) =>
    indices.map((index) => list[index]?.id ?? "");
  return arcs.flatMap(({ candidate, promotion, missions }, arc) => {
    const [id = ""] = ids(round.candidates, [candidate]);
    const [where = ""] = ids(round.promotions, [promotion]);
    return placed.get(id) === key(where, ids(round.missions, missions)) ? [arc] : [];
  });
}
