import { evolve } from '../../src/domain/ticket/evolve';
import type { TicketEvent } from '../../src/domain/ticket/events';
import { instantAt } from '../../src/domain/instant';
import { appendEvents } from '../../src/store/tickets/events';
import { restoreSnapshot, storedState, writeSnapshot } from '../../src/store/tickets/tickets';
import { rebuildTicket } from '../../tools/rebuild';
import type { DeskTicket } from '../support/desk-ticket';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { AGENT, ALWAYS_OPEN, aTicketInput } from '../support/registration';

let server: ServerDesk;
let ticket: DeskTicket;

beforeAll(async () => {
  server = await openServerDesk();
});

beforeEach(async () => {
  ticket = await server.desk.register(aTicketInput({ calendar: ALWAYS_OPEN }));
  await ticket.command('addNote', { body: 'La que consta' });
  await untilWritten();
});

afterAll(() => server?.close());

async function untilWritten(): Promise<void> {
  const { version } = await ticket.state();
  while ((await storedState(server.desk.store, ticket.folio))?.version !== version);
}

/** What a workflow task wrote that was lost with its worker: the ticket never heard of it. */
async function writeLost(count: number): Promise<void> {
  const { store } = server.desk;
  let state = await ticket.state();
  const at = instantAt(Date.parse(state.updatedAt) + 1);
  const lost = Array.from({ length: count }, (_none, index): TicketEvent => {
    const head = { folio: ticket.folio, seq: state.version + index + 1, at, actor: AGENT };
    return { ...head, commandId: 'lost', type: 'note_added', data: { body: 'Perdida', mentions: [] } };
  });
  state = lost.reduce(evolve, state);
  await appendEvents(store, lost, state.organizationId);
  expect(await writeSnapshot(store, state)).toBe(true);
}

async function expectAsInWorkflow(): Promise<void> {
  const { store } = server.desk;
  await rebuildTicket(store, server.client, ticket.folio);
  const state = await ticket.state();
  expect((await store.tickets.findById(ticket.folio).lean())?.ticket).toEqual(state);
  const events = await ticket.events();
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  expect(events).toHaveLength(state.version);
  expect(events.map(({ commandId }) => commandId)).not.toContain('lost');
}

test('a rebuild takes back what a lost task had written', async () => {
  await writeLost(3);
  await expectAsInWorkflow();
});

test('a rebuild does so also when the ticket has gone on, and its own write was lost too', async () => {
  await writeLost(3);
  const { store } = server.desk;
  const [lost] = await store.tickets.find({ _id: ticket.folio }).lean();
  const events = await store.events.find({ folio: ticket.folio, commandId: 'lost' }).lean();
  await ticket.command('addNote', { body: 'Otra que consta' });
  await untilWritten();
  await store.tickets.replaceOne({ _id: ticket.folio }, lost);
  await store.events.deleteMany({ folio: ticket.folio, seq: { $gte: events[0]!.seq } });
  await store.events.insertMany(events);
  await expectAsInWorkflow();
});

test('a rebuild leaves alone what was written since it asked the ticket', async () => {
  const { store } = server.desk;
  const old = await ticket.state();
  const seen = await storedState(store, ticket.folio);
  await ticket.command('addNote', { body: 'Mientras tanto' });
  await untilWritten();
  await restoreSnapshot(store, old, seen);
  expect((await storedState(store, ticket.folio))?.version).toBe(old.version + 1);
});
