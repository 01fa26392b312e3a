import { type Prices, type SizeProgram, worthOfTypes } from "./size-program.ts";

/**
 * What every composition of this size costs at least, by the duals y of some earlier call, whatever the prices were then:
 *
 *     n y[0] + sum over i of min(0, r[i] - y[0] - sum of y[g] over the categories of i)
 *            + sum over g of (y[g] > 0 ? lower[g] : upper[g]) * y[g]  -  m W
 *
 * with 0 <= m <= over and |y[g]| <= w[g] + m: any such y is allowed, the best are those of the optimum (linear duality).
 */
export function sizeBound(program: SizeProgram, prices: Prices): number {
  const { block, size, cap, rows, lower, upper, duals } = program;
  const { typeOf } = block;
  const [persons, categories] = [block.persons.length, block.categories.length];
  const excess = rows > 1 + categories ? Math.min(prices.over, Math.max(0, -(duals[rows - 1] as number))) : 0;
  const y = new Float64Array(categories);
  const base = duals[0] as number;
  let bound = size * base - (excess === 0 ? 0 : excess * cap);
  for (let g = 0; g < categories; g++) {
    const most = (prices.deviations[g] as number) + excess;
    const dual = Math.min(most, Math.max(-most, duals[1 + g] as number));
    y[g] = dual;
    bound += dual * (dual > 0 ? (lower[g] as number) : (upper[g] as number));
  }
  const worth = worthOfTypes(program, base, y);
  for (let i = 0; i < persons; i++) {
    const reduced = (prices.persons[i] as number) - (worth[typeOf[i] as number] as number);
    if (reduced < 0) bound += reduced;
  }
  return bound;
}
