import { randomUUID } from 'node:crypto';
import { AGENT, aTicketInput } from '../support/registration';
import { refusalOf } from '../support/desk';
import type { DeskTicket } from '../support/desk-ticket';
import { taskFailures } from '../support/history-check';
import { openServerDesk, type ServerDesk } from '../support/open-desk';

let server: ServerDesk;
let ticket: DeskTicket;

beforeAll(async () => {
  server = await openServerDesk();
});

beforeEach(async () => {
  ticket = await server.desk.register(aTicketInput());
});

afterEach(async () => {
  // Whatever came, the ticket lives: it takes a valid command and no workflow task has failed.
  const before = (await ticket.state()).version;
  expect((await ticket.command('addNote', { body: 'Sigue vivo' })).version).toBe(before + 1);
  await server.desk.stopWorker();
  await server.desk.startWorker();
  expect((await ticket.command('addNote', { body: 'También después' })).version).toBe(before + 2);
  expect(taskFailures(await ticket.handle.fetchHistory())).toEqual([]);
  expect((await ticket.events()).map(({ seq }) => seq)).toEqual(
    Array.from({ length: before + 2 }, (_, index) => index + 1),
  );
});

afterAll(() => server?.close());

/** A payload as no converter of ours would write it. */
interface RawPayload {
  metadata?: Record<string, Uint8Array>;
  data?: Uint8Array;
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const UNDECODABLE: [string, RawPayload][] = [
  ['an unknown encoding', { metadata: { encoding: bytes('binary/of-another-world') }, data: bytes('{}') }],
  ['no encoding at all', { data: bytes('{}') }],
  ['broken JSON', { metadata: { encoding: bytes('json/plain') }, data: bytes('{"id":') }],
  [
    'bytes that are no text',
    { metadata: { encoding: bytes('json/plain') }, data: new Uint8Array([0xff, 0xfe, 0]) },
  ],
];

async function signalRaw(signalName: string, ...payloads: RawPayload[]): Promise<void> {
  const { connection, options } = server.client;
  await connection.workflowService.signalWorkflowExecution({
    namespace: options.namespace,
    workflowExecution: { workflowId: ticket.handle.workflowId },
    signalName,
    input: { payloads },
    requestId: randomUUID(),
  });
}

/** The failure's message of an update sent with a raw payload; undefined when it was accepted and succeeded. */
async function updateRaw(name: string, ...payloads: RawPayload[]): Promise<string | undefined> {
  const { connection, options } = server.client;
  const { outcome } = await connection.workflowService.updateWorkflowExecution({
    namespace: options.namespace,
    workflowExecution: { workflowId: ticket.handle.workflowId },
    waitPolicy: { lifecycleStage: 3 },
    request: { meta: { updateId: randomUUID() }, input: { name, args: { payloads } } },
  });
  return outcome?.failure?.applicationFailureInfo?.type ?? undefined;
}

describe('a signal', () => {
  test.each(UNDECODABLE)('with %s is not taken', async (_name, payload) => {
    for (const signal of ['replyReceived', 'agentsAvailable', 'sessionChanged'])
      await signalRaw(signal, payload);
    expect((await ticket.state()).remoteSessions).toEqual([]);
  });

  test.each([
    ['nothing', undefined],
    ['null', null],
    ['a number', 7],
    ['a text', 'session'],
    ['a list', [{ id: 's', state: 'paid', holds: true }]],
    ['money that is none', { id: 's', state: 'paid', holds: true, money: [7] }],
    ['money of no list', { id: 's', state: 'paid', holds: true, money: {} }],
    ['an object without its fields', { id: 's' }],
    ['fields of another type', { id: 1, state: 'paid', holds: 'yes' }],
    [
      'a prototype for a field',
      JSON.parse('{"__proto__": {"id": "s", "state": "paid", "holds": true}}') as unknown,
    ],
  ])('about a session that carries %s changes nothing', async (_name, argument) => {
    await ticket.handle.signal('sessionChanged', argument);
    expect((await ticket.state()).remoteSessions).toEqual([]);
  });

  test('with more than it should carry is heard all the same', async () => {
    await ticket.handle.signal('replyReceived', { body: 'no es de aquí' }, 2, null);
    expect((await ticket.state()).version).toBe(1);
  });

  test.each([
    'unheardOf',
    'ticket',
    '__temporal_made_up',
    '__stack_trace',
    'constructor',
    '__proto__',
    'ñandú',
  ])('of the unknown name %s is not missed', async (name) => {
    await ticket.handle.signal(name, { anything: true });
    await signalRaw(name, UNDECODABLE[0]![1]);
    expect((await ticket.state()).version).toBe(1);
  });
});

describe('a command', () => {
  test.each(UNDECODABLE)('with %s is refused', async (_name, payload) => {
    expect(await updateRaw('addNote', payload)).toBe('invalid_command');
    expect((await ticket.state()).version).toBe(1);
  });

  test('without any argument is refused', async () => {
    expect(await updateRaw('addNote')).toBe('invalid_command');
  });

  test.each(['unheardOf', 'close ', 'constructor', '__proto__', '__temporal_made_up'])(
    'of the unknown name %s is refused',
    async (name) => {
      expect(await refusalOf(ticket.send(name, envelope({ body: 'Hola' })))).not.toBe('accepted');
    },
  );

  test.each([
    ['null', null],
    ['a number', 1],
    ['a text', 'nota'],
    ['a list', []],
    ['no command id', { ...envelope({ body: 'Hola' }), commandId: undefined }],
    ['an empty command id', { ...envelope({ body: 'Hola' }), commandId: '' }],
    ['no body hash', { ...envelope({ body: 'Hola' }), bodyHash: 1 }],
    ['no actor', { ...envelope({ body: 'Hola' }), actor: null }],
    ['an actor without a role', { ...envelope({ body: 'Hola' }), actor: { id: 'x' } }],
    ['a version that is no number', { ...envelope({ body: 'Hola' }), ifMatch: '1' }],
    ['no data', envelope(undefined)],
    ['data that is a list', envelope([])],
    ['a missing field', envelope({})],
    ['a field of another type', envelope({ body: { length: 3 } })],
    ['a field too many', envelope({ body: 'Hola', visible: true })],
    ['texts that are none', envelope({ body: 'Hola', mentions: [1] })],
  ])('whose envelope is, or has, %s is refused', async (_name, argument) => {
    expect(await refusalOf(ticket.send('addNote', argument))).toBe('invalid_command');
    expect((await ticket.state()).version).toBe(1);
  });

  test('with values that no list holds is refused', async () => {
    const refusals = [
      await refusalOf(ticket.send('prioritize', envelope({ impact: 'galaxy', urgency: 'degraded' }))),
      await refusalOf(ticket.send('prioritize', envelope({ impact: '__proto__', urgency: 'constructor' }))),
      await refusalOf(ticket.send('prioritize', envelope({ impact: 'one_user', urgency: 'toString' }))),
      await refusalOf(ticket.send('categorize', envelope({ type: '__proto__' }))),
      await refusalOf(ticket.send('close', envelope({ reason: 'because', message: 'x' }))),
      await refusalOf(ticket.send('split', envelope({ parts: [{}, {}], keepOriginal: false }))),
    ];
    expect(refusals).not.toContain('accepted');
    expect((await ticket.state()).version).toBe(1);
  });
});

function envelope(data: unknown): object {
  return { commandId: randomUUID(), bodyHash: 'hash', actor: AGENT, data };
}
