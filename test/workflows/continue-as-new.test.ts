import { randomUUID } from 'node:crypto';
import { waitUntil } from '../../tools/toolchain/wait-until';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openSkippingDesk, type SkippingDesk } from '../support/open-desk';
import { ALWAYS_OPEN, aTicketInput } from '../support/registration';

let skipping: SkippingDesk;

beforeAll(async () => {
  skipping = await openSkippingDesk();
});

afterAll(() => skipping?.close());

/** Few enough that a handful of notes brings the next run. */
const HISTORY_LIMIT = 90;

async function waitingTicket(): Promise<{ ticket: DeskTicket; due: number }> {
  const registeredAt = new Date(await skipping.now()).toISOString();
  const input = aTicketInput({ registeredAt, calendar: ALWAYS_OPEN, historyLimit: HISTORY_LIMIT });
  const ticket = await skipping.desk.register(input);
  await ticket.attend();
  return { ticket, due: (await ticket.solve()).due };
}

const runOf = async (ticket: DeskTicket): Promise<string> => (await ticket.handle.describe()).runId;

/** Notes until another run has taken over. */
async function untilNextRun(ticket: DeskTicket): Promise<void> {
  const first = await runOf(ticket);
  for (let note = 1; (await runOf(ticket)) === first; note += 1) {
    await ticket.command('addNote', { body: `Nota ${note}` });
    expect(note).toBeLessThan(40);
  }
}

test('in mid-wait: the closing instant stands, and silence closes at it', async () => {
  const { ticket, due } = await waitingTicket();
  const before = await ticket.state();
  await untilNextRun(ticket);
  expect((await ticket.state()).waiting).toEqual(before.waiting);
  await ticket.handle.result();
  const events = await ticket.events();
  const closed = events.filter(({ type }) => type === 'closed');
  expect(closed.map(({ data }) => data)).toEqual([
    expect.objectContaining({ reason: 'no_client_response', dueAt: new Date(due).toISOString() }),
  ]);
  expect(Date.parse(closed[0]!.at) - due).toBeLessThan(1000);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.filter(({ type }) => type === 'reminder_sent')).toHaveLength(2);
  const histories = await ticket.histories();
  expect(histories.length).toBeGreaterThan(1);
  expect(histories.flatMap(taskFailures)).toEqual([]);
});

test('a command that an earlier run carried out is known to the next', async () => {
  const { ticket } = await waitingTicket();
  const commandId = randomUUID();
  await ticket.command('addNote', { body: 'Una sola vez' }, { commandId });
  await untilNextRun(ticket);
  const { version } = await ticket.state();
  // The engine has forgotten the id with the old run; with another id it never knew it.
  expect((await ticket.command('addNote', { body: 'Una sola vez' }, { commandId })).version).toBe(version);
  const again = ticket.command('addNote', { body: 'Otra vez' }, { commandId, updateId: randomUUID() });
  expect((await again).version).toBe(version);
  expect((await ticket.events()).filter((event) => event.commandId === commandId)).toHaveLength(1);
});

test('bursts of commands and replies over the change of runs: nothing is lost, nothing doubled', async () => {
  const { ticket } = await waitingTicket();
  const first = await runOf(ticket);
  const sent: string[] = [];
  const replied: string[] = [];
  for (let burst = 0; burst < 4; burst += 1) {
    const now = await skipping.now();
    const ids = Array.from({ length: 12 }, () => randomUUID());
    const body = `Respuesta ${burst}`;
    sent.push(...ids);
    replied.push(body);
    const [outcome] = await Promise.all([
      ticket.reply(body, now),
      ...ids.map((commandId) => ticket.command('addNote', { body: commandId }, { commandId })),
    ]);
    expect(outcome).toBe('accepted');
  }
  // Read from the store: the time-skipping server never answers a query that meets the change of runs.
  await waitUntil(
    'everything to be on record',
    20_000,
    async () => (await ticket.events()).length >= 8 + 48 + 4,
  );
  await waitUntil('the next run', 20_000, async () => (await runOf(ticket)) !== first);
  await ticket.command('addNote', { body: 'La última' });
  const events = await ticket.events();
  const notes = events.flatMap((event) => (event.type === 'note_added' ? [event.data.body] : []));
  expect(notes.sort()).toEqual([...sent, 'La última'].sort());
  const replies = events.filter(({ type, actor }) => type === 'message_posted' && actor.role === 'client');
  expect(replies.map(({ data }) => (data as { body: string }).body)).toEqual(replied);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
});

test('a run that is due to end waits for a command that asks the world outside, and does not turn in circles', async () => {
  const registeredAt = new Date(await skipping.now()).toISOString();
  const input = aTicketInput({ registeredAt, calendar: ALWAYS_OPEN, historyLimit: HISTORY_LIMIT });
  const ticket = await skipping.desk.register(input);
  const first = await runOf(ticket);
  // Each asks until when the first attention is due, so one of them is under way when the history is long enough.
  for (let turn = 0; (await runOf(ticket)) === first; turn += 1) {
    const impact = turn % 2 === 0 ? 'minimal' : 'one_user';
    await ticket.command('prioritize', { impact, urgency: 'degraded' });
    expect(turn).toBeLessThan(40);
  }
  expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
});
