import type { FigureViolation } from "../../domain/violation.ts";

/** One step down a JSON Pointer (RFC 6901). */
export function below(path: string, step: string | number): string {
  return `${path}/${String(step).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

export function differs(path: string, reported: unknown, recomputed: unknown): FigureViolation {
  return { kind: "figure", path, reported: reported ?? null, recomputed: recomputed ?? null };
}

type Tree = Readonly<Record<string, unknown>>;

function isTree(value: unknown): value is Tree {
  return typeof value === "object" && value !== null;
}

/** How binary fractions round depends on the order of a sum: they are the same within 10^-12, relative to figures above 1. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a !== "number" || typeof b !== "number" || (Number.isInteger(a) && Number.isInteger(b))) return a === b;
  return Math.abs(a - b) <= 1e-12 * Math.max(1, Math.abs(a), Math.abs(b));
}

/** Every leaf in which what is reported differs from what was recomputed; an absent field (not a list's entry) counts as `null`. */
export function compare(path: string, reported: unknown, recomputed: unknown): FigureViolation[] {
  if (!isTree(reported) || !isTree(recomputed) || Array.isArray(reported) !== Array.isArray(recomputed)) {
    return isSame(reported ?? null, recomputed ?? null) ? [] : [differs(path, reported, recomputed)];
  }
  if (Array.isArray(reported) && Array.isArray(recomputed) && reported.length !== recomputed.length) {
    return [differs(path, reported, recomputed)];
  }
  const keys = new Set([...Object.keys(recomputed), ...Object.keys(reported)]);
  return [...keys].flatMap((key) => compare(below(path, key), reported[key], recomputed[key]));
}
