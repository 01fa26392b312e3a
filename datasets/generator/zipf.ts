const UNIT = 10n ** 30n;

/**
 * Whole-number weights proportional to 1 / rank^0.8, for ranks 1 to `count`: weight = floor(10^6 / rank^(4/5)), the largest w with
 * w^5 rank^4 <= 10^30. Exact, because `Math.pow` may differ in the last digit from one machine to the next.
 */
export function zipfWeights(count: number): number[] {
  const weights: number[] = [];
  let above = 1_000_000;
  for (let rank = 1; rank <= count; rank += 1) {
    const limit = UNIT / BigInt(rank) ** 4n;
    let low = 1;
    let high = above;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (BigInt(middle) ** 5n <= limit) low = middle;
      else high = middle - 1;
    }
    weights.push(low);
    above = low;
  }
  return weights;
}
