import { setTimeout as wait } from 'node:timers/promises';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { aTicketInput } from '../support/registration';

/** How long a ticket may take to hear that somebody is free for it. */
const PROMPT_MS = 2_000;

let server: ServerDesk;
let tickets: DeskTicket[] = [];

beforeEach(async () => {
  server = await openServerDesk();
  tickets = [];
});

afterEach(async () => {
  for (const ticket of tickets) expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
  await server?.close();
});

async function registered(): Promise<DeskTicket> {
  const ticket = await server.desk.register(aTicketInput());
  tickets.push(ticket);
  return ticket;
}

async function classified(urgency: 'business_stopped' | 'degraded' | 'inconvenience' = 'inconvenience') {
  const ticket = await registered();
  await ticket.classify({ urgency });
  return ticket;
}

/** Until a ticket has looked for an agent and found none. */
async function waits(ticket: DeskTicket): Promise<void> {
  while (!(await server.desk.store.waiters.exists({ _id: ticket.folio }))) await wait(20);
  expect((await ticket.state()).assigneeId).toBeNull();
}

const assignee = async (ticket: DeskTicket): Promise<string | null> =>
  (await ticket.until(({ assigneeId }) => assigneeId !== null)).assigneeId;

const howAssigned = async (ticket: DeskTicket): Promise<string[]> =>
  (await ticket.events()).flatMap((event) =>
    event.type === 'assigned' ? [`${event.data.how} ${event.data.agentId}`] : [],
  );

const foliosOf = async (id: string): Promise<string[]> =>
  (await server.desk.store.agents.findById(id).lean())!.folios;

test('a free agent gets the ticket at once, when type and priority are known', async () => {
  await server.desk.hire('ana');
  await server.desk.hire('unskilled', { skills: ['question'] });
  const ticket = await registered();
  await ticket.command('categorize', { type: 'technical_problem' });
  expect((await ticket.state()).assigneeId).toBeNull();
  await ticket.command('prioritize', { impact: 'one_user', urgency: 'degraded' });
  expect(await assignee(ticket)).toBe('ana');
  await ticket.command('addNote', { body: 'Ya está escrito' });
  expect(await howAssigned(ticket)).toEqual(['automatic ana']);
  expect(await foliosOf('ana')).toEqual([ticket.folio]);
  expect(await server.desk.store.waiters.exists({ _id: ticket.folio })).toBeNull();
});

test('when nobody is free it waits, and is assigned within two seconds of somebody becoming so', async () => {
  await server.desk.hire('ana', { available: false });
  const ticket = await classified();
  await waits(ticket);
  const freeAt = Date.now();
  await server.desk.changeAgent('ana', { available: true });
  expect(await assignee(ticket)).toBe('ana');
  expect(Date.now() - freeAt).toBeLessThan(PROMPT_MS);
});

test('among the waiting: by priority, then by age', async () => {
  await server.desk.hire('ana', { capacity: 1, available: false });
  const low = await classified('inconvenience');
  const young = await classified('degraded');
  const urgent = await classified('business_stopped');
  // The oldest of the two of one priority by its registration, not by when it began to wait.
  const old = await server.desk.register(aTicketInput({ registeredAt: '2026-01-05T16:00:00.000Z' }));
  tickets.push(old);
  await old.classify({ urgency: 'degraded' });
  for (const ticket of tickets) await waits(ticket);
  await server.desk.changeAgent('ana', { available: true });
  for (const [capacity, next] of [urgent, old, young, low].entries()) {
    if (capacity > 0) await server.desk.changeAgent('ana', { capacity: capacity + 1 });
    expect(await assignee(next)).toBe('ana');
    expect(await foliosOf('ana')).toHaveLength(capacity + 1);
  }
});

test('a closing frees a place for the next one', async () => {
  await server.desk.hire('ana', { capacity: 1 });
  const first = await classified();
  expect(await assignee(first)).toBe('ana');
  const second = await classified();
  await waits(second);
  await first.command('close', { reason: 'out_of_scope', message: 'No es nuestro' });
  await first.handle.result();
  expect(await assignee(second)).toBe('ana');
  await second.command('addNote', { body: 'Ya está escrito' });
  expect(await foliosOf('ana')).toEqual([second.folio]);
});

test('recategorized while it waits, it goes to somebody with that experience', async () => {
  await server.desk.hire('beto', { skills: ['question'] });
  const ticket = await classified();
  await waits(ticket);
  await ticket.command('categorize', { type: 'question' });
  expect(await assignee(ticket)).toBe('beto');
});

test('a claim while it waits ends the search', async () => {
  await server.desk.hire('ana', { available: false });
  const ticket = await classified();
  await waits(ticket);
  await ticket.command('assign', { agentId: 'agent-1' });
  await server.desk.changeAgent('ana', { available: true });
  await ticket.command('addNote', { body: 'Después' });
  expect(await howAssigned(ticket)).toEqual(['claim agent-1']);
  expect(await foliosOf('ana')).toEqual([]);
});

test('a claim during the search stands, and the found agent stays free', async () => {
  await server.desk.hire('ana');
  const release = server.desk.hold('findAssignee');
  const ticket = await classified();
  await ticket.command('assign', { agentId: 'agent-1' });
  release();
  await ticket.command('addNote', { body: 'Mientras' });
  // Written only once the search has ended.
  while (!(await ticket.events()).some(({ type }) => type === 'note_added')) await wait(20);
  expect((await ticket.state()).assigneeId).toBe('agent-1');
  expect(await howAssigned(ticket)).toEqual(['claim agent-1']);
  expect(await foliosOf('ana')).toEqual([]);
});

test('asked for another one, it goes to another one', async () => {
  await server.desk.hire('ana');
  const ticket = await classified();
  expect(await assignee(ticket)).toBe('ana');
  await server.desk.hire('beto');
  await ticket.command('requestAssignment', {});
  await ticket.until(({ assigneeId }) => assigneeId === 'beto');
  await ticket.command('addNote', { body: 'Ya está escrito' });
  expect(await foliosOf('ana')).toEqual([]);
  expect(await foliosOf('beto')).toEqual([ticket.folio]);
});

test('many at once never overfill anybody, and all places are used', async () => {
  await server.desk.hire('ana', { capacity: 3 });
  await server.desk.hire('beto', { capacity: 2 });
  const all = await Promise.all(Array.from({ length: 8 }, () => classified()));
  const assigned = async (): Promise<DeskTicket[]> => {
    const states = await Promise.all(all.map(async (ticket) => ({ ticket, state: await ticket.state() })));
    return states.filter(({ state }) => state.assigneeId !== null).map(({ ticket }) => ticket);
  };
  while ((await assigned()).length < 5) await wait(50);
  expect(await foliosOf('ana')).toHaveLength(3);
  expect(await foliosOf('beto')).toHaveLength(2);
  expect(await assigned()).toHaveLength(5);
});
