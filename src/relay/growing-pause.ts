/** A pause that doubles with every time it is taken. All in milliseconds; `times` counts from 0. */
export function growingPause({ first, most }: { first: number; most: number }, times: number): number {
  return Math.min(most, first * 2 ** Math.min(times, 20));
}
