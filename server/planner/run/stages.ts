import type { ProgressShape } from "../api/shapes.ts";

/** One number being improved: a tier, or one entry of a tier whose value is a list. */
export interface Stage {
  readonly key: string;
  readonly last: ProgressShape;
  readonly moments: readonly ProgressShape[];
}

/** The moments of a run, stage by stage in their order; the last one is still open while the run goes on. */
export function stagesOf(moments: readonly ProgressShape[]): readonly Stage[] {
  const groups = Map.groupBy(moments, ({ tier, entry }) => `${tier}.${entry}`);
  return [...groups].flatMap(([key, list]) => {
    const last = list.at(-1);
    return last === undefined ? [] : [{ key, last, moments: list }];
  });
}

/** |best - bound| / max(1, |best|): how far the best found can be from the best there is; `null` while one is not known. */
export function gapOf({ incumbent, bound }: Pick<ProgressShape, "incumbent" | "bound">): number | null {
  if (incumbent === null || bound === null) return null;
  return Math.abs(incumbent - bound) / Math.max(1, Math.abs(incumbent));
}
