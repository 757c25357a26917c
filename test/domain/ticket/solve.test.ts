import { AGENT, CLIENT } from '../../support/registration';
import { aTicket, sixPoints } from '../../support/ticket-builder';

const SOLUTION = { summary: 'El corte ya suma las ventas a crédito.' };

test('a solution needs a category, a priority, an assignee and the first attention', () => {
  const story = aTicket();
  expect(story.refusal('proposeSolution', SOLUTION)).toBe('category_required');
  story.step('categorize', { type: 'technical_problem' });
  expect(story.refusal('proposeSolution', SOLUTION)).toBe('priority_required');
  story.step('prioritize', { impact: 'one_user', urgency: 'degraded' });
  expect(story.refusal('proposeSolution', SOLUTION)).toBe('assignee_required');
  story.taken();
  expect(story.refusal('proposeSolution', SOLUTION)).toBe('first_attention_required');
  story.step('attend', sixPoints({ message: 'Lo revisamos.' }));
  expect(story.step('proposeSolution', SOLUTION).types).toEqual(['solution_proposed']);
});

test('a solution gives the client the word for the full 48 business hours', () => {
  const story = aTicket().attended().after({ hours: 1 });
  story.step('proposeSolution', { ...SOLUTION, steps: ['Abra el corte'], origin: 'platform' });
  expect(story.dataOf('solution_proposed')).toMatchObject({ ...SOLUTION, steps: ['Abra el corte'] });
  expect(story.ticket).toMatchObject({
    status: 'waiting_client',
    solution: { at: story.now, by: AGENT, origin: 'platform' },
    waiting: { cause: 'solution', since: story.now, autoCloseAt: '2026-11-26T13:00:00.000Z' },
  });
});

test('a solution answers the client', () => {
  const story = aTicket().attended().replied().after({ hours: 2 }).solved();
  expect(story.dataOf('target_settled')).toMatchObject({
    target: 'next_reply',
    met: true,
    businessMinutes: 120,
  });
});

test('what was estimated is there with the solution', () => {
  const story = aTicket().attended();
  expect(story.ticket.estimate).not.toBeNull();
  expect(story.solved().ticket.estimate).toBeNull();
});

test('after "gracias" the same solution again gives new 48 hours', () => {
  const story = aTicket().attended().solved().after({ hours: 40 }).replied().after({ hours: 1 }).solved();
  expect(story.ticket.waiting).toMatchObject({ since: story.now, autoCloseAt: '2026-11-28T05:00:00.000Z' });
});

test('a solution while a question waits is a new entry with full 48 hours', () => {
  const story = aTicket().attended().asked().after({ hours: 47 }).solved();
  expect(story.ticket.waiting).toMatchObject({ cause: 'solution', autoCloseAt: '2026-11-28T11:00:00.000Z' });
});

test('a question after a solution keeps the solution on record', () => {
  const story = aTicket().attended().solved().asked();
  expect(story.ticket).toMatchObject({ waiting: { cause: 'question' }, solution: { by: AGENT } });
});

test('twenty rounds of waiting and answering count 48 hours each', () => {
  const story = aTicket().attended();
  for (let round = 0; round < 20; round += 1) {
    story.solved();
    expect(Date.parse(story.ticket.waiting!.autoCloseAt) - Date.parse(story.now)).toBe(48 * 3_600_000);
    story.after({ hours: 30 }).replied(CLIENT);
    expect(story.ticket.status).toBe('waiting_support');
  }
});
