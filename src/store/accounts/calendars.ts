import { Schema, type Connection, type Model } from 'mongoose';
import type { Calendar, VersionedCalendar } from '../../domain/calendar';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { oncePer } from '../mongo/once-per';
import { addVersion, currentVersion, currentVersions, type CurrentVersionsStore } from './current-versions';
import { ImmutableCache } from './immutable-cache';

/** One version of a calendar, `_id = id:version`; never changed once written. */
export interface CalendarDocument {
  _id: string;
  calendar: VersionedCalendar;
  createdAt: Date;
  /** Id of the person; null when it came with the installation. */
  createdBy: string | null;
}

/** The part of the store that holds them. */
export type CalendarsStore = Holds<'calendars', CalendarDocument>;

const cacheOf = oncePer<Model<CalendarDocument>, ImmutableCache<VersionedCalendar>>(
  () => new ImmutableCache(),
);

export function calendarModel(connection: Connection): Model<CalendarDocument> {
  const schema = strictSchema('calendars', {
    _id: { type: String, required: true },
    calendar: { type: Schema.Types.Mixed, required: true },
    createdAt: { type: Date, required: true },
    createdBy: { type: String, default: null },
  });
  return collection<CalendarDocument>(connection, 'Calendar', schema);
}

/** The version that holds now; null when there is no such calendar. */
export async function findCalendar(
  store: CalendarsStore & CurrentVersionsStore,
  id: string,
): Promise<VersionedCalendar | null> {
  const version = await currentVersion(store, `calendar:${id}`);
  return version === 0 ? null : findCalendarVersion(store, id, version);
}

/** Every calendar as it holds now, by id: an installation has a handful. */
export async function listCalendars(
  store: CalendarsStore & CurrentVersionsStore,
): Promise<VersionedCalendar[]> {
  const held = await currentVersions(store, 'calendar');
  const found = await Promise.all(held.map(({ id, version }) => findCalendarVersion(store, id, version)));
  return found.filter((calendar) => calendar !== null);
}

export async function findCalendarVersion(
  store: CalendarsStore,
  id: string,
  version: number,
): Promise<VersionedCalendar | null> {
  const key = `${id}:${version}`;
  const load = async (): Promise<VersionedCalendar | null> =>
    (await store.calendars.findById(key).lean<CalendarDocument>().exec())?.calendar ?? null;
  return cacheOf(store.calendars).read(key, load);
}

/**
 * Makes the next version of a calendar, or the first. Expects a sound one (`calendarProblems`). Null when `after` is not
 * the present version any more.
 */
export async function addCalendarVersion(
  store: CalendarsStore & CurrentVersionsStore,
  id: string,
  { timeZone, weekly, holidays, exceptions }: Calendar,
  { now, by, after }: { now: Date; by: string | null; after?: number | undefined },
): Promise<VersionedCalendar | null> {
  const at = (version: number): VersionedCalendar => ({
    id,
    version,
    timeZone,
    weekly,
    holidays,
    exceptions,
  });
  const version = await addVersion(store, `calendar:${id}`, after, (next) =>
    store.calendars.insertMany([{ _id: `${id}:${next}`, calendar: at(next), createdAt: now, createdBy: by }]),
  );
  return version === null ? null : at(version);
}
