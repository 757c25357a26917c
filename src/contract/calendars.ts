import { z } from 'zod';
import { deadlineSchema } from './deadline';
import { id, instant } from './fields';
import { pageOf, pageQuery } from './page';
import { defineRoute, versionTag } from './route';

const TAG = 'Calendars';

// Shapes only: what the values may be is `calendarProblems`' to say.
const intervals = z
  .array(z.strictObject({ from: z.string().max(5), to: z.string().max(5) }))
  .max(100)
  .readonly();
const shape = {
  timeZone: z.string().min(1).max(100),
  /** "1" is Monday, "7" is Sunday. */
  weekly: z.record(z.string().max(20), intervals),
  /** Date → name. */
  holidays: z.record(z.string().max(20), z.string().max(200)),
  /** Date → hours that replace the day's; none closes it. */
  exceptions: z.record(z.string().max(20), intervals),
};

const version = z.number().int().min(1);
const calendarSchema = z.strictObject({ id: z.string(), version, ...shape }).meta({ id: 'Calendar' });

/** A calendar in a list: its hours come with the calendar itself. */
const calendarLineSchema = z
  .strictObject({ id: z.string(), version, timeZone: z.string() })
  .meta({ id: 'CalendarLine' });

export const CALENDAR_ROUTES = [
  defineRoute({
    id: 'listCalendars',
    method: 'get',
    path: '/calendars',
    tag: TAG,
    summary: 'The calendars by id, each with the version that holds now',
    permission: 'calendar.read',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of calendars', schema: pageOf(calendarLineSchema) }],
  }),
  defineRoute({
    id: 'getCalendar',
    method: 'get',
    path: '/calendars/{id}',
    tag: TAG,
    summary: 'A calendar of service hours as it holds now',
    permission: 'calendar.read',
    params: z.strictObject({ id }),
    answers: [{ status: 200, description: 'The calendar', schema: calendarSchema, headers: versionTag }],
  }),
  defineRoute({
    id: 'putCalendar',
    method: 'put',
    path: '/calendars/{id}',
    tag: TAG,
    summary: 'Make the next version of a calendar, for tickets registered from now on',
    permission: 'calendar.manage',
    params: z.strictObject({ id }),
    body: z.strictObject({
      ...shape,
      holidays: shape.holidays.default({}),
      exceptions: shape.exceptions.default({}),
      /** As it was read; must be the calendar of the address. */
      id: id.optional(),
      /** The version that was edited, 0 for a new calendar; refused when it is not the present one any more. */
      version: z.number().int().min(0).optional(),
    }),
    ifMatch: true,
    answers: [{ status: 200, description: 'The new version', schema: calendarSchema, headers: versionTag }],
    problems: ['no_open_hours', 'invalid_calendar', 'changed_meanwhile'],
  }),
  defineRoute({
    id: 'previewDeadline',
    method: 'post',
    path: '/calendars/preview',
    tag: TAG,
    summary: 'What a deadline would be under a calendar that nobody has saved yet; keeps nothing',
    permission: 'calendar.read',
    body: z.strictObject({
      ...shape,
      holidays: shape.holidays.default({}),
      exceptions: shape.exceptions.default({}),
      startsAt: instant,
      /** Business hours; fractions allowed. */
      hours: z.number().positive().max(1_000),
    }),
    answers: [{ status: 200, description: 'The deadline and how it was counted', schema: deadlineSchema }],
    idempotency: 'none',
    problems: ['no_open_hours', 'invalid_calendar'],
  }),
] as const;
