import { AGENT } from '../../support/registration';
import { aTicket, REGISTERED_AT, sixPoints } from '../../support/ticket-builder';

test('categorizing puts the type, where it came from and the note on record', () => {
  const story = aTicket().step('categorize', { type: 'question', note: 'Pregunta por el corte' });
  expect(story.dataOf('categorized')).toEqual({
    type: 'question',
    from: 'technical_problem',
    note: 'Pregunta por el corte',
  });
  expect(story.ticket.type).toBe('question');
  expect(story.ticket.milestones.categorized).toEqual({ at: REGISTERED_AT, by: AGENT });
});

test('a type that the pinned policy does not know is refused', () => {
  expect(aTicket().refusal('categorize', { type: 'nothing_of_ours' })).toBe('unknown_type');
});

test('impact and urgency give the priority of the matrix', () => {
  const story = aTicket().step('prioritize', { impact: 'many_users', urgency: 'business_stopped' });
  expect(story.ticket).toMatchObject({
    impact: 'many_users',
    urgency: 'business_stopped',
    priority: 'urgent',
    milestones: { prioritized: { at: REGISTERED_AT, by: AGENT } },
  });
});

test.each([
  ['usability', 'medium'],
  ['question', 'low'],
  ['manual_request', 'low'],
  ['cosmetic_problem', 'low'],
] as const)('the ceiling of %s lets nothing above %s be proposed', (type, priority) => {
  const story = aTicket()
    .step('categorize', { type })
    .step('prioritize', { impact: 'many_users', urgency: 'business_stopped' });
  expect(story.ticket.priority).toBe(priority);
});

test('another priority than the proposed one needs a reason', () => {
  const story = aTicket();
  const asked = { impact: 'one_user', urgency: 'can_wait', priority: 'urgent' } as const;
  expect(story.refusal('prioritize', asked)).toBe('reason_required');
  story.step('prioritize', { ...asked, reason: 'Es su único punto de venta' });
  expect(story.dataOf('prioritized')).toMatchObject({ proposed: 'low', priority: 'urgent' });
});

test('an agent may go above the ceiling with a reason', () => {
  const story = aTicket().step('categorize', { type: 'question' });
  const asked = { impact: 'one_user', urgency: 'can_wait', priority: 'high' } as const;
  expect(story.refusal('prioritize', asked)).toBe('reason_required');
  expect(story.step('prioritize', { ...asked, reason: 'Abre mañana' }).ticket.priority).toBe('high');
});

test('the proposed priority named by hand needs no reason', () => {
  const story = aTicket().step('prioritize', { impact: 'one_user', urgency: 'degraded', priority: 'high' });
  expect(story.ticket.priority).toBe('high');
});

test('classifying again after the assignment keeps the earlier events and the assignee', () => {
  const story = aTicket().attended().after({ hours: 1 });
  story
    .step('categorize', { type: 'blocked_space' })
    .step('prioritize', { impact: 'many_users', urgency: 'degraded' });
  expect(story.ticket).toMatchObject({ type: 'blocked_space', priority: 'urgent', assigneeId: AGENT.id });
  expect(story.ticket.milestones.prioritized!.at).toBe(story.now);
  expect(story.events.filter(({ type }) => type === 'prioritized')).toHaveLength(2);
});

test('a priority moves the targets, each counted from where its clock began', () => {
  const story = aTicket().after({ minutes: 10 }).replied().after({ minutes: 20 });
  story.step('prioritize', { impact: 'many_users', urgency: 'business_stopped' });
  expect(story.ticket.targets).toMatchObject({
    firstAttention: { since: REGISTERED_AT, dueAt: '2026-11-24T13:00:00.000Z' },
    nextReply: { since: '2026-11-24T12:10:00.000Z', dueAt: '2026-11-24T14:10:00.000Z' },
  });
});

test('a target that is settled is not opened again by another priority', () => {
  const story = aTicket().attended().step('prioritize', { impact: 'minimal', urgency: 'can_wait' });
  expect(story.ticket.targets).toEqual({ firstAttention: null, nextReply: null });
});

test('the type in the first attention limits the priority in the same command', () => {
  const story = aTicket()
    .taken()
    .step('attend', sixPoints({ type: 'question', impact: 'many_users', urgency: 'business_stopped' }));
  expect(story.types).toEqual(['categorized', 'prioritized', 'attention_recorded']);
  expect(story.ticket).toMatchObject({ type: 'question', priority: 'low' });
});
