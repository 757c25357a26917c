import { aTicket, type TicketStory } from '../../support/ticket-builder';

function waiting(): TicketStory {
  return aTicket().attended().solved();
}

test('a reminder names the closing that silence brings', () => {
  const story = waiting().after({ hours: 24 }).step('remind', { hours: 24 });
  expect(story.dataOf('reminder_sent')).toMatchObject({ hours: 24, autoCloseAt: '2026-11-26T12:00:00.000Z' });
  expect(story.ticket.waiting?.reminders.map(({ hours }) => hours)).toEqual([4]);
});

test('a reminder does not stop the 48 hours', () => {
  const story = waiting();
  const { autoCloseAt, since } = story.ticket.waiting!;
  story.after({ hours: 24 }).step('remind', { hours: 24 });
  expect(story.ticket).toMatchObject({ status: 'waiting_client', waiting: { autoCloseAt, since } });
});

test('each reminder goes out once per wait', () => {
  const story = waiting().after({ hours: 24 }).step('remind', { hours: 24 });
  expect(story.step('remind', { hours: 24 }).types).toEqual([]);
});

test('a reminder never goes out before its time, as when a new wait began under the clock', () => {
  const story = waiting().after({ hours: 24, ms: -1 });
  expect(story.step('remind', { hours: 24 }).types).toEqual([]);
  story.after({ ms: 1 }).solved();
  expect(story.step('remind', { hours: 24 }).types).toEqual([]);
  expect(story.after({ hours: 24 }).step('remind', { hours: 24 }).types).toEqual(['reminder_sent']);
});

test('nobody is reminded after they replied', () => {
  expect(waiting().after({ hours: 24 }).replied().step('remind', { hours: 24 }).types).toEqual([]);
});

test('a reminder that the policy does not know is none', () => {
  expect(waiting().after({ hours: 47 }).step('remind', { hours: 1 }).types).toEqual([]);
});

test.each([
  ['many_users', 'degraded', true],
  ['one_user', 'degraded', true],
  ['one_user', 'inconvenience', false],
  ['minimal', 'can_wait', false],
] as const)('the last reminder of %s and %s tells the agent to phone: %s', (impact, urgency, phone) => {
  const story = aTicket().attended().step('prioritize', { impact, urgency }).solved();
  story.after({ hours: 24 }).step('remind', { hours: 24 });
  expect(story.dataOf('reminder_sent').phoneTheClient).toBe(false);
  story.after({ hours: 20 }).step('remind', { hours: 4 });
  expect(story.dataOf('reminder_sent').phoneTheClient).toBe(phone);
});
