import { setTimeout as wait } from 'node:timers/promises';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openSkippingDesk, type SkippingDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';

let skipping: SkippingDesk;

beforeAll(async () => {
  skipping = await openSkippingDesk();
});

afterAll(() => skipping?.close());

const ROUNDS = 40;
/** How far around the due instant the replies are sent, in milliseconds. */
const SPREAD_MS = 60;

/**
 * Many tickets that fall due one after the other, and a client of each who answers just then. Whoever wins, inbox,
 * workflow and record must tell the same story.
 */
test('a reply against the deadline: one of them wins, and all agree who', async () => {
  const { desk, now, sleepUntil } = skipping;
  const tickets: { ticket: DeskTicket; due: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const registeredAt = new Date(await now()).toISOString();
    const ticket = await desk.register(aTicketInput({ registeredAt, calendar: ALWAYS_OPEN }));
    await ticket.command('assign', { agentId: 'agent-1' });
    await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
    const { waiting } = await ticket.state();
    tickets.push({ ticket, due: Date.parse(waiting!.autoCloseAt) });
  }
  await sleepUntil(tickets[0]!.due - 2000);
  // From here on time runs by itself, so the engine's timers and the clients really race.
  const ahead = (await now()) - Date.now();
  const outcomes = await Promise.all(
    tickets.map(async ({ ticket, due }, round) => {
      const at = due + ((round * 37) % (2 * SPREAD_MS)) - SPREAD_MS;
      await wait(Math.max(0, at - ahead - Date.now()));
      const outcome = await ticket.reply('Sigo aquí', Date.now() + ahead);
      return { ticket, due, outcome };
    }),
  );

  const counts = { accepted: 0, refused: 0 };
  for (const { ticket, due, outcome } of outcomes) {
    if (outcome === 'accepted') {
      counts.accepted += 1;
      const { closure } = await ticket.until(({ status }) => status === 'waiting_support');
      expect(closure).toBeNull();
      const replies = (await ticket.events()).filter(
        ({ type, actor }) => type === 'message_posted' && actor.role === 'client',
      );
      expect(replies).toHaveLength(1);
      const inbox = await desk.store.inboxes.findById(ticket.folio).lean();
      expect(inbox).toMatchObject({ sealed: null, pending: [] });
      expect(await desk.store.archive.exists({ _id: ticket.folio })).toBeNull();
    } else {
      counts.refused += 1;
      await ticket.handle.result();
      const events = await ticket.events();
      expect(
        events.filter(({ actor, type }) => type === 'message_posted' && actor.role === 'client'),
      ).toEqual([]);
      expect(events.filter(({ type }) => type === 'closed').map(({ data }) => data)).toEqual([
        expect.objectContaining({ reason: 'no_client_response', dueAt: new Date(due).toISOString() }),
      ]);
      const inbox = await desk.store.inboxes.findById(ticket.folio).lean();
      expect(inbox).toMatchObject({
        sealed: { token: `silence/${new Date(due).toISOString()}` },
        pending: [],
      });
    }
    expect(taskFailures(await ticket.handle.fetchHistory())).toEqual([]);
  }
  // Without both outcomes nothing has raced.
  expect(counts.accepted).toBeGreaterThan(0);
  expect(counts.refused).toBeGreaterThan(0);
});
