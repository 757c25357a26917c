import { MockActivityEnvironment } from '@temporalio/testing';
import { fold } from '../../src/domain/ticket/evolve';
import { sealInbox, unsealInbox } from '../../src/store/tickets/inboxes';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { refusalOf } from '../support/desk';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';
import { AGENT, aTicketInput, CLIENT } from '../support/registration';

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

const clientMessages = async (): Promise<string[]> =>
  (await ticket.events()).flatMap((event) =>
    event.type === 'message_posted' && event.actor.role === 'client' ? [event.data.body] : [],
  );

describe('a reply accepted while a person closes', () => {
  test.each([
    ['as resolved', () => ticket.command('close', { reason: 'resolved', message: 'Listo' })],
    ['as out of scope', () => ticket.command('close', { reason: 'out_of_scope', message: 'No es nuestro' })],
    [
      'by referring',
      () => ticket.command('refer', { description: 'Un reporte a la medida', keepOpen: false }),
    ],
    ['by accepting', () => ticket.command('close', { reason: 'accepted' }, { actor: CLIENT })],
  ])('stands against it, closed %s, and is on the ticket', async (_how, close) => {
    await ticket.attend();
    await ticket.solve();
    // Its signal is lost: only the inbox knows of it.
    expect(await ticket.push('Una cosa más', new Date())).toBe('accepted');
    expect(await refusalOf(close())).toBe('unread_reply');
    await ticket.until(({ status }) => status === 'waiting_support');
    await waitUntil('the reply to be on record', 15_000, async () => (await clientMessages()).length > 0);
    expect(await clientMessages()).toEqual(['Una cosa más']);
    // Read by now, it stands against nothing.
    expect(await refusalOf(ticket.command('close', { reason: 'resolved', message: 'Listo' }))).toBe(
      'accepted',
    );
    await ticket.handle.result();
    expect(await ticket.push('¿Hola?', new Date())).toBe('sealed');
  });
});

describe('a seal that no closing stands behind', () => {
  test('is lifted when the ticket hears of a reply', async () => {
    await sealInbox(server.desk.store, ticket.folio, { token: 'lost', dueAt: null, handled: [] });
    expect(await ticket.reply('¿Hola?', new Date())).toBe('sealed');
    await ticket.tellReply();
    await ticket.command('addNote', { body: 'Después de mirar' });
    expect(await ticket.reply('¿Hola?', new Date())).toBe('accepted');
    await ticket.until(({ version }) => version === 3);
    expect(await clientMessages()).toEqual(['¿Hola?']);
  });

  test('is replaced by a true closing', async () => {
    await sealInbox(server.desk.store, ticket.folio, { token: 'lost', dueAt: null, handled: [] });
    await ticket.command('close', { reason: 'out_of_scope', message: 'No es nuestro' });
    await ticket.handle.result();
    expect(await server.desk.store.inboxes.findById(ticket.folio).lean()).toMatchObject({
      sealed: { token: expect.not.stringMatching('lost') as string },
    });
  });

  test('is lifted after a closing that a rule refused at the last moment', async () => {
    const closing = {
      commandId: 'refused-late',
      bodyHash: '',
      actor: AGENT,
      data: { reason: 'resolved', message: 'x' },
    };
    expect(await refusalOf(ticket.send('close', closing))).toBe('category_required');
    expect(await ticket.reply('Sigo aquí', new Date())).toBe('accepted');
  });

  test('is left alone by one who is no longer asked', async () => {
    const { store, activities } = server.desk;
    await sealInbox(store, ticket.folio, { token: 'closing', dueAt: null, handled: [] });
    // An attempt whose time is up before it has begun.
    const straggler = new MockActivityEnvironment({ startToCloseTimeoutMs: 0 });
    await straggler.run((folio: string) => activities.takeReplies(folio), ticket.folio);
    expect(await ticket.push('¿Hola?', new Date())).toBe('sealed');
    await unsealInbox(store, ticket.folio, () => true);
    expect(await ticket.push('¿Hola?', new Date())).toBe('accepted');
  });
});

describe('a folio at rest', () => {
  test('is not opened again by a workflow of its name', async () => {
    await ticket.command('close', { reason: 'out_of_scope', message: 'No es nuestro' });
    await ticket.handle.result();
    const record = await server.desk.store.archive.findById(ticket.folio).lean();
    const events = await ticket.events();
    // The engine forgets a closed execution after its retention; here a second one is started on purpose.
    const again = await server.desk.register(aTicketInput({ folio: ticket.folio }));
    expect(await again.handle.result()).toEqual({ folio: ticket.folio, outcome: 'already_archived' });
    expect(await server.desk.store.archive.findById(ticket.folio).lean()).toEqual(record);
    expect(await ticket.events()).toEqual(events);
    expect(await server.desk.store.tickets.findById(ticket.folio).lean()).toMatchObject({ closed: true });
  });

  test('is not brought back by a projection that comes late, nor given to anybody', async () => {
    await server.desk.hire('straggled');
    await ticket.command('assign', { agentId: 'straggled' });
    const early = await ticket.events();
    await ticket.command('close', { reason: 'out_of_scope', message: 'No es nuestro' });
    await ticket.handle.result();
    const before = await server.desk.store.tickets.findById(ticket.folio).lean();
    await server.desk.activities.project({
      ticket: fold(early),
      events: early,
      handledReplies: [],
      dueChanged: false,
      opening: false,
    });
    expect(await server.desk.store.tickets.findById(ticket.folio).lean()).toEqual(before);
    expect((await ticket.events()).at(-1)!.type).toBe('closed');
    expect((await server.desk.store.agents.findById('straggled').lean())!.folios).toEqual([]);
  });

  test('keeps the agent who has it now when an older assignment is written late', async () => {
    await Promise.all([server.desk.hire('first'), server.desk.hire('second')]);
    await ticket.command('assign', { agentId: 'first' });
    const early = await ticket.events();
    await ticket.command('assign', { agentId: 'second' });
    await server.desk.activities.project({
      ticket: fold(early),
      events: early,
      handledReplies: [],
      dueChanged: false,
      opening: false,
    });
    expect((await server.desk.store.agents.findById('second').lean())!.folios).toEqual([ticket.folio]);
    expect((await server.desk.store.agents.findById('first').lean())!.folios).toEqual([]);
  });

  test('stays out of an incident that it has left when the older link is written late', async () => {
    const { incidentLinks } = server.desk.store;
    await ticket.command('linkIncident', { incidentId: 'incident-1', title: 'Agenda caída' });
    const isLinked = async (): Promise<boolean> =>
      (await incidentLinks.exists({ _id: ticket.folio })) !== null;
    await waitUntil('the link', 10_000, isLinked);
    const early = await ticket.events();
    const { version } = await ticket.command('unlinkIncident', { incidentId: 'incident-1' });
    await waitUntil('the snapshot without it', 10_000, async () => {
      const stored = await server.desk.store.tickets.findById(ticket.folio).lean();
      return stored?.version === version;
    });
    expect(await isLinked()).toBe(false);
    await server.desk.activities.project({
      ticket: fold(early),
      events: early,
      handledReplies: [],
      dueChanged: false,
      opening: false,
    });
    expect(await isLinked()).toBe(false);
  });
});
