import { foundOnAll, type Guarantee } from "./guarantee.ts";

/** Values that are no list and no object, at any depth. */
function leavesIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 1;
  return Object.values(value).reduce((sum: number, inner) => sum + leavesIn(inner), 0);
}

/** G12: every reported figure equals its recomputation from round and placements alone; counted: the values reported. */
export const figuresEqual: Guarantee = ({ result, violations }) => {
  const { certificate: _, ...reported } = result;
  const differ = violations.some(({ kind }) => kind === "figure");
  return foundOnAll(differ ? "violated" : "holds", "figures", leavesIn(reported));
};
