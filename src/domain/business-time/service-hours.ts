import { FIRST_YEAR, LAST_YEAR, WEEKDAYS } from '../calendar';
import type { Calendar, Interval } from '../calendar';
import { DAY_MS, zoneOf } from './zone';
import type { Zone } from './zone';

/** An open stretch of time in epoch milliseconds, [from, to). */
export interface Piece {
  readonly from: number;
  readonly to: number;
}

/** Instants outside [EARLIEST, LATEST) are not reckoned with. */
export const EARLIEST = Date.UTC(FIRST_YEAR, 0, 1);
export const LATEST = Date.UTC(LAST_YEAR + 1, 0, 1);

const BLOCK_DAYS = 16;
// An interval lies within three days of its date read as UTC: half a day of offset, a whole day when a zone crossed
// the date line, and its own length.
const MARGIN_DAYS = 3;

const known = new WeakMap<Calendar, ServiceHours>();

/** The service hours of a calendar; what was reckoned once is kept as long as the calendar object lives. */
export function serviceHoursOf(calendar: Calendar): ServiceHours {
  const cached = known.get(calendar);
  if (cached !== undefined) return cached;
  const hours = new ServiceHours(calendar);
  known.set(calendar, hours);
  return hours;
}

/** Open pieces in time order, one per interval and date, without overlaps; pieces that touch stay apart. */
export class ServiceHours {
  readonly #zone: Zone;
  readonly #weekly: readonly (readonly Piece[])[];
  readonly #lastBlock: number;
  readonly #blocks = new Map<number, readonly Piece[]>();

  constructor(private readonly calendar: Calendar) {
    this.#zone = zoneOf(calendar.timeZone);
    this.#weekly = WEEKDAYS.map((day) => (calendar.weekly[day] ?? []).map(wallPiece));
    this.#lastBlock = blockOf(this.#lastOpenDay() * DAY_MS) + 1;
  }

  /** The pieces that end after an instant, the first one cut to begin there. */
  *from(ms: number): Generator<Piece> {
    // A piece belongs to the block in which it begins, so one that began earlier may reach into this one.
    for (let block = blockOf(ms - MARGIN_DAYS * DAY_MS); block <= this.#lastBlock; block++) {
      for (const piece of this.#block(block)) {
        if (piece.to > ms) yield piece.from < ms ? { from: ms, to: piece.to } : piece;
      }
    }
  }

  /** The pieces that begin before an instant, latest first, the first one cut to end there; none that ended by `notBefore`. */
  *backFrom(ms: number, notBefore: number): Generator<Piece> {
    const firstBlock = blockOf(Math.max(notBefore, EARLIEST) - MARGIN_DAYS * DAY_MS);
    for (let block = Math.min(blockOf(ms), this.#lastBlock); block >= firstBlock; block--) {
      const pieces = this.#block(block);
      for (let index = pieces.length - 1; index >= 0; index--) {
        const piece = pieces[index];
        if (piece === undefined || piece.from >= ms) continue;
        if (piece.to <= notBefore) return;
        yield piece.to > ms ? { from: piece.from, to: ms } : piece;
      }
    }
  }

  /** Holidays whose normal hours would have shared time with [from, to), in date order. */
  holidaysWithin(from: number, to: number): { date: string; name: string }[] {
    const found: { date: string; name: string }[] = [];
    for (let day = dayOf(from) - MARGIN_DAYS; day <= dayOf(to) + MARGIN_DAYS; day++) {
      const date = dateOf(day);
      const name = this.calendar.holidays[date];
      if (name === undefined || this.calendar.exceptions[date] !== undefined) continue;
      const usual = this.#instants(day, this.#usual(day));
      if (usual.some((piece) => piece.from < to && piece.to > from)) found.push({ date, name });
    }
    return found;
  }

  #block(index: number): readonly Piece[] {
    const cached = this.#blocks.get(index);
    if (cached !== undefined) return cached;
    const pieces = this.#piecesOf(index);
    this.#blocks.set(index, pieces);
    return pieces;
  }

  #piecesOf(block: number): Piece[] {
    const firstDay = block * BLOCK_DAYS;
    const pieces: Piece[] = [];
    for (let day = firstDay - MARGIN_DAYS; day < firstDay + BLOCK_DAYS + MARGIN_DAYS; day++) {
      pieces.push(...this.#instants(day, this.#open(day)));
    }
    // A clock change can turn the order of intervals, even over midnight: sort what came out, not what went in.
    pieces.sort((a, b) => a.from - b.from);
    return withoutOverlaps(pieces).filter((piece) => blockOf(piece.from) === block);
  }

  #instants(day: number, wall: readonly Piece[]): Piece[] {
    const midnight = day * DAY_MS;
    return wall
      .map(({ from, to }) => ({
        from: this.#zone.instantOf(midnight + from),
        to: this.#zone.instantOf(midnight + to),
      }))
      .filter((piece) => piece.from < piece.to);
  }

  #open(day: number): readonly Piece[] {
    const date = dateOf(day);
    const exception = this.calendar.exceptions[date];
    if (exception !== undefined) return exception.map(wallPiece);
    return this.calendar.holidays[date] === undefined ? this.#usual(day) : [];
  }

  #usual(day: number): readonly Piece[] {
    // Day 0, 1 January 1970, was a Thursday.
    return this.#weekly[(((day + 3) % 7) + 7) % 7] ?? [];
  }

  #lastOpenDay(): number {
    if (this.#weekly.some((pieces) => pieces.length > 0)) return dayOf(LATEST);
    const open = Object.entries(this.calendar.exceptions).filter(([, intervals]) => intervals.length > 0);
    return Math.min(
      dayOf(LATEST),
      open.reduce((last, [date]) => Math.max(last, dayOf(Date.parse(date))), dayOf(EARLIEST)),
    );
  }
}

function withoutOverlaps(sorted: readonly Piece[]): Piece[] {
  let openUntil = -Infinity;
  return sorted.flatMap(({ from, to }) => {
    const piece = { from: Math.max(from, openUntil), to };
    openUntil = Math.max(openUntil, to);
    return piece.from < piece.to ? [piece] : [];
  });
}

/** Milliseconds after midnight, as the clock on the wall shows them. */
function wallPiece({ from, to }: Interval): Piece {
  return { from: wallMs(from), to: wallMs(to) };
}

function wallMs(time: string): number {
  return (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000;
}

function dayOf(ms: number): number {
  return Math.floor(ms / DAY_MS);
}

function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function blockOf(ms: number): number {
  return Math.floor(ms / (BLOCK_DAYS * DAY_MS));
}
