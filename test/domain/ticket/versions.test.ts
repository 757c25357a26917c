import { assertVersion } from '../../../src/domain/ticket/decide';
import { fold, updatedForClient } from '../../../src/domain/ticket/evolve';
import { AGENT, CLIENT } from '../../support/registration';
import { aTicket, CLIENT_ADMIN, SUPERVISOR } from '../../support/ticket-builder';

test('every event has the next number, and the ticket the last one', () => {
  const story = aTicket().attended().replied().solved();
  expect(story.events.map(({ seq }) => seq)).toEqual(story.events.map((_event, index) => index + 1));
  expect(story.ticket.version).toBe(story.events.length);
});

test('the events of one command share its id, its actor and its instant', () => {
  const story = aTicket().taken().after({ hours: 1 });
  story.step('postMessage', { body: 'Lo vemos.' }).replied().said('Listo');
  for (const { commandId, actor, at } of story.last) {
    expect({ commandId, actor, at }).toEqual({
      commandId: story.last[0]!.commandId,
      actor: AGENT,
      at: story.now,
    });
  }
});

test("a client's version stands still for what they can not see", () => {
  const story = aTicket().attended();
  const { clientVersion, version, updatedAt } = story.ticket;
  story.after({ hours: 1 }).step('addNote', { body: 'Ver con desarrollo' });
  expect(story.ticket).toMatchObject({ clientVersion, version: version + 1 });
  expect(story.ticket.updatedAt).not.toBe(updatedAt);
  expect(updatedForClient(story.ticket)).toBe(updatedAt);
  expect(story.said('Listo').ticket.clientVersion).toBe(story.ticket.version);
});

test('each side is held to the version that it sees', () => {
  const { ticket } = aTicket().step('addNote', { body: 'Una nota' });
  for (const actor of [CLIENT, CLIENT_ADMIN]) {
    expect(() => assertVersion(ticket, 1, actor)).not.toThrow();
    expect(() => assertVersion(ticket, 2, actor)).toThrow('stale_version');
  }
  for (const actor of [AGENT, SUPERVISOR]) {
    expect(() => assertVersion(ticket, 2, actor)).not.toThrow();
    expect(() => assertVersion(ticket, 1, actor)).toThrow('stale_version');
  }
});

test('without a version anybody may command', () => {
  expect(() => assertVersion(aTicket().ticket, undefined, CLIENT)).not.toThrow();
});

test('the ticket is the fold of its events', () => {
  const story = aTicket().attended().solved().replied().solved().accepted();
  expect(fold(story.events)).toEqual(story.ticket);
});

test('a ticket begins with its registration', () => {
  const story = aTicket().taken();
  expect(() => fold([])).toThrow();
  expect(() => fold(story.last)).toThrow();
});

test('a registration on behalf of a client keeps its reason, and is a ticket of the client', () => {
  const { ticket } = aTicket({ registration: { onBehalfReason: 'Sin acceso a internet' } });
  expect(ticket).toMatchObject({ onBehalfReason: 'Sin acceso a internet', requesterId: CLIENT.id });
  expect(ticket.status).toBe('waiting_support');
});

test('a new ticket follows another, and a part its original', () => {
  const { links } = aTicket({ registration: { follows: '100100', splitFrom: '100101' } }).ticket;
  expect(links).toEqual({ follows: '100100', splitFrom: '100101', splitInto: [] });
});
