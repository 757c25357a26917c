import { CLIENT } from '../../support/registration';
import { aTicket } from '../../support/ticket-builder';

const REASON = { reason: 'Era de otro ticket' };

test('a mistaken solution is taken back and no longer counts as given', () => {
  const story = aTicket().attended().solved().after({ hours: 1 }).step('retract', REASON);
  expect(story.dataOf('solution_retracted')).toMatchObject({ ...REASON, cause: 'solution' });
  expect(story.ticket).toMatchObject({ status: 'waiting_support', waiting: null, solution: null });
  expect(story.refusal('close', { reason: 'accepted' }, CLIENT)).toBe('solution_required');
});

test('a mistaken question is taken back, and an earlier solution stays given', () => {
  const story = aTicket().attended().solved().after({ hours: 1 }).asked().step('retract', REASON);
  expect(story.dataOf('solution_retracted').cause).toBe('question');
  expect(story.ticket).toMatchObject({ status: 'waiting_support', waiting: null });
  expect(story.ticket.solution).not.toBeNull();
  expect(story.accepted().ticket.closure?.reason).toBe('accepted');
});

test('taking back starts our clock for the next reply', () => {
  const story = aTicket().attended().solved().after({ hours: 1 }).step('retract', REASON);
  expect(story.ticket.targets.nextReply).toEqual({
    since: story.now,
    dueAt: '2026-11-24T21:00:00.000Z',
    alarmed: false,
  });
});

test('there is nothing to take back while support has the word', () => {
  expect(aTicket().attended().refusal('retract', REASON)).toBe('nothing_to_retract');
  expect(aTicket().attended().solved().replied().refusal('retract', REASON)).toBe('nothing_to_retract');
});
