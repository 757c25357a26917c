import { CLIENT } from '../../support/registration';
import { aTicket, SUPERVISOR, type TicketStory } from '../../support/ticket-builder';

const DOWN = { incidentId: 'incident-1', title: 'Agenda caída' };

function linked(): TicketStory {
  return aTicket().step('linkIncident', DOWN, SUPERVISOR);
}

test('a ticket becomes part of a general incident, and knows which', () => {
  const story = linked();
  expect(story.dataOf('incident_linked')).toEqual(DOWN);
  expect(story.ticket.generalIncident).toEqual({ id: 'incident-1', title: 'Agenda caída' });
});

test('linking it again to the same incident changes nothing, whatever the incident is called by now', () => {
  expect(linked().step('linkIncident', { ...DOWN, title: 'Agenda lenta' }).types).toEqual([]);
});

test('a ticket has one incident: another is refused until it has left the first', () => {
  const story = linked();
  const other = { incidentId: 'incident-2', title: 'Timbrado caído' };
  expect(story.refusal('linkIncident', other)).toBe('already_exists');
  story.step('unlinkIncident', { incidentId: 'incident-1' }, SUPERVISOR);
  expect(story.dataOf('incident_unlinked')).toEqual(DOWN);
  expect(story.step('linkIncident', other).ticket.generalIncident?.id).toBe('incident-2');
});

test('a ticket leaves no incident that it is not part of', () => {
  expect(aTicket().step('unlinkIncident', { incidentId: 'incident-1' }).types).toEqual([]);
  expect(linked().step('unlinkIncident', { incidentId: 'incident-2' }).types).toEqual([]);
});

test('clients do not link tickets', () => {
  expect(aTicket().refusal('linkIncident', DOWN, CLIENT)).toBe('not_allowed');
  expect(linked().refusal('unlinkIncident', { incidentId: 'incident-1' }, CLIENT)).toBe('not_allowed');
});

test('a closed ticket is linked to nothing and taken out of nothing', () => {
  const alone = aTicket().step('close', { reason: 'withdrawn' }, CLIENT);
  expect(alone.refusal('linkIncident', DOWN)).toBe('ticket_closed');
  const together = linked().step('close', { reason: 'withdrawn' }, CLIENT);
  expect(together.refusal('unlinkIncident', { incidentId: 'incident-1' })).toBe('ticket_closed');
});

test('the 48 hours and our own clock run on', () => {
  const story = aTicket().attended().solved();
  const { waiting, targets, status } = story.ticket;
  story.step('linkIncident', DOWN).step('unlinkIncident', { incidentId: 'incident-1' });
  expect(story.ticket).toMatchObject({ waiting, targets, status });
});
