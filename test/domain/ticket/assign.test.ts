import { AGENT } from '../../support/registration';
import { aTicket, REGISTERED_AT, SUPERVISOR } from '../../support/ticket-builder';

test('an agent claims a ticket before it is classified', () => {
  const story = aTicket().step('assign', { agentId: AGENT.id });
  expect(story.dataOf('assigned')).toEqual({ agentId: AGENT.id, from: null, how: 'claim' });
  expect(story.ticket.milestones.assigned).toEqual({ at: REGISTERED_AT, by: AGENT });
});

test('a supervisor assigns by hand, and again to somebody else', () => {
  const story = aTicket()
    .step('assign', { agentId: 'agent-7' }, SUPERVISOR)
    .step('assign', { agentId: 'agent-8' }, SUPERVISOR);
  expect(story.dataOf('assigned')).toEqual({ agentId: 'agent-8', from: 'agent-7', how: 'hand' });
  expect(story.ticket.assigneeId).toBe('agent-8');
});

test('assigning to the one who has it changes nothing', () => {
  const story = aTicket().taken();
  expect(story.step('assign', { agentId: AGENT.id }).types).toEqual([]);
  expect(story.step('assignAutomatically', { agentId: AGENT.id }).types).toEqual([]);
});

test('automatic assignment needs a category', () => {
  expect(aTicket().refusal('requestAssignment', {})).toBe('category_required');
});

test('automatic assignment needs a priority', () => {
  const story = aTicket().step('categorize', { type: 'question' });
  expect(story.refusal('requestAssignment', {})).toBe('priority_required');
});

test('automatic assignment may be asked for once the ticket is classified', () => {
  expect(aTicket().classified().step('requestAssignment', {}).types).toEqual(['assignment_requested']);
});

test('the agent found gets the ticket', () => {
  const story = aTicket().classified().step('assignAutomatically', { agentId: 'agent-3', from: null });
  expect(story.dataOf('assigned')).toEqual({ agentId: 'agent-3', from: null, how: 'automatic' });
});

test('who claims a ticket while an agent is sought for it keeps it', () => {
  const story = aTicket()
    .classified()
    .taken()
    .step('assignAutomatically', { agentId: 'agent-3', from: null });
  expect(story.types).toEqual([]);
  expect(story.ticket.assigneeId).toBe(AGENT.id);
});

test('another agent may be sought for a ticket that somebody has', () => {
  const story = aTicket().classified().taken();
  story.step('requestAssignment', {}).step('assignAutomatically', { agentId: 'agent-3', from: AGENT.id });
  expect(story.ticket.assigneeId).toBe('agent-3');
});
