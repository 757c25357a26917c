import { isClientVisible, type EventType } from '../../../src/domain/ticket/events';
import { CLIENT } from '../../support/registration';
import { aTicket, COLLEAGUE, sixPoints, type TicketStory } from '../../support/ticket-builder';

function seen(story: TicketStory): EventType[] {
  return story.last.filter(isClientVisible).map(({ type }) => type);
}

test('the client sees every step of the process', () => {
  const story = aTicket();
  expect(story.events.filter(isClientVisible)).toHaveLength(1);
  expect(seen(story.step('categorize', { type: 'technical_problem' }))).toEqual(['categorized']);
  expect(seen(story.step('prioritize', { impact: 'one_user', urgency: 'degraded' }))).toEqual([
    'prioritized',
  ]);
  expect(seen(story.taken())).toEqual(['assigned']);
  expect(seen(story.step('attend', sixPoints({ message: 'Lo vemos.' })))).toEqual([
    'attention_recorded',
    'message_posted',
    'first_attended',
  ]);
  expect(seen(story.asked())).toEqual(['message_posted']);
  expect(seen(story.step('retract', { reason: 'No era' }))).toEqual(['solution_retracted']);
  expect(seen(story.solved())).toEqual(['solution_proposed']);
  expect(seen(story.step('addParticipant', { clientId: COLLEAGUE.id }, CLIENT))).toEqual([
    'participant_added',
  ]);
  expect(seen(story.step('linkIncident', { incidentId: 'incident-1', title: 'Agenda caída' }))).toEqual([
    'incident_linked',
  ]);
  expect(seen(story.step('unlinkIncident', { incidentId: 'incident-1' }))).toEqual(['incident_unlinked']);
  expect(seen(story.session({ holds: false }))).toEqual(['session_changed']);
  expect(seen(story.after({ hours: 24 }).step('remind', { hours: 24 }))).toEqual(['reminder_sent']);
  expect(seen(story.accepted())).toEqual(['closed']);
});

test('notes, our own clock and the engine are for support only', () => {
  const story = aTicket().classified();
  expect(seen(story.step('addNote', { body: 'Cliente difícil' }))).toEqual([]);
  expect(seen(story.step('requestAssignment', {}))).toEqual([]);
  expect(seen(story.after({ hours: 9 }).step('missTarget', { target: 'first_attention' }))).toEqual([]);
  expect(seen(story.step('ignoreCancel', {}))).toEqual([]);
  expect(seen(story.step('repair', { reason: 'Ejecución terminada' }))).toEqual([]);
  story.taken().step('attend', sixPoints()).after({ hours: 9 });
  expect(seen(story.step('overrunEstimate', {}))).toEqual([]);
  expect(seen(story.replied().said('Listo'))).not.toContain('target_settled');
});

test.each([
  ['answered', true, true],
  ['answered', false, false],
  ['no_answer', false, false],
] as const)('a call with %s and a reply %s is the client’s to see: %s', (outcome, clientReplied, visible) => {
  const story = aTicket();
  const call = {
    at: story.now,
    minutes: 3,
    number: '5555550101',
    summary: 'Llamada',
    outcome,
    clientReplied,
  };
  expect(seen(story.step('recordPhoneCall', call)).includes('phone_call_recorded')).toBe(visible);
});
