import { at } from "../model/instance.ts";

/** Lexicographic order of two lists of values, smaller being better. */
export function isBefore(a: readonly number[], b: readonly number[]): boolean {
  const position = a.findIndex((value, i) => value !== at(b, i));
  return position >= 0 && at(a, position) < at(b, position);
}
