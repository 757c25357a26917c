import { answerTimes } from '../../activities/deadlines';
import type { CALENDAR_ROUTES } from '../../contract/calendars';
import { BusinessTimeError } from '../../domain/business-time';
import { calendarProblems, type Calendar, type Interval } from '../../domain/calendar';
import type { DeadlineExplanation } from '../../domain/ticket/business-times';
import { addCalendarVersion, findCalendar, listCalendars } from '../../store/accounts/calendars';
import { ApiError } from '../problems/api-error';
import { changedMeanwhile, editedVersion, versionTagOf } from '../http/edited-version';
import type { HandlersOf } from '../handler';
import { pageOfAll } from './account-page';

export const calendarHandlers: HandlersOf<typeof CALENDAR_ROUTES> = {
  async listCalendars({ query }, { store }) {
    const page = pageOfAll('calendars', await listCalendars(store), query, {
      place: ({ id }) => [id, id],
      show: ({ id, version, timeZone }) => ({ id, version, timeZone }),
    });
    return { status: 200, body: page };
  },

  async getCalendar({ params }, { store }) {
    const calendar = await findCalendar(store, params.id);
    if (calendar === null) throw new ApiError('not_found');
    return { status: 200, body: calendar, headers: versionTagOf(calendar) };
  },

  async putCalendar(request, { store, clock }) {
    const { principal, body } = request;
    const { id } = request.params;
    const { timeZone, holidays, exceptions } = body;
    if (body.id !== undefined && body.id !== id) throw new ApiError('invalid_calendar', 'id');
    const calendar: Calendar = { timeZone, weekly: anyWeekdays(body.weekly), holidays, exceptions };
    assertSound(calendar);
    const edit = { now: clock(), by: principal.userId, after: editedVersion(request) };
    const made = await addCalendarVersion(store, id, calendar, edit);
    if (made === null) throw changedMeanwhile(request, await findCalendar(store, id));
    return { status: 200, body: made, headers: versionTagOf(made) };
  },

  previewDeadline({ body: { startsAt, hours, ...given } }) {
    const calendar: Calendar = { ...given, weekly: anyWeekdays(given.weekly) };
    assertSound(calendar);
    return Promise.resolve({ status: 200, body: deadlineUnder(calendar, startsAt, hours) });
  },
};

/** @throws ApiError no_open_hours when the calendar ends before the hours do */
function deadlineUnder(calendar: Calendar, from: string, hours: number): DeadlineExplanation {
  try {
    const asked = { wait: { from, hours, reminderHours: [] } };
    return answerTimes({ ...calendar, id: 'preview', version: 1 }, asked).wait!.explanation;
  } catch (error) {
    if (!(error instanceof BusinessTimeError)) throw error;
    if (error.code === 'no-working-time') throw new ApiError('no_open_hours', 'hours');
    throw new ApiError('invalid_request', { errors: [{ path: 'startsAt', code: 'out_of_range' }] });
  }
}

/** The schema takes whatever names the days have, so that `calendarProblems` can say which are unknown or missing. */
function anyWeekdays(weekly: Record<string, readonly Interval[]>): Calendar['weekly'] {
  return weekly as unknown as Calendar['weekly'];
}

function assertSound(calendar: Calendar): void {
  const errors = calendarProblems(calendar);
  if (errors.length === 0) return;
  const onlyClosed = errors.every(({ code }) => code === 'no_open_hours');
  throw new ApiError(onlyClosed ? 'no_open_hours' : 'invalid_calendar', { errors });
}
