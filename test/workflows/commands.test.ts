import { randomUUID } from 'node:crypto';
import { refusalOf } from '../support/desk';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { aTicketInput, CLIENT } from '../support/registration';

let server: ServerDesk;
let ticket: DeskTicket;

beforeAll(async () => {
  server = await openServerDesk();
});

beforeEach(async () => {
  ticket = await server.desk.register(aTicketInput());
});

afterEach(async () => {
  expect((await ticket.histories()).flatMap(taskFailures)).toEqual([]);
});

afterAll(() => server?.close());

const types = async (): Promise<string[]> => (await ticket.events()).map(({ type }) => type);

describe('two at once', () => {
  test('of two commands on the same version one is carried out, the other is told that it is stale', async () => {
    const { version } = await ticket.state();
    const both = ['Uno', 'Dos'].map((body) => ticket.command('addNote', { body }, { ifMatch: version }));
    expect((await Promise.all(both.map(refusalOf))).sort()).toEqual(['accepted', 'stale_version']);
    expect((await ticket.events()).filter(({ type }) => type === 'note_added')).toHaveLength(1);
  });

  test('of two closings one closes, the other hears that the ticket is closed', async () => {
    await ticket.attend();
    const both = ['Uno', 'Dos'].map((message) => ticket.command('close', { reason: 'resolved', message }));
    const outcomes = await Promise.all(
      both.map((closing) => refusalOf(closing).catch((error: Error) => error.name)),
    );
    expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(outcomes).not.toEqual(['accepted', 'accepted']);
    await ticket.handle.result();
    expect((await types()).filter((type) => type === 'closed')).toHaveLength(1);
  });

  test('the same command twice is carried out once', async () => {
    const commandId = randomUUID();
    const both = [0, 1].map(() =>
      ticket.command('addNote', { body: 'Una vez' }, { commandId, updateId: randomUUID() }),
    );
    const [one, other] = await Promise.all(both);
    expect(one).toEqual(other);
    expect((await ticket.events()).filter(({ type }) => type === 'note_added')).toHaveLength(1);
  });

  test('thirty commands at once are all carried out, in one sequence', async () => {
    const ids = Array.from({ length: 30 }, () => randomUUID());
    await Promise.all(ids.map((commandId) => ticket.command('addNote', { body: 'Nota' }, { commandId })));
    const events = await ticket.events();
    expect(events.map(({ seq }) => seq)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(
      events
        .slice(1)
        .map(({ commandId }) => commandId)
        .sort(),
    ).toEqual([...ids].sort());
  });
});

test("a note does not make a client's version stale", async () => {
  const { clientVersion } = await ticket.state();
  await ticket.command('addNote', { body: 'Entre nosotros' });
  const contact = { name: 'Rosa', email: 'rosa@optica-demo.test', phone: '+52 55 5555 0102' };
  const correction = ticket.command('correctContact', { contact }, { actor: CLIENT, ifMatch: clientVersion });
  expect(await refusalOf(correction)).toBe('accepted');
  const stale = ticket.command('correctContact', { contact }, { actor: CLIENT, ifMatch: clientVersion });
  expect(await refusalOf(stale)).toBe('stale_version');
});

test('a question gives the client the word, a reply takes it back', async () => {
  await ticket.command('assign', { agentId: 'agent-1' });
  await ticket.command('postMessage', { body: '¿En qué sucursal?', awaitsClient: true });
  expect(await ticket.state()).toMatchObject({ status: 'waiting_client', waiting: { cause: 'question' } });
  expect(await ticket.reply('En Polanco', new Date())).toBe('accepted');
  expect(await ticket.until(({ status }) => status === 'waiting_support')).toMatchObject({ waiting: null });
  // Nobody waits, so there is nothing to take back.
  expect(await refusalOf(ticket.command('retract', { reason: 'Me equivoqué' }))).toBe('nothing_to_retract');
});

test('taking back a question leaves the earlier solution, taking back a solution does not', async () => {
  await ticket.attend();
  await ticket.solve();
  await ticket.command('postMessage', { body: '¿Quedó?', awaitsClient: true });
  await ticket.command('retract', { reason: 'No hacía falta' });
  const after = await ticket.state();
  expect(after.status).toBe('waiting_support');
  expect(after.solution).not.toBeNull();
  await ticket.solve();
  await ticket.command('retract', { reason: 'Era otra' });
  expect((await ticket.state()).solution).toBeNull();
  expect(await refusalOf(ticket.command('close', { reason: 'accepted' }, { actor: CLIENT }))).toBe(
    'solution_required',
  );
});

test('the client accepts the solution, and the ticket rests in the archive', async () => {
  await ticket.attend();
  await ticket.solve();
  await ticket.command('close', { reason: 'accepted' }, { actor: CLIENT });
  expect(await ticket.handle.result()).toEqual({ folio: ticket.folio, outcome: 'archived' });
  const archived = await server.desk.store.archive.findById(ticket.folio).lean();
  expect(archived?.ticket).toMatchObject({ status: 'closed', closure: { reason: 'accepted' } });
  const open = await server.desk.store.tickets.findById(ticket.folio).lean();
  expect(open).toMatchObject({ closed: true, version: archived!.ticket.version });
  expect(open).not.toHaveProperty('ticket');
});

test('a request to cancel from outside is noted, and nothing else', async () => {
  await ticket.attend();
  await ticket.handle.cancel();
  await ticket.until(({ version }) => version === 9);
  await ticket.solve();
  expect((await types()).filter((type) => type === 'engine_cancel_ignored')).toHaveLength(1);
  expect((await ticket.handle.describe()).status.name).toBe('RUNNING');
  await ticket.command('close', { reason: 'accepted' }, { actor: CLIENT });
  await ticket.handle.result();
  expect((await types()).at(-1)).toBe('closed');
});

test('a cancel request that comes while nobody works is noted when somebody does', async () => {
  await server.desk.stopWorker();
  await ticket.handle.cancel();
  await server.desk.startWorker();
  await ticket.until(({ version }) => version === 2);
  expect(await refusalOf(ticket.command('addNote', { body: 'Sigue' }))).toBe('accepted');
  expect(await types()).toEqual(['registered', 'engine_cancel_ignored', 'note_added']);
});
