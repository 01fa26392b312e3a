/** The q-quantile of ascending numbers by nearest rank, rounded; 0 of none. */
export function quantile(ascending: readonly number[], q: number): number {
  return Math.round(ascending[Math.max(0, Math.ceil(q * ascending.length) - 1)] ?? 0);
}
