/**
 * An instant as an ISO 8601 UTC string with milliseconds, e.g. `2026-11-30T20:05:00.000Z`.
 * Strings of this one form sort like the instants they name, travel through Temporal, MongoDB and HTTP
 * unchanged, and are readable in the Web UI.
 */
export type Instant = string;

/** Epoch milliseconds of an instant. */
export function epochMs(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant at `ms` epoch milliseconds. */
export function instantAt(ms: number): Instant {
  return new Date(ms).toISOString();
}
