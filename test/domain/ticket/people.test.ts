import { CLIENT } from '../../support/registration';
import { aTicket, CLIENT_ADMIN, COLLEAGUE, STRANGER } from '../../support/ticket-builder';

const COLLEAGUES = { clientId: COLLEAGUE.id };

test.each([
  ['the requester', CLIENT],
  ['the client_admin', CLIENT_ADMIN],
])('%s adds a colleague and takes them off again', (_who, actor) => {
  const story = aTicket().step('addParticipant', COLLEAGUES, actor);
  expect(story.ticket.participantIds).toEqual([COLLEAGUE.id]);
  expect(story.step('removeParticipant', COLLEAGUES, actor).ticket.participantIds).toEqual([]);
});

test('adding somebody who is on the ticket changes nothing', () => {
  const story = aTicket().step('addParticipant', COLLEAGUES, CLIENT);
  expect(story.step('addParticipant', COLLEAGUES, CLIENT).types).toEqual([]);
  expect(story.step('addParticipant', { clientId: CLIENT.id }, COLLEAGUE).types).toEqual([]);
});

test('only somebody who was added can be taken off', () => {
  expect(aTicket().refusal('removeParticipant', COLLEAGUES, CLIENT)).toBe('not_participant');
  expect(aTicket().refusal('removeParticipant', { clientId: CLIENT.id }, CLIENT)).toBe('not_participant');
});

test('somebody who is not on the ticket does not add themselves', () => {
  expect(aTicket().refusal('addParticipant', { clientId: STRANGER.id }, STRANGER)).toBe('not_allowed');
  const left = aTicket()
    .step('addParticipant', COLLEAGUES, CLIENT)
    .step('removeParticipant', COLLEAGUES, COLLEAGUE);
  expect(left.refusal('addParticipant', COLLEAGUES, COLLEAGUE)).toBe('not_allowed');
});

test.each([
  ['the requester', CLIENT],
  ['the client_admin', CLIENT_ADMIN],
])('%s passes the ticket on', (_who, actor) => {
  const story = aTicket()
    .step('addParticipant', COLLEAGUES, CLIENT)
    .step('changeRequester', COLLEAGUES, actor);
  expect(story.dataOf('requester_changed')).toEqual({ clientId: COLLEAGUE.id, from: CLIENT.id });
  expect(story.ticket).toMatchObject({ requesterId: COLLEAGUE.id, participantIds: [] });
});

test('a colleague speaks on the ticket but does not give it away', () => {
  const story = aTicket().step('addParticipant', COLLEAGUES, CLIENT);
  expect(story.refusal('changeRequester', COLLEAGUES, COLLEAGUE)).toBe('not_allowed');
});

test('who passed the ticket on no longer withdraws it', () => {
  const story = aTicket().step('changeRequester', COLLEAGUES, CLIENT);
  expect(story.refusal('close', { reason: 'withdrawn' }, CLIENT)).toBe('not_allowed');
  expect(story.step('close', { reason: 'withdrawn' }, COLLEAGUE).ticket.status).toBe('closed');
});

test('passing the ticket to its requester changes nothing', () => {
  expect(aTicket().step('changeRequester', { clientId: CLIENT.id }, CLIENT).types).toEqual([]);
});

test('people come and go without touching the 48 hours', () => {
  const story = aTicket().attended().solved();
  const { waiting } = story.ticket;
  story.step('addParticipant', COLLEAGUES, CLIENT).step('changeRequester', COLLEAGUES, CLIENT);
  expect(story.ticket).toMatchObject({ status: 'waiting_client', waiting });
});
