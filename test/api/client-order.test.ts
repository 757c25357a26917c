import { evolve } from '../../src/domain/ticket/evolve';
import type { TicketEvent } from '../../src/domain/ticket/events';
import { orderTicketsForClients } from '../../src/store/tickets/order-tickets';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import { AGENT } from '../support/registration';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
});

afterAll(() => api.stop());

/** A client's tickets, the first registered first. */
async function registered(owner: Caller, count: number): Promise<string[]> {
  const folios: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const { body } = await owner.call('registerTicket', { body: registration() });
    const folio = String(body['folio']);
    await api.project(folio);
    folios.push(folio);
  }
  return folios;
}

/** What the worker writes when an agent adds a note that only support reads. */
async function addNote(folio: string, at: string): Promise<void> {
  const { ticket } = (await api.deps.store.tickets.findById(folio).lean())!;
  const head = { folio, seq: ticket.version + 1, at, actor: AGENT, commandId: `note-${at}` };
  const note: TicketEvent = {
    ...head,
    type: 'note_added',
    data: { body: 'Llamar al proveedor', mentions: [] },
  };
  await writeSnapshot(api.deps.store, evolve(ticket, note));
}

async function pages(caller: Caller, query: string): Promise<{ bodies: unknown[]; folios: string[] }> {
  const bodies: unknown[] = [];
  const folios: string[] = [];
  let cursor: string | null = null;
  do {
    const at = cursor === null ? '' : `&cursor=${cursor}`;
    const { status, body } = await caller.call('listTickets', { query: `?limit=1${query}${at}` });
    expect(status).toBe(200);
    bodies.push(body);
    folios.push(...(body['items'] as { folio: string }[]).map(({ folio }) => folio));
    cursor = body['nextCursor'] as string | null;
  } while (cursor !== null);
  return { bodies, folios };
}

test.each(['client', 'client_admin'] as const)(
  'a %s reads the same list after an internal note as before: order, instants and cursors',
  async (role) => {
    const owner = await api.person('client');
    const reader = role === 'client' ? owner : await api.person(role, owner.who.organizationId);
    const [first] = await registered(owner, 3);
    for (const query of ['', '&sort=updated', '&view=due', '&sort=due']) {
      const before = await pages(reader, query);
      expect(before.folios).toHaveLength(3);
      await addNote(first!, new Date(Date.now() + 3_600_000).toISOString());
      expect(await pages(reader, query)).toEqual(before);
    }
  },
);

test('support does see the ticket with the newest note first', async () => {
  const owner = await api.person('client');
  const folios = await registered(owner, 2);
  await addNote(folios[0]!, new Date(Date.now() + 7_200_000).toISOString());
  const agent = await api.person('agent');
  const { folios: seen } = await pages(agent, `&sort=updated&organization=${owner.who.organizationId}`);
  expect(seen).toEqual([folios[0], folios[1]]);
});

test('a ticket of before there was this order is listed once, and stands in its place after the next start', async () => {
  const owner = await api.person('client');
  const [first, second, third] = (await registered(owner, 3)) as [string, string, string];
  await api.deps.store.tickets.updateOne({ _id: second }, { $unset: { clientUpdatedAt: 1 } });
  expect((await pages(owner, '')).folios).toEqual([third, first, second]);
  await orderTicketsForClients(api.deps.store);
  expect((await pages(owner, '')).folios).toEqual([third, second, first]);
});
