import { invertBasis, updateInverse } from "./basis-inverse.ts";
import { chooseColumn, priceRows } from "./choose-column.ts";
import { BASIC, limitOf, type Prices, type SizeProgram, visitColumn } from "./size-program.ts";

const TOLERANCE = 1e-9;
/** Pivots after which a call is broken off: the duals are then merely not the best. */
const MOST_PIVOTS = 400;
/** Pivots without progress after which the first column that gains is taken instead of the best: this ends cycles. */
const PATIENCE = 60;
/** Pivots after which the inverse is computed afresh. */
const REFRESH = 200;

/**
 * Primal simplex with bounded columns (Dantzig's rule) from the basis of the last call. Afterwards `duals` price the rows, and
 * `visitServing` tells who serves. Returns the pivots made.
 */
export function solveSize(program: SizeProgram, prices: Prices): number {
  const column = new Float64Array(program.rows);
  let stalled = 0;
  for (let pivots = 0; pivots < MOST_PIVOTS; pivots++) {
    if (pivots % REFRESH === REFRESH - 1) invertBasis(program);
    priceRows(program, prices);
    const entering = chooseColumn(program, prices, stalled > PATIENCE);
    if (entering < 0) return pivots;
    stalled = pivot(program, entering, column) > TOLERANCE ? 0 : stalled + 1;
  }
  return MOST_PIVOTS;
}

/** The persons who serve in the last optimum, each with a share from 0 to 1. */
export function visitServing({ block, basis, value, state }: SizeProgram, visit: (person: number, share: number) => void): void {
  const persons = block.persons.length;
  for (let i = 0; i < persons; i++) if (state[i] === 1) visit(i, 1);
  basis.forEach((column, row) => {
    if (column < persons && (value[row] as number) > TOLERANCE) visit(column, value[row] as number);
  });
}

/** Persons outside the bands in the last optimum. */
export function outsideOf({ block, basis, value }: SizeProgram): number {
  const [persons, categories] = [block.persons.length, block.categories.length];
  return basis.reduce(
    (sum, column, row) => sum + (column >= persons && column < persons + 2 * categories ? (value[row] as number) : 0),
    0,
  );
}

/** Moves a column from its bound as far as the others allow; returns the length of the move. */
function pivot(program: SizeProgram, entering: number, column: Float64Array): number {
  const { rows, basis, value, state, inverse } = program;
  column.fill(0);
  visitColumn(program, entering, (row, coefficient) => {
    for (let i = 0; i < rows; i++) column[i] = (column[i] as number) + coefficient * (inverse[i * rows + row] as number);
  });
  const direction = state[entering] === 0 ? 1 : -1;
  const { length, leaving } = ratioTest(program, direction, column, limitOf(program, entering));
  for (let i = 0; i < rows; i++) value[i] = (value[i] as number) - direction * length * (column[i] as number);
  if (leaving < 0) {
    state[entering] = 1 - (state[entering] as number);
    return length;
  }
  state[basis[leaving] as number] = direction * (column[leaving] as number) > 0 ? 0 : 1;
  value[leaving] = direction > 0 ? length : limitOf(program, entering) - length;
  state[entering] = BASIC;
  basis[leaving] = entering;
  updateInverse(program, leaving, column);
  return length;
}

/** How far the entering column can move, and the row whose column stops it first (-1: its own other bound does). */
function ratioTest(
  program: SizeProgram,
  direction: number,
  column: Float64Array,
  most: number,
): { readonly length: number; readonly leaving: number } {
  const { rows, basis, value } = program;
  let length = most;
  let leaving = -1;
  for (let i = 0; i < rows; i++) {
    const slope = direction * (column[i] as number);
    if (Math.abs(slope) < TOLERANCE) continue;
    const room = slope > 0 ? (value[i] as number) : limitOf(program, basis[i] as number) - (value[i] as number);
    const step = Math.max(0, room) / Math.abs(slope);
    const closer = step < length - TOLERANCE;
    const steadier = leaving >= 0 && step <= length + TOLERANCE && Math.abs(slope) > Math.abs(column[leaving] as number);
    if (!closer && !steadier) continue;
    length = Math.min(length, step);
    leaving = i;
  }
  return { length, leaving };
}
