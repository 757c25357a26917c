import { DEFAULT_CALENDAR } from '../../../src/domain/default-calendar';
import { aTicket, REGISTERED_AT, sixPoints } from '../../support/ticket-builder';

const URGENT = { impact: 'many_users', urgency: 'business_stopped' } as const;

test('the first target begins with the registration', () => {
  expect(aTicket().ticket.targets).toEqual({
    firstAttention: { since: REGISTERED_AT, dueAt: '2026-11-24T21:00:00.000Z', alarmed: false },
    nextReply: null,
  });
});

test.each([
  ['urgent', 1, 2],
  ['high', 4, 8],
  ['medium', 9, 18],
  ['low', 18, 27],
] as const)('%s is attended within %i h and answered within %i h', (priority, attention, reply) => {
  const story = aTicket().replied();
  story.step('prioritize', { impact: 'minimal', urgency: 'can_wait', priority, reason: 'Así se acordó' });
  const hours = (dueAt: string): number => (Date.parse(dueAt) - Date.parse(REGISTERED_AT)) / 3_600_000;
  expect(hours(story.ticket.targets.firstAttention!.dueAt)).toBe(attention);
  expect(hours(story.ticket.targets.nextReply!.dueAt)).toBe(reply);
});

test('targets count business time', () => {
  // A Friday at 17:30 in Mexico City: half an hour that day, the rest on Monday from nine.
  const story = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: '2026-11-27T23:30:00.000Z' });
  story.step('prioritize', URGENT);
  expect(story.ticket.targets.firstAttention?.dueAt).toBe('2026-11-30T15:30:00.000Z');
  story
    .taken()
    .at('2026-11-30T15:30:00.000Z')
    .step('attend', sixPoints({ message: 'Lo vemos.' }));
  expect(story.dataOf('target_settled')).toMatchObject({ met: true, businessMinutes: 60 });
});

test('a target answered at its instant is met, a millisecond later it is missed', () => {
  const attended = (ms: number): boolean =>
    aTicket()
      .taken()
      .after({ hours: 9, ms })
      .step('attend', sixPoints({ message: 'Lo vemos.' }))
      .dataOf('target_settled').met;
  expect(attended(0)).toBe(true);
  expect(attended(1)).toBe(false);
});

test('a missed target alarms once and closes nothing', () => {
  const story = aTicket().after({ hours: 9 }).step('missTarget', { target: 'first_attention' });
  expect(story.dataOf('target_missed')).toEqual({ target: 'first_attention', dueAt: story.now });
  expect(story.ticket.status).toBe('waiting_support');
  expect(story.step('missTarget', { target: 'first_attention' }).types).toEqual([]);
});

test('a target still ahead is not missed, as when a lower priority moved it under the clock', () => {
  const story = aTicket().after({ hours: 9, ms: -1 });
  expect(story.step('missTarget', { target: 'first_attention' }).types).toEqual([]);
  story.after({ ms: 1 }).step('prioritize', { impact: 'minimal', urgency: 'can_wait' });
  expect(story.step('missTarget', { target: 'first_attention' }).types).toEqual([]);
  expect(story.after({ hours: 9 }).step('missTarget', { target: 'first_attention' }).types).toEqual([
    'target_missed',
  ]);
});

test('a target that is not open is not missed', () => {
  expect(aTicket().after({ hours: 90 }).step('missTarget', { target: 'next_reply' }).types).toEqual([]);
});

test('a higher priority does not alarm again for what was missed already', () => {
  const story = aTicket().after({ hours: 9 }).step('missTarget', { target: 'first_attention' });
  story.step('prioritize', URGENT);
  expect(story.ticket.targets.firstAttention).toMatchObject({
    alarmed: true,
    dueAt: '2026-11-24T13:00:00.000Z',
  });
  expect(story.step('missTarget', { target: 'first_attention' }).types).toEqual([]);
});

test('an estimate that has passed flags the ticket once, and not before', () => {
  const story = aTicket().attended();
  expect(story.after({ minutes: 90, ms: -1 }).step('overrunEstimate', {}).types).toEqual([]);
  story.after({ ms: 1 }).step('overrunEstimate', {});
  expect(story.ticket.estimate?.overrun).toBe(true);
  expect(story.step('overrunEstimate', {}).types).toEqual([]);
});

test('a new estimate begins anew', () => {
  const story = aTicket()
    .attended()
    .after({ minutes: 90 })
    .step('overrunEstimate', {})
    .step('attend', sixPoints());
  expect(story.ticket.estimate).toEqual({ dueAt: '2026-11-24T15:00:00.000Z', overrun: false });
});

test('the outcome of the first attention stays on the ticket however long the conversation', () => {
  const story = aTicket().attended();
  for (let turn = 0; turn < 60; turn += 1) story.after({ minutes: 1 }).replied().said('Lo vemos.');
  const { outcomes } = story.ticket;
  expect(outcomes[0]).toMatchObject({ target: 'first_attention', met: true });
  expect(outcomes).toHaveLength(51);
});
