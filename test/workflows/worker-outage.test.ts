import { setTimeout as wait } from 'node:timers/promises';
import type { DeskTicket } from '../support/desk-ticket';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';

/** Long enough to stop a worker in, on a busy machine too. */
const WAIT_MS = 8_000;
const policy = { waitingClientHours: WAIT_MS / 3_600_000, reminderHours: [] };

let server: ServerDesk;
let answeredInTime: DeskTicket;
let answeredLate: DeskTicket;
let silent: DeskTicket;
let dueOfLate: number;
let dueOfSilent: number;
let back: number;

/** One outage over the deadlines of three tickets. */
beforeAll(async () => {
  server = await openServerDesk();
  const { desk } = server;
  const waiting = async (): Promise<{ ticket: DeskTicket; due: number }> => {
    const ticket = await desk.register(aTicketInput({ calendar: ALWAYS_OPEN, policy }));
    await ticket.attend();
    return { ticket, ...(await ticket.solve()) };
  };
  const [inTime, late, never] = await Promise.all([waiting(), waiting(), waiting()]);
  [answeredInTime, answeredLate, silent] = [inTime.ticket, late.ticket, never.ticket];
  [dueOfLate, dueOfSilent] = [late.due, never.due];
  await desk.stopWorker();
  const repliedAt = Date.now();
  // Else the worker saw the end, and this is no outage.
  expect(repliedAt).toBeLessThan(Math.min(inTime.due, late.due, never.due));
  expect(await answeredInTime.reply('No quedó', repliedAt)).toBe('accepted');
  await wait(Math.max(inTime.due, late.due, never.due) + 1_000 - Date.now());
});

afterAll(() => server?.close());

test('after the end a reply is refused, though nobody was there to close', async () => {
  expect(await answeredLate.reply('Llego tarde', dueOfLate)).toBe('past_due');
  expect(await answeredLate.reply('Llego más tarde', Date.now())).toBe('past_due');
  // Where a reply came in time, the word is the client's again, and another one adds to it.
  expect(await answeredInTime.reply('Sigo esperando', Date.now())).toBe('accepted');
  back = Date.now();
  await server.desk.startWorker();
  await answeredLate.handle.result();
  const archived = await server.desk.store.archive.findById(answeredLate.folio).lean();
  expect(archived?.ticket.closure).toMatchObject({ reason: 'no_client_response' });
  expect(await answeredLate.reply('¿Hola?', Date.now())).toBe('sealed');
});

test('a reply accepted before the end wins, however late the worker comes back', async () => {
  const after = await answeredInTime.until(({ status }) => status === 'waiting_support');
  expect(after).toMatchObject({ closure: null, waiting: null });
  const events = await answeredInTime.events();
  const replies = events.filter(({ type, actor }) => type === 'message_posted' && actor.role === 'client');
  expect(replies.map(({ data }) => (data as { body: string }).body)).toEqual(['No quedó', 'Sigo esperando']);
  expect(await server.desk.store.inboxes.findById(answeredInTime.folio).lean()).toMatchObject({
    pending: [],
  });
});

test('silence closes once, and the record has the true instant', async () => {
  await silent.handle.result();
  const closed = (await silent.events()).filter(({ type }) => type === 'closed');
  expect(closed).toHaveLength(1);
  expect(closed[0]!.data).toMatchObject({ dueAt: new Date(dueOfSilent).toISOString() });
  expect(Date.parse(closed[0]!.at)).toBeGreaterThanOrEqual(back);
  const archived = await server.desk.store.archive.findById(silent.folio).lean();
  expect(archived?.ticket.closure).toMatchObject({ dueAt: new Date(dueOfSilent).toISOString() });
});
