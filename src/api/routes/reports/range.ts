import { localDate } from '../../../domain/business-time/local-date';
import { DEFAULT_CALENDAR } from '../../../domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../../domain/policy/default-support-policy';
import { daysIn, MAX_REPORT_DAYS, plusDays, type Period } from '../../../domain/reports/period';
import { findCalendar } from '../../../store/accounts/calendars';
import { findPolicy } from '../../../store/accounts/policies';
import { ApiError } from '../../problems/api-error';
import type { Deps } from '../../deps';

export interface ReportRange extends Period {
  timeZone: string;
}

const USUAL_DAYS = 30;

/**
 * The days that a report is of; the last thirty unless the caller gives others.
 * @throws ApiError invalid_request when it ends before it begins, or is wider than a report may be
 */
export async function reportRange(
  { store, clock }: Deps,
  given: { from?: string | undefined; to?: string | undefined },
): Promise<ReportRange> {
  const policy = await findPolicy(store);
  const calendar = await findCalendar(store, (policy ?? DEFAULT_SUPPORT_POLICY).calendarId);
  const { timeZone } = calendar ?? DEFAULT_CALENDAR;
  const to = given.to ?? later(given.from, localDate(clock(), timeZone));
  const from = given.from ?? plusDays(to, 1 - USUAL_DAYS);
  const days = daysIn({ from, to });
  if (days < 1) throw refused('to', 'too_small');
  if (days > MAX_REPORT_DAYS) throw refused('from', 'too_small');
  return { from, to, timeZone };
}

/** A range that begins tomorrow is empty, not wrong. */
function later(from: string | undefined, today: string): string {
  return from !== undefined && from > today ? from : today;
}

function refused(path: string, code: string): ApiError {
  return new ApiError('invalid_request', { errors: [{ path, code }] });
}
