import type { SessionMoney } from '../../../src/domain/session/session-money';
import { CLIENT } from '../../support/registration';
import { aTicket, type TicketStory } from '../../support/ticket-builder';

const MESSAGE = { message: 'Listo.' };

function held(): TicketStory {
  return aTicket().attended().solved().after({ hours: 1 }).session({ state: 'checkout_opened' });
}

test('a session that was only asked for or quoted holds nothing', () => {
  const story = aTicket().attended().solved().session({ state: 'quoted', holds: false });
  expect(story.ticket.remoteSessions).toEqual([{ id: 'session-1', state: 'quoted', holds: false }]);
  expect(story.ticket.waiting?.reminders).toHaveLength(2);
  expect(story.accepted().ticket.status).toBe('closed');
});

test('an opened checkout holds every closing', () => {
  const story = held();
  expect(story.refusal('close', { reason: 'resolved', ...MESSAGE })).toBe('session_open');
  expect(story.refusal('close', { reason: 'out_of_scope', ...MESSAGE })).toBe('session_open');
  expect(story.refusal('close', { reason: 'duplicate', ...MESSAGE, duplicateOf: '100100' })).toBe(
    'session_open',
  );
  expect(story.refusal('close', { reason: 'accepted' }, CLIENT)).toBe('session_open');
  expect(story.refusal('close', { reason: 'withdrawn' }, CLIENT)).toBe('session_open');
  expect(story.refusal('refer', { description: 'Desarrollo', keepOpen: false })).toBe('session_open');
  const part = { subject: 'Parte', description: 'Parte', type: 'question' };
  expect(story.refusal('split', { parts: [part, part], keepOriginal: false })).toBe('session_open');
  expect(story.after({ hours: 100 }).refusal('expire', {})).toBe('session_open');
});

test('who may not close is told that first', () => {
  expect(held().refusal('close', { reason: 'withdrawn' })).toBe('not_allowed');
  expect(held().refusal('close', { reason: 'resolved' })).toBe('invalid_command');
});

test('work goes on while a session holds', () => {
  const part = { subject: 'Parte', description: 'Parte', type: 'question' };
  expect(held().step('split', { parts: [part], keepOriginal: true }).ticket.links.splitInto).toHaveLength(1);
  expect(held().step('refer', { description: 'Desarrollo', keepOpen: true }).types).toContain('referred');
});

test('nobody is reminded of a closing that a session holds', () => {
  const story = held();
  expect(story.ticket.waiting?.reminders).toEqual([]);
  expect(story.after({ hours: 24 }).step('remind', { hours: 24 }).types).toEqual([]);
  expect(story.solved().ticket.waiting?.reminders).toEqual([]);
});

test('a session that ends after the 48 hours closes nothing: the word is with support', () => {
  const story = held().after({ hours: 90 }).session({ state: 'completed', holds: false });
  expect(story.ticket).toMatchObject({ status: 'waiting_support', waiting: null });
  expect(story.ticket.targets.nextReply).toMatchObject({ since: story.now, alarmed: false });
  expect(story.refusal('expire', {})).toBe('not_waiting_for_client');
});

test('after the session the solution runs its full 48 hours', () => {
  const story = held().session({ state: 'completed', holds: false }).after({ hours: 2 }).solved();
  expect(Date.parse(story.ticket.waiting!.autoCloseAt) - Date.parse(story.now)).toBe(48 * 3_600_000);
  expect(story.ticket.waiting!.reminders).toHaveLength(2);
  expect(story.accepted().ticket.status).toBe('closed');
});

test('the last of several sessions lets go', () => {
  const story = held().session({ id: 'session-2' }).session({ state: 'expired', holds: false });
  expect(story.ticket.status).toBe('waiting_client');
  expect(story.refusal('close', { reason: 'accepted' }, CLIENT)).toBe('session_open');
  expect(story.session({ id: 'session-2', state: 'completed', holds: false }).ticket.status).toBe(
    'waiting_support',
  );
});

test('a session that ends while support has the word changes nobody’s turn', () => {
  const story = held().replied();
  const { targets } = story.ticket;
  expect(story.session({ state: 'completed', holds: false }).ticket).toMatchObject({
    status: 'waiting_support',
    targets,
  });
});

test('news that comes twice is one event', () => {
  const story = held();
  expect(story.session({ state: 'checkout_opened' }).types).toEqual([]);
  expect(story.session({ state: 'paid' }).types).toEqual(['session_changed']);
});

function moved(seq: number, step: SessionMoney['step'], amountMinor = 116_000): SessionMoney {
  const at = '2026-11-24T15:00:00.000Z';
  return {
    seq,
    at,
    step,
    amountMinor,
    currency: 'MXN',
    method: null,
    paymentId: null,
    reference: null,
    by: null,
  };
}

test('money that moves is told with the state, or alone where the state stays', () => {
  const quoted = aTicket().session({ state: 'quoted', holds: false, money: [moved(1, 'quoted')] });
  expect(quoted.events.at(-1)?.data).toMatchObject({ state: 'quoted', money: [{ seq: 1 }] });
  expect(quoted.events.at(-1)?.data).not.toHaveProperty('sameState');
  const again = quoted.session({ state: 'quoted', holds: false, money: [moved(2, 'quoted_again', 58_000)] });
  expect(again.types).toEqual(['session_changed']);
  expect(again.events.at(-1)?.data).toMatchObject({ sameState: true, money: [{ amountMinor: 58_000 }] });
});

test('a step of the money is told once, also when a session that starts again tells everything', () => {
  const trail = [moved(1, 'quoted'), moved(2, 'accepted')];
  const story = aTicket().session({ state: 'checkout', money: trail });
  expect(story.session({ state: 'checkout', money: trail }).types).toEqual([]);
  const paid = story.session({ state: 'paid', money: [...trail, moved(4, 'paid')] });
  expect(paid.events.at(-1)?.data).toMatchObject({ money: [{ seq: 4, step: 'paid' }] });
  expect(
    paid.session({ state: 'scheduled' }).session({ state: 'paid', money: trail }).events.at(-1)?.data,
  ).toEqual({
    id: 'session-1',
    state: 'paid',
    holds: true,
    nextReplyDue: null,
  });
});
