import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowNotFoundError } from '@temporalio/client';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { CommandData } from '../../src/domain/ticket/commands';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import type { IntakeDocument } from '../../src/store/tickets/intakes';
import { refusalOf } from '../support/desk';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { aTicketInput, CLIENT } from '../support/registration';

const PARTS: CommandData['split']['parts'] = [
  { subject: 'El corte no cuadra', description: 'Falta una venta', type: 'technical_problem' },
  { subject: '¿Cómo exporto?', description: 'A una hoja de cálculo', type: 'question' },
];

let server: ServerDesk;
let ticket: DeskTicket;

beforeAll(async () => {
  server = await openServerDesk();
  const { desk } = server;
  // The versions to which the parts are pinned, as their original is.
  await addPolicyVersion(desk.store, DEFAULT_SUPPORT_POLICY, { now: new Date(), by: null });
  await addCalendarVersion(desk.store, 'mx', DEFAULT_CALENDAR, { now: new Date(), by: null });
  desk.startRelay();
});

beforeEach(async () => {
  ticket = await server.desk.register(aTicketInput());
});

afterEach(async () => {
  expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
});

afterAll(() => server?.close());

const partsOf = (): Promise<IntakeDocument[]> =>
  server.desk.store.intakes
    .find({ 'input.registration.splitFrom': ticket.folio })
    .sort({ _id: 1 })
    .lean<IntakeDocument[]>();

async function runs(folio: string): Promise<boolean> {
  try {
    await server.desk.ticket(folio).state();
    return true;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}

async function untilRuns(folio: string): Promise<DeskTicket> {
  while (!(await runs(folio))) await wait(50);
  return server.desk.ticket(folio);
}

test('the parts begin only once the split is on record, and inherit what they do not give', async () => {
  await ticket.command('addParticipant', { clientId: 'client-2' }, { actor: CLIENT });
  const release = server.desk.hold('archive');
  const commandId = randomUUID();
  await ticket.command('split', { parts: PARTS, keepOriginal: false }, { commandId });
  const held = await partsOf();
  expect(held.map(({ state }) => state)).toEqual(['held', 'held']);
  // The relay starts what is pending as soon as it sees it; it is given the time for two looks.
  await wait(2_500);
  for (const { _id } of held) expect(await runs(_id)).toBe(false);
  release();

  await ticket.handle.result();
  const events = await ticket.events();
  const split = events.find((event) => event.type === 'split')!;
  const folios = (split.data as { parts: { folio: string }[] }).parts.map(({ folio }) => folio);
  expect(folios).toEqual(held.map(({ _id }) => _id));
  expect(events.at(-1)).toMatchObject({ type: 'closed', data: { reason: 'split' } });
  const archived = await server.desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket.links.splitInto).toEqual(folios);

  for (const [index, folio] of folios.entries()) {
    const part = await (await untilRuns(folio)).state();
    const { subject, description, type } = PARTS[index]!;
    expect(part).toMatchObject({ subject, description, type, status: 'waiting_support', priority: null });
    expect(part.links.splitFrom).toBe(ticket.folio);
    const { contact, coverage, product, productVersion, organizationId, requesterId, incidentAt } =
      archived!.ticket;
    expect(part.participantIds).toEqual(['client-2']);
    expect(part).toMatchObject({
      contact,
      coverage,
      product,
      productVersion,
      organizationId,
      requesterId,
      incidentAt,
    });
  }
});

test('the original may stay open with its first topic', async () => {
  await ticket.command('split', { parts: PARTS.slice(1), keepOriginal: true });
  const { status, links } = await ticket.state();
  expect(status).toBe('waiting_support');
  expect(links.splitInto).toHaveLength(1);
  const part = await untilRuns(links.splitInto[0]!);
  expect((await part.state()).links.splitFrom).toBe(ticket.folio);
});

test('the same split twice makes its parts once', async () => {
  const commandId = randomUUID();
  const both = [0, 1].map(() =>
    ticket.command('split', { parts: PARTS, keepOriginal: true }, { commandId, updateId: randomUUID() }),
  );
  await Promise.all(both);
  expect(await partsOf()).toHaveLength(2);
  expect((await ticket.state()).links.splitInto).toHaveLength(2);
});

test('an unread reply stands against a split that closes, and no part is made', async () => {
  await ticket.push('Una cosa más', new Date());
  expect(await refusalOf(ticket.command('split', { parts: PARTS, keepOriginal: false }))).toBe(
    'unread_reply',
  );
  await ticket.until(({ version }) => version === 2);
  expect(await partsOf()).toEqual([]);
  expect(await refusalOf(ticket.command('split', { parts: PARTS.slice(1), keepOriginal: false }))).toBe(
    'too_few_parts',
  );
  expect(await partsOf()).toEqual([]);
});

test('handed over to consulting, it closes as out of scope', async () => {
  await ticket.command('refer', { description: 'Un reporte a la medida', keepOpen: false });
  await ticket.handle.result();
  const events = await ticket.events();
  expect(events.find(({ type }) => type === 'referred')?.data).toMatchObject({ keepOpen: false });
  expect(events.at(-1)).toMatchObject({
    type: 'closed',
    data: { reason: 'out_of_scope', message: 'Un reporte a la medida' },
  });
});

test('handed over with a rest that we support, it stays open', async () => {
  await ticket.command('refer', { description: 'Un reporte a la medida', keepOpen: true });
  const after = await ticket.state();
  expect(after.status).toBe('waiting_support');
  expect(after.referral).not.toBeNull();
});
