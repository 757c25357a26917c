import { DEFAULT_CALENDAR } from '../../../src/domain/default-calendar';
import type { VersionedCalendar } from '../../../src/domain/calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import type { SupportPolicy } from '../../../src/domain/policy/support-policy';
import type { CommandData } from '../../../src/domain/ticket/commands';
import { explanationIn, isClientVisible } from '../../../src/domain/ticket/events';
import { fold } from '../../../src/domain/ticket/evolve';
import { ALWAYS_OPEN, CLIENT } from '../../support/registration';
import { aTicket, SUPERVISOR, type TicketStory } from '../../support/ticket-builder';

const REASON = 'Nuevo horario de servicio';
/** Open around the clock but for this Wednesday. */
const WITH_HOLIDAY: VersionedCalendar = {
  ...ALWAYS_OPEN,
  version: 2,
  holidays: { '2026-11-25': 'Aniversario' },
};

function to(calendar: VersionedCalendar, policy: Partial<SupportPolicy> = {}): CommandData['migratePolicy'] {
  return { calendar, policy: { ...DEFAULT_SUPPORT_POLICY, version: 2, ...policy }, reason: REASON };
}

/** Waits since Tuesday 24 November 2026, 12:00 UTC, around the clock: until Thursday 12:00. */
const waiting = (): TicketStory => aTicket({ calendar: ALWAYS_OPEN }).attended().solved();

test('the ticket is held to the other versions, and says what it was held to before', () => {
  const story = aTicket().step('migratePolicy', to(WITH_HOLIDAY), SUPERVISOR);
  expect(story.dataOf('policy_migrated')).toMatchObject({
    before: { policyVersion: 1, calendar: { id: 'mx', version: 1 } },
    after: { policyVersion: 2, calendar: { id: 'always', version: 2 } },
    reason: REASON,
    wait: null,
  });
  expect(story.ticket).toMatchObject({ policyVersion: 2, calendar: { id: 'always', version: 2 } });
  expect(fold(story.events)).toEqual(story.ticket);
});

test('a running wait is counted anew from its own beginning, with its reminders and its explanation', () => {
  const story = waiting();
  const { since } = story.ticket.waiting!;
  story.after({ hours: 6 }).step('migratePolicy', to(WITH_HOLIDAY));
  expect(story.ticket.waiting).toEqual({
    cause: 'solution',
    since,
    seq: story.ticket.version,
    autoCloseAt: '2026-11-27T12:00:00.000Z',
    reminders: [
      { hours: 24, at: '2026-11-26T12:00:00.000Z' },
      { hours: 4, at: '2026-11-27T08:00:00.000Z' },
    ],
  });
  expect(explanationIn(story.last[0]!)).toMatchObject({
    startedAt: since,
    calendar: { id: 'always', version: 2 },
    skipped: [{ date: '2026-11-25', name: 'Aniversario' }],
  });
});

test('hours of the policy count as well as those of the calendar', () => {
  const story = waiting().step(
    'migratePolicy',
    to(ALWAYS_OPEN, { waitingClientHours: 10, reminderHours: [2] }),
  );
  expect(story.ticket.waiting).toMatchObject({
    autoCloseAt: '2026-11-24T22:00:00.000Z',
    reminders: [{ hours: 2, at: '2026-11-24T20:00:00.000Z' }],
  });
});

test('a wait that would be over by now begins anew with all of its hours', () => {
  const story = waiting().after({ hours: 40 });
  const migratedAt = story.now;
  story.step('migratePolicy', to(ALWAYS_OPEN, { waitingClientHours: 40, reminderHours: [24] }));
  expect(story.ticket.waiting).toMatchObject({
    since: migratedAt,
    autoCloseAt: '2026-11-27T20:00:00.000Z',
    reminders: [{ hours: 24, at: '2026-11-26T20:00:00.000Z' }],
  });
});

test('a reminder whose hour has passed is not sent, the closing stays', () => {
  const story = waiting().after({ hours: 30 });
  story.step('migratePolicy', to(ALWAYS_OPEN, { waitingClientHours: 36, reminderHours: [24, 4] }));
  expect(story.ticket.waiting).toMatchObject({
    autoCloseAt: '2026-11-26T00:00:00.000Z',
    reminders: [{ hours: 4, at: '2026-11-25T20:00:00.000Z' }],
  });
});

test('nobody is reminded of a closing that a session holds', () => {
  const story = waiting().session({}).step('migratePolicy', to(WITH_HOLIDAY));
  expect(story.ticket.waiting).toMatchObject({ autoCloseAt: '2026-11-27T12:00:00.000Z', reminders: [] });
});

test('our own targets are counted anew under the priority that was set; priority and estimate stand', () => {
  const story = aTicket().classified().replied();
  const { targets } = DEFAULT_SUPPORT_POLICY;
  const high = { firstAttentionHours: 6, nextReplyHours: 12 };
  story.after({ hours: 1 }).step('migratePolicy', to(ALWAYS_OPEN, { targets: { ...targets, high } }));
  expect(story.ticket.targets).toMatchObject({
    firstAttention: { dueAt: '2026-11-24T18:00:00.000Z' },
    nextReply: { dueAt: '2026-11-25T00:00:00.000Z' },
  });
  expect(story.ticket.priority).toBe('high');
});

test('from then on the ticket is counted under the other rules', () => {
  const story = aTicket({ calendar: ALWAYS_OPEN }).attended().step('migratePolicy', to(DEFAULT_CALENDAR));
  story.at('2026-11-27T23:00:00.000Z').solved();
  // A Friday at 17:00 in Mexico City: one hour that day, five days of nine hours, two hours of the Monday after.
  expect(story.ticket.waiting?.autoCloseAt).toBe('2026-12-07T17:00:00.000Z');
});

test('a paid session keeps the conditions that it was asked for under, and the next one has the other ones', () => {
  const asked = { platform: 'zoom', reason: 'Ver la pantalla' } as const;
  const story = aTicket().attended().step('requestSession', asked);
  const first = story.dataOf('session_changed').request!;
  story.step('migratePolicy', to(ALWAYS_OPEN, { remoteSessionMaxMinutes: 30 }));
  expect(first.conditions.maxMinutes).toBe(60);
  expect(story.ticket.remoteSessions).toEqual([{ id: first.id, state: 'requested', holds: false }]);
  story.session({ id: first.id, state: 'cancelled', holds: false }).step('requestSession', asked);
  expect(story.dataOf('session_changed').request?.conditions.maxMinutes).toBe(30);
});

test('what a ticket is held to already changes nothing', () => {
  const story = waiting().step('migratePolicy', to(WITH_HOLIDAY)).after({ hours: 1 });
  expect(story.step('migratePolicy', to(WITH_HOLIDAY)).types).toEqual([]);
});

test('the client sees it only when it moves the closing that they were told', () => {
  const moved = waiting().step('migratePolicy', to(WITH_HOLIDAY));
  expect(moved.last.map(isClientVisible)).toEqual([true]);
  const same = waiting().step('migratePolicy', to(ALWAYS_OPEN));
  expect(same.last.map(isClientVisible)).toEqual([false]);
  const unasked = aTicket().step('migratePolicy', to(WITH_HOLIDAY));
  expect(unasked.last.map(isClientVisible)).toEqual([false]);
});

test('clients do not migrate, a closed ticket does not change, and rules that can not be used are refused', () => {
  expect(waiting().refusal('migratePolicy', to(WITH_HOLIDAY), CLIENT)).toBe('not_allowed');
  expect(waiting().accepted().refusal('migratePolicy', to(WITH_HOLIDAY))).toBe('ticket_closed');
  const unusable = to(ALWAYS_OPEN, { types: [] });
  expect(aTicket().refusal('migratePolicy', unusable)).toBe('invalid_command');
});
