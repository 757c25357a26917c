const DAY_MS = 86_400_000;

/** Whole days from today to a day; negative when it has passed. */
export function daysUntil(day: string, now = Date.now()): number {
  return Math.ceil((Date.parse(`${day}T23:59:59.000Z`) - now) / DAY_MS) - 1;
}
