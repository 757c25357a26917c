import type { CommandData } from '../../../src/domain/ticket/commands';
import { AGENT, CLIENT } from '../../support/registration';
import {
  aTicket,
  CLIENT_ADMIN,
  REGISTERED_AT,
  COLLEAGUE,
  STRANGER,
  SUPERVISOR,
  type TicketStory,
} from '../../support/ticket-builder';

const MESSAGE = { message: 'El corte ya suma las ventas a crédito.' };
const RESOLVED = { reason: 'resolved', ...MESSAGE } as const;

const A_CALL: CommandData['recordPhoneCall'] = {
  at: REGISTERED_AT,
  minutes: 5,
  number: '5555550101',
  summary: 'Dice que ya cobra.',
  outcome: 'answered',
};

function solved(): TicketStory {
  return aTicket().attended().step('addParticipant', { clientId: COLLEAGUE.id }, CLIENT).solved();
}

test('resolving needs what a solution needs', () => {
  const story = aTicket();
  expect(story.refusal('close', RESOLVED)).toBe('category_required');
  story.step('categorize', { type: 'technical_problem' });
  expect(story.refusal('close', RESOLVED)).toBe('priority_required');
  story.step('prioritize', { impact: 'one_user', urgency: 'degraded' });
  expect(story.refusal('close', RESOLVED)).toBe('assignee_required');
  expect(story.taken().refusal('close', RESOLVED)).toBe('first_attention_required');
});

test('an agent closes as resolved after a solution', () => {
  const story = solved().step('recordPhoneCall', A_CALL).after({ hours: 1 });
  story.step('close', { ...RESOLVED, confirmedBy: 'call', origin: 'client_use' });
  expect(story.types).toEqual(['closed']);
  expect(story.ticket).toMatchObject({
    status: 'closed',
    waiting: null,
    closure: {
      reason: 'resolved',
      at: story.now,
      by: AGENT,
      dueAt: null,
      confirmedBy: 'call',
      origin: 'client_use',
      solutionGiven: true,
      ...MESSAGE,
    },
    milestones: { resolved: { at: story.now, by: AGENT } },
  });
});

test('the closing message may be the solution itself, which then counts as given', () => {
  const story = aTicket().attended().step('close', RESOLVED);
  expect(story.ticket.closure).toMatchObject({ confirmedBy: 'none', solutionGiven: true, origin: null });
});

test('the origin recorded with the solution is that of the closing unless it names another', () => {
  const story = (): TicketStory =>
    aTicket().attended().step('proposeSolution', { summary: 'Listo', origin: 'platform' });
  expect(story().step('close', RESOLVED).ticket.closure?.origin).toBe('platform');
  expect(story().step('close', { ...RESOLVED, origin: 'not_reproduced' }).ticket.closure?.origin).toBe(
    'not_reproduced',
  );
  expect(story().accepted().ticket.closure?.origin).toBe('platform');
});

test.each(['resolved', 'out_of_scope', 'duplicate'] as const)(
  'an agent closes as %s with a message only',
  (reason) => {
    const close = { reason, ...(reason === 'duplicate' && { duplicateOf: '100100' }) };
    expect(solved().refusal('close', close)).toBe('invalid_command');
    expect(solved().step('close', { ...close, ...MESSAGE }).ticket.closure?.message).toBe(MESSAGE.message);
  },
);

test.each([
  ['the requester', CLIENT],
  ['a colleague on the ticket', COLLEAGUE],
  ['the client_admin', CLIENT_ADMIN],
])('%s accepts a solution', (_who, actor) => {
  const story = solved().step('close', { reason: 'accepted' }, actor);
  expect(story.ticket.closure).toMatchObject({ reason: 'accepted', by: actor, confirmedBy: null });
  expect(story.ticket.milestones.resolved?.by).toEqual(actor);
});

test('somebody who is not on the ticket accepts nothing', () => {
  expect(solved().refusal('close', { reason: 'accepted' }, STRANGER)).toBe('not_allowed');
  const left = solved().step('removeParticipant', { clientId: COLLEAGUE.id }, CLIENT);
  expect(left.refusal('close', { reason: 'accepted' }, COLLEAGUE)).toBe('not_allowed');
});

test('a solution is accepted also after "gracias"', () => {
  expect(solved().replied().accepted().ticket.status).toBe('closed');
});

test('without a solution there is nothing to accept', () => {
  expect(aTicket().attended().asked().refusal('close', { reason: 'accepted' }, CLIENT)).toBe(
    'solution_required',
  );
});

test.each([
  ['the requester', CLIENT, null],
  ['the client_admin', CLIENT_ADMIN, null],
  ['a colleague on the ticket', COLLEAGUE, 'not_allowed'],
  ['an agent', AGENT, 'not_allowed'],
])('withdrawing by %s', (_who, actor, refusal) => {
  const withdrawal = { reason: 'withdrawn' } as const;
  if (refusal) expect(solved().refusal('close', withdrawal, actor)).toBe(refusal);
  else expect(solved().step('close', withdrawal, actor).ticket.closure?.reason).toBe('withdrawn');
});

test('a withdrawal needs nothing of the process and resolves nothing', () => {
  const { ticket } = aTicket().step('close', { reason: 'withdrawn', message: 'Ya pude' }, CLIENT);
  expect(ticket.milestones.resolved).toBeNull();
  expect(ticket.closure).toMatchObject({ solutionGiven: false, message: 'Ya pude' });
});

test.each(['resolved', 'out_of_scope', 'duplicate'] as const)('a client does not close as %s', (reason) => {
  expect(solved().refusal('close', { reason, ...MESSAGE }, CLIENT)).toBe('not_allowed');
});

test.each(['accepted', 'withdrawn'] as const)('support does not close as %s', (reason) => {
  expect(solved().refusal('close', { reason, ...MESSAGE }, SUPERVISOR)).toBe('not_allowed');
});

test.each(['no_client_response', 'split'] as const)('nobody chooses %s', (reason) => {
  for (const actor of [CLIENT, CLIENT_ADMIN, AGENT, SUPERVISOR]) {
    expect(solved().refusal('close', { reason, ...MESSAGE }, actor)).toBe('not_allowed');
  }
});

test.each<[string, CommandData['close']]>([
  ['a duplicate without its original', { reason: 'duplicate', ...MESSAGE }],
  ['an original without a duplicate', { ...RESOLVED, duplicateOf: '100100' }],
  ['a confirmation of what is not resolved', { reason: 'out_of_scope', ...MESSAGE, confirmedBy: 'call' }],
])('%s is refused', (_what, close) => {
  expect(solved().refusal('close', close)).toBe('invalid_command');
});

test('where the cause lay is for support to say', () => {
  expect(solved().refusal('close', { reason: 'accepted', origin: 'platform' }, CLIENT)).toBe(
    'invalid_command',
  );
});

test('a ticket is no duplicate of itself', () => {
  const story = aTicket();
  const close = { reason: 'duplicate', ...MESSAGE, duplicateOf: story.ticket.folio } as const;
  expect(story.refusal('close', close)).toBe('same_ticket');
  story.step('close', { ...close, duplicateOf: '100100' });
  expect(story.ticket.closure?.duplicateOf).toBe('100100');
});

test('silence closes at the due instant and keeps it, however late the engine woke', () => {
  const story = solved();
  const dueAt = story.ticket.waiting!.autoCloseAt;
  story.after({ hours: 60 }).step('expire', {});
  expect(story.ticket.closure).toMatchObject({
    reason: 'no_client_response',
    dueAt,
    at: story.now,
    message: null,
    solutionGiven: true,
    by: { role: 'system' },
  });
});

test('silence never closes a millisecond early', () => {
  const story = solved().after({ hours: 48, ms: -1 });
  expect(story.refusal('expire', {})).toBe('not_waiting_for_client');
  expect(story.after({ ms: 1 }).step('expire', {}).types).toEqual(['closed']);
});

test('silence closes nothing while support has the word', () => {
  expect(solved().replied().after({ hours: 100 }).refusal('expire', {})).toBe('not_waiting_for_client');
});

test('silence after a question is told apart: no solution had been given', () => {
  const story = aTicket().attended().asked().after({ hours: 48 }).step('expire', {});
  expect(story.ticket.closure).toMatchObject({ reason: 'no_client_response', solutionGiven: false });
});

test('whatever target is open ends with the ticket', () => {
  const story = aTicket().after({ hours: 1 }).replied().after({ hours: 1 });
  story.step('close', { reason: 'withdrawn' }, CLIENT);
  expect(story.ticket.outcomes).toMatchObject([
    { target: 'first_attention', met: true, businessMinutes: 120 },
    { target: 'next_reply', met: true, businessMinutes: 60 },
  ]);
  expect(story.ticket.targets).toEqual({ firstAttention: null, nextReply: null });
});

test('a closed ticket accepts nothing, from anybody', () => {
  const story = solved().accepted();
  expect(story.refusal('addNote', { body: 'Una nota' })).toBe('ticket_closed');
  expect(story.refusal('postMessage', { body: 'Otra cosa' }, SUPERVISOR)).toBe('ticket_closed');
  expect(story.refusal('close', { reason: 'withdrawn' }, CLIENT)).toBe('ticket_closed');
  expect(story.refusal('retract', { reason: 'No era' })).toBe('ticket_closed');
  expect(story.refusal('receiveReply', { body: 'Otra vez', attachmentIds: [], receivedAt: story.now })).toBe(
    'ticket_closed',
  );
  expect(story.refusal('changeSession', { id: 'session-1', state: 'paid', holds: true })).toBe(
    'ticket_closed',
  );
  expect(story.refusal('repair', { reason: 'Otra vez' })).toBe('ticket_closed');
});

test('a closing that names a message of the client needs one since the solution', () => {
  const close = { ...RESOLVED, confirmedBy: 'client_message' } as const;
  const replied = (): TicketStory => solved().after({ minutes: 1 }).replied();
  expect(aTicket().attended().refusal('close', close)).toBe('not_confirmed');
  expect(aTicket().attended().replied().after({ minutes: 1 }).solved().refusal('close', close)).toBe(
    'not_confirmed',
  );
  expect(replied().after({ minutes: 1 }).solved().refusal('close', close)).toBe('not_confirmed');
  expect(replied().step('close', close).ticket.closure?.confirmedBy).toBe('client_message');
});

test('a message from before the solution that is read after it confirms nothing', () => {
  const story = solved();
  const receivedAt = story.now;
  story.after({ minutes: 1 }).solved();
  story.after({ minutes: 1 }).step('receiveReply', { body: '¿Y?', attachmentIds: [], receivedAt });
  expect(story.refusal('close', { ...RESOLVED, confirmedBy: 'client_message' })).toBe('not_confirmed');
});

test('a closing that names a call needs an answered one', () => {
  const close = { ...RESOLVED, confirmedBy: 'call' } as const;
  expect(solved().refusal('close', close)).toBe('not_confirmed');
  const missed = solved().step('recordPhoneCall', { ...A_CALL, outcome: 'no_answer' });
  expect(missed.refusal('close', close)).toBe('not_confirmed');
});
