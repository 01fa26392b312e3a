/**
 * `total` whole things shared out by `weights` with the largest remainders (ties: the earlier); the shares sum to `total`. Weights are
 * whole numbers, not all 0; `total` x weight must stay a safe integer.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = weights.map((weight) => Math.floor((total * weight) / sum));
  const remainders = weights.map((weight, index) => ({ index, remainder: (total * weight) % sum }));
  remainders.sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const left = total - shares.reduce((a, b) => a + b, 0);
  for (const { index } of remainders.slice(0, left)) shares[index] = (shares[index] ?? 0) + 1;
  return shares;
}
