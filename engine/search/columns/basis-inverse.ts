import { type SizeProgram, visitColumn } from "./size-program.ts";

/** Computes the inverse of the basis afresh (Gauss-Jordan with row exchanges). */
export function invertBasis(program: SizeProgram): void {
  const { rows, basis, inverse } = program;
  const matrix = new Float64Array(rows * rows);
  for (let j = 0; j < rows; j++) {
    visitColumn(program, basis[j] as number, (row, coefficient) => {
      matrix[row * rows + j] = coefficient;
    });
  }
  inverse.fill(0);
  for (let i = 0; i < rows; i++) inverse[i * rows + i] = 1;
  for (let j = 0; j < rows; j++) {
    let pivot = j;
    for (let i = j + 1; i < rows; i++) {
      if (Math.abs(matrix[i * rows + j] as number) > Math.abs(matrix[pivot * rows + j] as number)) pivot = i;
    }
    exchange(matrix, rows, j, pivot);
    exchange(inverse, rows, j, pivot);
    const factor = 1 / (matrix[j * rows + j] as number);
    scale(matrix, rows, j, factor);
    scale(inverse, rows, j, factor);
    for (let i = 0; i < rows; i++) {
      const times = matrix[i * rows + j] as number;
      if (i === j || times === 0) continue;
      subtract(matrix, rows, i, j, times);
      subtract(inverse, rows, i, j, times);
    }
  }
}

function exchange(matrix: Float64Array, rows: number, a: number, b: number): void {
  if (a === b) return;
  const kept = matrix.slice(a * rows, (a + 1) * rows);
  matrix.copyWithin(a * rows, b * rows, (b + 1) * rows);
  matrix.set(kept, b * rows);
}

function scale(matrix: Float64Array, rows: number, row: number, factor: number): void {
  for (let k = row * rows; k < (row + 1) * rows; k++) matrix[k] = (matrix[k] as number) * factor;
}

/** row a -= factor * row b. */
function subtract(matrix: Float64Array, rows: number, a: number, b: number, factor: number): void {
  for (let k = 0; k < rows; k++) {
    matrix[a * rows + k] = (matrix[a * rows + k] as number) - factor * (matrix[b * rows + k] as number);
  }
}

/** The inverse after the entering column, transformed by it, has taken the place of the one in row `leaving`. */
export function updateInverse({ inverse, rows }: SizeProgram, leaving: number, column: Float64Array): void {
  scale(inverse, rows, leaving, 1 / (column[leaving] as number));
  for (let i = 0; i < rows; i++) {
    const times = column[i] as number;
    if (i !== leaving && times !== 0) subtract(inverse, rows, i, leaving, times);
  }
}
