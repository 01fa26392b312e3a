import { invertBasis } from "./basis-inverse.ts";
import type { PromotionBlock } from "./promotion-block.ts";
import { BASIC, type SizeProgram } from "./size-program.ts";

/** A program with a first feasible basis: the first n persons serve. */
export function openSizeProgram(block: PromotionBlock, k: number, cap: number): SizeProgram {
  const [persons, categories] = [block.persons.length, block.categories.length];
  const rows = 1 + categories + (Number.isFinite(cap) ? 1 : 0);
  const size = block.sizes[k] ?? 0;
  const program: SizeProgram = {
    block,
    size,
    cap,
    rows,
    lower: block.lower.slice(k * categories, (k + 1) * categories),
    upper: block.upper.slice(k * categories, (k + 1) * categories),
    basis: new Int32Array(rows),
    value: new Float64Array(rows),
    state: new Uint8Array(persons + 3 * categories + 2),
    inverse: new Float64Array(rows * rows),
    duals: new Float64Array(rows),
    worth: new Float64Array(block.examples.length),
  };
  const { basis, value, state, lower, upper } = program;
  const counts = new Int32Array(categories + 1);
  for (let i = 0; i < size; i++) {
    state[i] = 1;
    for (let d = 0; d < block.dimensions; d++) tally(counts, block.categoryOf[i * block.dimensions + d] as number);
  }
  basis[0] = 0;
  value[0] = 1;
  let outside = 0;
  for (let g = 0; g < categories; g++) {
    const [count, from, until] = [counts[g] as number, lower[g] as number, upper[g] as number];
    const side = count < from ? 0 : count > until ? 1 : 2;
    basis[1 + g] = persons + side * categories + g;
    value[1 + g] = side === 0 ? from - count : side === 1 ? count - until : until - count;
    if (side === 0) state[persons + 2 * categories + g] = 1;
    if (side !== 2) outside += value[1 + g] as number;
  }
  if (rows > 1 + categories) {
    basis[rows - 1] = persons + 3 * categories + (outside > cap ? 0 : 1);
    value[rows - 1] = Math.abs(outside - cap);
  }
  for (const column of basis) state[column] = BASIC;
  invertBasis(program);
  return program;
}

const tally = (counts: Int32Array, index: number): void => {
  counts[index] = (counts[index] as number) + 1;
};
