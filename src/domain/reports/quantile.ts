/**
 * The smallest of the values that at least this share of them does not exceed (nearest rank); null of no values.
 * @param sorted in ascending order
 * @param share more than 0, at most 1: 0.5 is the median
 */
export function quantile(sorted: ArrayLike<number>, share: number): number | null {
  return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}
