import { CLIENT } from '../../support/registration';
import { aTicket } from '../../support/ticket-builder';

const CONTACT = { name: 'Rosa Núñez', email: 'rosa.nunez@optica-demo.test', phone: '+52 55 5555 0199' };

test('contact data are corrected by the client, and the earlier ones stay on record', () => {
  const story = aTicket();
  const from = story.ticket.contact;
  story.step('correctContact', { contact: CONTACT }, CLIENT);
  expect(story.dataOf('contact_corrected')).toEqual({ contact: CONTACT, from });
  expect(story.ticket.contact).toEqual(CONTACT);
});

test('an agent corrects contact data too', () => {
  expect(aTicket().step('correctContact', { contact: CONTACT }).ticket.contact).toEqual(CONTACT);
});

test('what happened and when are corrected each on its own', () => {
  const story = aTicket();
  const { description, incidentAt } = story.ticket;
  story.step('correctIncident', { incidentAt: '2026-11-22T10:00:00.000Z' }, CLIENT);
  expect(story.ticket).toMatchObject({ incidentAt: '2026-11-22T10:00:00.000Z', description });
  story.step('correctIncident', { description: 'Solo con tarjeta.' });
  expect(story.dataOf('incident_corrected').from).toEqual({
    incidentAt: '2026-11-22T10:00:00.000Z',
    description,
  });
  expect(story.ticket.description).toBe('Solo con tarjeta.');
  expect(incidentAt).not.toBe(story.ticket.incidentAt);
});

test('an incident has happened already', () => {
  const story = aTicket();
  expect(story.refusal('correctIncident', { incidentAt: '2026-11-24T12:00:00.001Z' })).toBe(
    'incident_in_future',
  );
  story.step('correctIncident', { incidentAt: story.now });
  expect(story.ticket.incidentAt).toBe(story.now);
});

test('a correction neither answers the client nor stops their 48 hours', () => {
  const story = aTicket().attended().solved();
  const { waiting, targets } = story.ticket;
  story.step('correctContact', { contact: CONTACT }, CLIENT);
  story.step('correctIncident', { description: 'Solo con tarjeta.' }, CLIENT);
  expect(story.ticket).toMatchObject({ status: 'waiting_client', waiting, targets });
});

test('nothing is corrected on a closed ticket', () => {
  const story = aTicket().attended().solved().accepted();
  expect(story.refusal('correctContact', { contact: CONTACT }, CLIENT)).toBe('ticket_closed');
  expect(story.refusal('correctIncident', { description: 'Otra cosa' }, CLIENT)).toBe('ticket_closed');
});
