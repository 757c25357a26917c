import { epochMs, instantAt, type Instant } from '../instant';
import type { SessionIntent } from './events';
import type { RemoteSession } from './session';

/** Something that an instant brings to a session. */
export interface SessionAppointment {
  at: Instant;
  /** A step outside that is due needs only the waking. */
  intent: SessionIntent | 'try_again';
  /** For the timer in the Web UI. */
  summary: string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** What lies ahead of a session, the earliest first. */
export function sessionAgenda(session: RemoteSession): SessionAppointment[] {
  return [...ofState(session), ...ofTrouble(session)].sort((a, b) => a.at.localeCompare(b.at));
}

/** When the session ends at the latest: an hour after it began, and never after its appointed end. */
export function endOf({ slot, startedAt, conditions }: RemoteSession): Instant | null {
  if (!slot) return null;
  if (!startedAt) return slot.endsAt;
  const longest = later(startedAt, conditions.maxMinutes * MINUTE_MS);
  return longest < slot.endsAt ? longest : slot.endsAt;
}

/** From when on link and password are shown. */
export function accessOpensAt({ slot, conditions }: RemoteSession): Instant | null {
  return slot && later(slot.startsAt, -conditions.accessOpensMinutes * MINUTE_MS);
}

function ofState(session: RemoteSession): SessionAppointment[] {
  const { state, since, createdAt, conditions, quote, checkout } = session;
  switch (state) {
    case 'requested':
      return [
        lapse(later(createdAt, conditions.requestValidHours * HOUR_MS), 'Request without a quote ends'),
      ];
    case 'quoted':
      return quote
        ? [...quoteReminder(session), lapse(quote.validUntil, `Quote is valid until ${quote.validUntil}`)]
        : [];
    case 'checkout':
      return checkout?.open && checkout.expiresAt
        ? [{ at: checkout.expiresAt, intent: 'try_again', summary: 'Payment page expires' }]
        : [];
    case 'paid':
      return [lapse(later(since, conditions.slotChoiceDays * DAY_MS), 'Paid, no time chosen: refund')];
    case 'scheduled':
      return beforeStart(session);
    case 'in_progress':
      return untilEnd(session);
    case 'completed':
    case 'client_absent':
    case 'cancelled':
    case 'expired':
      return [];
  }
}

/** Once, as long before its end as the first reminder of a session; a quote that is shorter needs none. */
function quoteReminder({ quote, quoteReminded, since, conditions }: RemoteSession): SessionAppointment[] {
  if (!quote || quoteReminded === quote.validUntil || conditions.reminderHours.length === 0) return [];
  const { validUntil } = quote;
  const at = later(validUntil, -Math.max(...conditions.reminderHours) * HOUR_MS);
  if (at <= since) return [];
  const intent = { name: 'quote_reminded', data: { validUntil } } as const;
  return [{ at, intent, summary: 'Reminder that the quote ends' }];
}

function beforeStart(session: RemoteSession): SessionAppointment[] {
  const { slot, conditions, remindersSent, accessOpened, unattended } = session;
  if (!slot) return [];
  const { startsAt, endsAt } = slot;
  const reminders = conditions.reminderHours
    .filter((hours) => !remindersSent.includes(hours) && later(startsAt, -hours * HOUR_MS) > session.since)
    .map((hours) => ({
      at: later(startsAt, -hours * HOUR_MS),
      intent: { name: 'reminded', data: { hours, startsAt } } as const,
      summary: `Reminder ${hours} h before the session`,
    }));
  const opensAt = accessOpensAt(session);
  return [
    ...reminders,
    ...(opensAt && !accessOpened
      ? [{ at: opensAt, intent: { name: 'access_opened', data: {} } as const, summary: 'Access is shown' }]
      : []),
    ...(unattended
      ? []
      : [
          {
            at: later(startsAt, conditions.noShowMinutes * MINUTE_MS),
            intent: { name: 'unattended', data: {} } as const,
            summary: 'Nobody has recorded who came',
          },
        ]),
    { at: endsAt, intent: { name: 'unheld', data: {} }, summary: 'The time passes without the session' },
  ];
}

function untilEnd(session: RemoteSession): SessionAppointment[] {
  const { conditions, warned, accessOpened } = session;
  const endsAt = endOf(session);
  if (!endsAt) return [];
  const left = (conditions.maxMinutes - conditions.warnAtMinutes) * MINUTE_MS;
  return [
    ...(accessOpened
      ? []
      : [
          {
            at: session.since,
            intent: { name: 'access_opened', data: {} } as const,
            summary: 'Access is shown',
          },
        ]),
    ...(warned || left <= 0
      ? []
      : [
          {
            at: later(endsAt, -left),
            intent: { name: 'warned', data: { endsAt } } as const,
            summary: `Warning: the session ends at ${endsAt}`,
          },
        ]),
    { at: endsAt, intent: { name: 'time_up', data: {} }, summary: `Session ends at ${endsAt}` },
  ];
}

function ofTrouble({ troubles }: RemoteSession): SessionAppointment[] {
  return troubles.map(({ duty, retryAt }) => ({
    at: retryAt,
    intent: 'try_again',
    summary: `Tries again: ${duty}`,
  }));
}

function lapse(at: Instant, summary: string): SessionAppointment {
  return { at, intent: { name: 'lapsed', data: { refundMinor: 0 } }, summary };
}

function later(at: Instant, ms: number): Instant {
  return instantAt(epochMs(at) + ms);
}
