/** Wall times of one IANA zone. A wall time is written as the epoch milliseconds it would have in UTC. */
export interface Zone {
  /** The instant of a wall time. In a gap it moves forward by the gap's length, in an overlap it is the first of the two. */
  instantOf(wallMs: number): number;
}

export const DAY_MS = 86_400_000;

const MAX_ZONES = 64;
const zones = new Map<string, Zone>();

/** The zone of an IANA name, shared by all calendars so that its offsets are read once. Throws a RangeError on an unknown name. */
export function zoneOf(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known !== undefined) return known;
  if (zones.size >= MAX_ZONES) zones.clear();
  const zone = createZone(timeZone);
  zones.set(timeZone, zone);
  return zone;
}

function createZone(timeZone: string): Zone {
  const offsetAt = cachedOffsets(offsetReader(timeZone));
  return {
    instantOf: (wallMs) => {
      // No zone is a day from UTC, so these two instants lie surely before and after the wall time.
      const before = offsetAt(wallMs - DAY_MS);
      const after = offsetAt(wallMs + DAY_MS);
      const instant = wallMs - before;
      if (before === after || offsetAt(instant) === before) return instant;
      const later = wallMs - after;
      return offsetAt(later) === after ? later : instant;
    },
  };
}

// Reading an offset costs microseconds, and no zone changes its offset twice within one UTC day: where a day begins and
// ends alike, its offset is known.
function cachedOffsets(read: (ms: number) => number): (ms: number) => number {
  const midnights = new Map<number, number>();
  const midnightOffset = (day: number): number => {
    const known = midnights.get(day);
    if (known !== undefined) return known;
    const offset = read(day * DAY_MS);
    midnights.set(day, offset);
    return offset;
  };
  return (ms) => {
    const day = Math.floor(ms / DAY_MS);
    const offset = midnightOffset(day);
    return offset === midnightOffset(day + 1) ? offset : read(ms);
  };
}

function offsetReader(timeZone: string): (ms: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (ms) => {
    const field: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(ms)) field[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = field;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(ms / 1000) * 1000;
  };
}
