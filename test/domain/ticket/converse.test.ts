import { CLIENT } from '../../support/registration';
import { aTicket, COLLEAGUE, REGISTERED_AT } from '../../support/ticket-builder';

const CALL = { minutes: 6, number: '5555550101', summary: 'Se le explicó el corte' };

test('a question needs an assignee', () => {
  expect(aTicket().refusal('postMessage', { body: '¿Qué caja?', awaitsClient: true })).toBe(
    'assignee_required',
  );
});

test('a question needs no category, priority or first attention', () => {
  expect(aTicket().taken().asked().ticket.status).toBe('waiting_client');
});

test('a question starts the full 48 business hours with their explanation', () => {
  const story = aTicket().taken().asked();
  expect(story.ticket.waiting).toEqual({
    cause: 'question',
    since: REGISTERED_AT,
    seq: 3,
    autoCloseAt: '2026-11-26T12:00:00.000Z',
    reminders: [
      { hours: 24, at: '2026-11-25T12:00:00.000Z' },
      { hours: 4, at: '2026-11-26T08:00:00.000Z' },
    ],
  });
  expect(story.dataOf('message_posted').wait?.explanation).toMatchObject({
    startedAt: REGISTERED_AT,
    autoCloseAt: '2026-11-26T12:00:00.000Z',
    businessHours: 48,
    calendar: { id: 'always', version: 1 },
  });
});

test('a new question while waiting is a new entry with full 48 hours', () => {
  const story = aTicket().taken().asked().after({ hours: 47 }).asked();
  expect(story.ticket.waiting).toMatchObject({ since: story.now, autoCloseAt: '2026-11-28T11:00:00.000Z' });
  expect(story.ticket.waiting?.reminders.map(({ hours }) => hours)).toEqual([24, 4]);
});

test("an agent's plain message leaves the word where it is", () => {
  expect(aTicket().said('Lo revisamos.').ticket.status).toBe('waiting_support');
  const waiting = aTicket().taken().asked();
  const before = waiting.ticket.waiting;
  expect(waiting.after({ hours: 1 }).said('Por cierto…').ticket).toMatchObject({
    status: 'waiting_client',
    waiting: before,
  });
});

test("a client's words do not come as a command", () => {
  expect(aTicket().taken().refusal('postMessage', { body: 'Gracias' }, CLIENT)).toBe('not_allowed');
});

test.each([
  ['the client', CLIENT],
  ['a colleague', COLLEAGUE],
])('a reply of %s stops the 48 hours and gives the word to support', (_who, actor) => {
  const story = aTicket().attended().step('addParticipant', { clientId: COLLEAGUE.id }, CLIENT).solved();
  story.after({ hours: 3 }).replied(actor);
  expect(story.types).toEqual(['message_posted']);
  expect(story.ticket).toMatchObject({ status: 'waiting_support', waiting: null });
});

test('a reply starts our clock for the next one', () => {
  const story = aTicket().attended().solved().after({ hours: 3 }).replied();
  expect(story.ticket.targets.nextReply).toEqual({
    since: '2026-11-24T15:00:00.000Z',
    dueAt: '2026-11-24T23:00:00.000Z',
    alarmed: false,
  });
});

test('our clock runs from when the client wrote, however late the ticket hears of it', () => {
  const story = aTicket().attended().solved().after({ hours: 5 });
  const receivedAt = '2026-11-24T13:00:00.000Z';
  story.step('receiveReply', { body: 'Sigue igual', attachmentIds: [], receivedAt });
  expect(story.ticket.targets.nextReply).toMatchObject({
    since: receivedAt,
    dueAt: '2026-11-24T21:00:00.000Z',
  });
  story.after({ hours: 1 }).said('Lo vemos.');
  expect(story.dataOf('target_settled')).toMatchObject({ businessMinutes: 300, met: true });
});

test('of several unanswered replies the earliest sets the target', () => {
  const story = aTicket().attended().replied();
  const first = story.ticket.targets.nextReply;
  expect(story.after({ hours: 2 }).replied().ticket.targets.nextReply).toEqual(first);
  story.said('Lo vemos.').after({ hours: 1 }).replied();
  expect(story.ticket.targets.nextReply?.since).toBe(story.now);
});

test('a reply before anybody set a priority is due by what the type usually deserves', () => {
  const stopped = aTicket({ registration: { type: 'service_interruption' } }).replied();
  expect(stopped.ticket.targets.nextReply?.dueAt).toBe('2026-11-24T14:00:00.000Z');
  expect(aTicket().replied().ticket.targets.nextReply?.dueAt).toBe('2026-11-25T06:00:00.000Z');
});

test("an agent's message settles what the client was owed", () => {
  const story = aTicket().attended().replied().after({ hours: 9 }).said('Listo.');
  expect(story.dataOf('target_settled')).toEqual({
    target: 'next_reply',
    dueAt: '2026-11-24T20:00:00.000Z',
    met: false,
    businessMinutes: 540,
  });
  expect(story.ticket.targets.nextReply).toBeNull();
});

test('a note touches neither clock', () => {
  const story = aTicket().attended().replied();
  const { targets } = story.ticket;
  expect(story.step('addNote', { body: 'Ver con desarrollo', mentions: ['agent-2'] }).ticket.targets).toEqual(
    targets,
  );
  const { waiting } = story.solved().ticket;
  expect(story.step('addNote', { body: 'Nada aún' }).ticket).toMatchObject({
    status: 'waiting_client',
    waiting,
  });
});

test('an answered call with the reply of the client stops the 48 hours', () => {
  const story = aTicket().attended().solved().after({ hours: 2 });
  story.step('recordPhoneCall', { ...CALL, at: story.now, outcome: 'answered', clientReplied: true });
  expect(story.ticket).toMatchObject({ status: 'waiting_support', waiting: null });
  expect(story.ticket.targets.nextReply?.since).toBe(story.now);
});

test.each(['answered', 'no_answer'] as const)(
  'a call with %s and no reply leaves the 48 hours running',
  (outcome) => {
    const story = aTicket().attended().solved();
    const { waiting } = story.ticket;
    story.step('recordPhoneCall', { ...CALL, at: story.now, outcome });
    expect(story.ticket).toMatchObject({ status: 'waiting_client', waiting });
  },
);

test('an answered call answers the client: what they were owed is settled, and their words start anew', () => {
  const story = aTicket().attended().replied().after({ hours: 1 });
  story.step('recordPhoneCall', { ...CALL, at: story.now, outcome: 'answered', clientReplied: true });
  expect(story.dataOf('target_settled')).toMatchObject({
    target: 'next_reply',
    met: true,
    businessMinutes: 60,
  });
  expect(story.ticket.targets.nextReply).toMatchObject({ since: story.now, alarmed: false });
});

test('an unanswered call settles nothing', () => {
  const story = aTicket().attended().replied();
  const { targets } = story.ticket;
  story.step('recordPhoneCall', { ...CALL, at: story.now, outcome: 'no_answer' });
  expect(story.ticket.targets).toEqual(targets);
});

test('nobody replies on a call that was not answered', () => {
  const call = { ...CALL, at: REGISTERED_AT, outcome: 'no_answer', clientReplied: true } as const;
  expect(aTicket().refusal('recordPhoneCall', call)).toBe('invalid_command');
});

test('a call has been made already', () => {
  const call = { ...CALL, at: '2026-11-24T12:00:00.001Z', outcome: 'answered' } as const;
  expect(aTicket().refusal('recordPhoneCall', call)).toBe('call_in_future');
});
