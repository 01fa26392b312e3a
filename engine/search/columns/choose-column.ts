import { BASIC, costOf, type Prices, type SizeProgram, worthOfTypes } from "./size-program.ts";

const TOLERANCE = 1e-9;

/** duals = prices of the basic columns * inverse. */
export function priceRows(program: SizeProgram, prices: Prices): void {
  const { rows, basis, inverse, duals } = program;
  duals.fill(0);
  for (let i = 0; i < rows; i++) {
    const cost = costOf(program, prices, basis[i] as number);
    if (cost === 0) continue;
    for (let k = 0; k < rows; k++) duals[k] = (duals[k] as number) + cost * (inverse[i * rows + k] as number);
  }
}

/** The column whose move from its bound gains most per unit (or the first that gains), or -1. */
export function chooseColumn(program: SizeProgram, prices: Prices, first: boolean): number {
  const { block, state, duals } = program;
  const { typeOf } = block;
  const persons = block.persons.length;
  const worth = worthOfTypes(program, duals[0] as number, duals.subarray(1, 1 + block.categories.length));
  let best = TOLERANCE;
  let chosen = -1;
  for (let i = 0; i < persons; i++) {
    const gain = (worth[typeOf[i] as number] as number) - (prices.persons[i] as number);
    const side = state[i];
    if (side === 0 ? gain <= best : side === BASIC || -gain <= best) continue;
    best = Math.abs(gain);
    chosen = i;
    if (first) return chosen;
  }
  return first && chosen >= 0 ? chosen : chooseOther(program, prices, { best, chosen });
}

/** The same among the columns that are no persons; `sofar` is the best of the others. */
function chooseOther(program: SizeProgram, prices: Prices, sofar: { readonly best: number; readonly chosen: number }): number {
  const { block, rows, state, duals, lower, upper } = program;
  const [persons, categories] = [block.persons.length, block.categories.length];
  let { best, chosen } = sofar;
  const consider = (column: number, reduced: number): void => {
    const gain = state[column] === 0 ? -reduced : state[column] === 1 ? reduced : 0;
    if (gain <= best) return;
    best = gain;
    chosen = column;
  };
  const capped = rows > 1 + categories;
  const cap = capped ? (duals[rows - 1] as number) : 0;
  for (let g = 0; g < categories; g++) {
    const dual = duals[1 + g] as number;
    const price = (prices.deviations[g] as number) - cap;
    consider(persons + g, price - dual);
    consider(persons + categories + g, price + dual);
    if (upper[g] !== lower[g]) consider(persons + 2 * categories + g, -dual);
  }
  if (capped) {
    consider(persons + 3 * categories, prices.over + cap);
    consider(persons + 3 * categories + 1, -cap);
  }
  return chosen;
}
