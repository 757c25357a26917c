import { BusinessTimeError } from './business-time/business-time-error';
import { EARLIEST, LATEST, serviceHoursOf } from './business-time/service-hours';
import type { Piece } from './business-time/service-hours';
import type { Calendar } from './calendar';

export { BusinessTimeError };

/** How a deadline came about. Instants in epoch milliseconds; `counted` in time order, `skippedHolidays` in date order. */
export interface DeadlineExplanation {
  readonly due: number;
  readonly counted: readonly { readonly from: number; readonly to: number; readonly ms: number }[];
  readonly skippedHolidays: readonly { readonly date: string; readonly name: string }[];
}

const HOUR_MS = 3_600_000;

/**
 * The earliest instant with exactly `hours` of service time in [startMs, instant). A sum reached at closing time is due
 * at that closing; zero hours give the start itself. Instants in epoch milliseconds; hours may be fractions and are
 * rounded to the millisecond. Throws BusinessTimeError `no-working-time` when the calendar runs out.
 */
export function deadline(startMs: number, hours: number, calendar: Calendar): number {
  let due = startMs;
  for (const piece of countedPieces(startMs, hours, calendar)) due = piece.to;
  return due;
}

/**
 * The deadline with the pieces that were counted (one per interval and date) and the holidays that cost service time.
 * Throws as `deadline` does.
 */
export function explain(startMs: number, hours: number, calendar: Calendar): DeadlineExplanation {
  const counted = [...countedPieces(startMs, hours, calendar)].map(({ from, to }) => ({
    from,
    to,
    ms: to - from,
  }));
  const due = counted.at(-1)?.to ?? startMs;
  return { due, counted, skippedHolidays: serviceHoursOf(calendar).holidaysWithin(startMs, due) };
}

/** Service time in [fromMs, toMs), in milliseconds; 0 when the end is not after the beginning. */
export function elapsed(fromMs: number, toMs: number, calendar: Calendar): number {
  requireInstant(fromMs);
  requireInstant(toMs);
  let sum = 0;
  for (const piece of serviceHoursOf(calendar).from(fromMs)) {
    if (piece.from >= toMs) break;
    sum += Math.min(piece.to, toMs) - piece.from;
  }
  return sum;
}

/** The earliest instant from `atMs` on that lies in service hours: `atMs` itself when open, null when never again. */
export function nextOpening(atMs: number, calendar: Calendar): number | null {
  requireInstant(atMs);
  for (const piece of serviceHoursOf(calendar).from(atMs)) return piece.from;
  return null;
}

/** Whether an instant lies in service hours. The opening instant does, the closing instant does not. */
export function isOpen(atMs: number, calendar: Calendar): boolean {
  return nextOpening(atMs, calendar) === atMs;
}

/**
 * The latest instant with exactly `hours` of service time in [instant, deadlineMs). It always lies in service hours,
 * so that a reminder never goes out at night. Null when it would be earlier than `notBeforeMs`, or when the hours are
 * zero and the deadline itself is not in service hours.
 */
export function before(
  deadlineMs: number,
  hours: number,
  calendar: Calendar,
  notBeforeMs: number,
): number | null {
  requireInstant(deadlineMs);
  let left = millisecondsOf(hours);
  if (left === 0) return deadlineMs >= notBeforeMs && isOpen(deadlineMs, calendar) ? deadlineMs : null;
  for (const { from, to } of serviceHoursOf(calendar).backFrom(deadlineMs, notBeforeMs)) {
    if (left <= to - from) return to - left >= notBeforeMs ? to - left : null;
    left -= to - from;
  }
  return null;
}

/** The pieces that make up `hours`, the last one cut where the sum is reached. */
function* countedPieces(startMs: number, hours: number, calendar: Calendar): Generator<Piece> {
  requireInstant(startMs);
  let left = millisecondsOf(hours);
  if (left === 0) return;
  // What does not fit between here and the end of reckoning needs no search.
  if (left <= LATEST - startMs) {
    for (const piece of serviceHoursOf(calendar).from(startMs)) {
      const to = Math.min(piece.to, piece.from + left);
      yield { from: piece.from, to };
      left -= to - piece.from;
      if (left === 0) return;
    }
  }
  throw new BusinessTimeError('no-working-time', `The calendar has no ${hours} hours of service left`);
}

function millisecondsOf(hours: number): number {
  if (Number.isFinite(hours) && hours >= 0) return Math.round(hours * HOUR_MS);
  throw new BusinessTimeError('out-of-range', `Not a number of hours: ${hours}`);
}

function requireInstant(ms: number): void {
  if (Number.isInteger(ms) && ms >= EARLIEST && ms < LATEST) return;
  throw new BusinessTimeError('out-of-range', `Not an instant in whole milliseconds of 1900-2299: ${ms}`);
}
