import { before, elapsed, explain } from '../domain/business-time';
import type { VersionedCalendar } from '../domain/calendar';
import { epochMs, instantAt, type Instant } from '../domain/instant';
import type { SupportPolicy } from '../domain/policy/support-policy';
import type { TimeAnswers, TimeQuestions, WaitPlan } from '../domain/ticket/business-times';
import { firstAttentionHours } from '../domain/ticket/targets';

export interface DeadlineActivities {
  /**
   * Answers what a command needs to know of business time. Pure computing, but an activity: time-zone rules come
   * with Node, so the instants must stand in history and not be computed again on replay.
   */
  answerTimes(calendar: VersionedCalendar, questions: TimeQuestions): Promise<TimeAnswers>;
}

const MINUTE_MS = 60_000;

export function createDeadlineActivities(): DeadlineActivities {
  return { answerTimes: (calendar, questions) => Promise.resolve(answerTimes(calendar, questions)) };
}

/** The same, for those that stand outside a workflow (registration, previews). */
export function answerTimes(given: VersionedCalendar, questions: TimeQuestions): TimeAnswers {
  const calendar = known(given);
  const dues: TimeAnswers['dues'] = {};
  for (const [name, { from, hours }] of Object.entries(questions.dues ?? {})) {
    dues[name] = instantAt(explain(epochMs(from), hours, calendar).due);
  }
  const minutes: TimeAnswers['minutes'] = {};
  for (const [name, { from, to }] of Object.entries(questions.spans ?? {})) {
    minutes[name] = Math.floor(elapsed(epochMs(from), epochMs(to), calendar) / MINUTE_MS);
  }
  return { dues, minutes, ...(questions.wait && { wait: waitBehind(calendar, questions.wait) }) };
}

/** When a ticket that is registered at an instant should be attended: our clock runs from the first moment. */
export function firstAttentionDue(
  { type, from }: { type: string; from: Instant },
  policy: SupportPolicy,
  calendar: VersionedCalendar,
): Instant {
  const hours = firstAttentionHours(type, policy);
  return answerTimes(calendar, { dues: { due: { from, hours } } }).dues['due']!;
}

type WaitQuestion = NonNullable<TimeQuestions['wait']>;

/** The wait as it is asked for. One that would have ended by now begins anew, with all of its hours. */
function waitBehind(calendar: VersionedCalendar, { after, ...wait }: WaitQuestion): WaitPlan {
  const plan = planWait(calendar, wait);
  if (after === undefined) return plan;
  const ahead = plan.autoCloseAt > after ? plan : planWait(calendar, { ...wait, from: after });
  return { ...ahead, reminders: ahead.reminders.filter(({ at }) => at > after) };
}

function planWait(calendar: VersionedCalendar, wait: Omit<WaitQuestion, 'after'>): WaitPlan {
  const { from, hours, reminderHours } = wait;
  const { due, counted, skippedHolidays } = explain(epochMs(from), hours, calendar);
  const reminders = reminderHours.flatMap((reminder) => {
    const at = before(due, reminder, calendar, epochMs(from));
    return at === null ? [] : [{ hours: reminder, at: instantAt(at) }];
  });
  return {
    autoCloseAt: instantAt(due),
    reminders,
    explanation: {
      startedAt: from,
      autoCloseAt: instantAt(due),
      businessHours: hours,
      calendar: {
        id: calendar.id,
        version: calendar.version,
        timeZone: calendar.timeZone,
        tzdb: process.versions.tz ?? '',
      },
      counted: counted.map((piece) => ({
        from: instantAt(piece.from),
        to: instantAt(piece.to),
        seconds: piece.ms / 1000,
      })),
      skipped: skippedHolidays.map(({ date, name }) => ({ date, name })),
    },
  };
}

/** Calendars arrive as copies; business time keeps what it worked out per object, so equal ones share one. */
const CALENDARS = new Map<string, VersionedCalendar>();
const MAX_CALENDARS = 100;

function known(calendar: VersionedCalendar): VersionedCalendar {
  const key = JSON.stringify(calendar);
  const found = CALENDARS.get(key);
  if (found) return found;
  if (CALENDARS.size >= MAX_CALENDARS) CALENDARS.clear();
  CALENDARS.set(key, calendar);
  return calendar;
}
