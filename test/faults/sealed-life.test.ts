import { randomBytes, randomUUID } from 'node:crypto';
import { Client, type WorkflowHandle } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { openTicketKeys } from '../../src/engine/open-ticket-keys';
import { createTicketCodec } from '../../src/integrations/encryption/ticket-codec';
import { commandUpdate, stateQuery, ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';
import type { FaultService } from '../support/fault-service';
import { LIFE_CYCLE, register, type Cast } from '../support/fault-steps';
import { useFaultService } from '../support/use-fault-service';

const MASTER = randomBytes(32).toString('base64');
/** What people gave: who they are, and words of what they wrote. */
const PERSONAL = [
  'Ana López',
  'ana@example.test',
  '1234 5678',
  'No abre la agenda',
  'pantalla en blanco',
  'Estamos revisando',
  'Uso la última versión',
  'otra sucursal',
  'Limpie la memoria',
  'Quedamos a sus órdenes',
];
/** Whose mails end so. */
const ADDRESSES = '@example.test';

let service: FaultService;
let cast: Cast;
let reader: Client;

useFaultService(
  (started) => {
    ({ service, cast } = started);
    const codec = createTicketCodec(openTicketKeys(service.store, MASTER)!);
    reader = new Client({
      connection: service.client.connection,
      dataConverter: { payloadCodecs: [codec] },
    });
  },
  { settings: { PAYLOAD_MASTER_KEYS: MASTER, LOG_LEVEL: 'trace' } },
);

/** As it lies in the engine: everything that is not sealed, readable. */
async function storedHistory(folio: string): Promise<string> {
  const history = await service.client.workflow.getHandle(ticketWorkflowId(folio)).fetchHistory();
  const text = historyToJSON(history);
  const values = [...text.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].map(([, value]) => value!);
  return [text, ...values.map((value) => Buffer.from(value, 'base64').toString('utf8'))].join('\n');
}

async function failedTasks(folio: string): Promise<number> {
  const { events } = await service.client.workflow.getHandle(ticketWorkflowId(folio)).fetchHistory();
  return (events ?? []).filter((event) => event.workflowTaskFailedEventAttributes).length;
}

function command(handle: WorkflowHandle, name: 'categorize', data: { type: string }): Promise<unknown> {
  const envelope = {
    commandId: randomUUID(),
    bodyHash: '',
    actor: { id: cast.agent.id, role: 'agent' as const },
    data,
  };
  return handle.executeUpdate(commandUpdate(name), { args: [envelope as never] });
}

function categoryOf(folio: string): Promise<string | undefined> {
  return service.store.tickets
    .findById(folio)
    .lean()
    .then(
      (found) => found?.ticket.type,
      () => undefined,
    );
}

test('a whole life leaves nothing personal in the engine and in no log', async () => {
  const folio = await register(cast);
  for (const step of LIFE_CYCLE) {
    const { who, request } = step.ask(cast, folio);
    const { status } = await who.insist(request);
    expect([step.name, status < 300]).toEqual([step.name, true]);
  }
  await waitUntil(
    'the archive',
    30_000,
    async () => (await service.store.archive.exists({ _id: folio })) !== null,
  );
  await reader.workflow.getHandle(ticketWorkflowId(folio)).result();

  const stored = await storedHistory(folio);
  expect(stored).toContain('encryption-key-id');
  expect(PERSONAL.filter((word) => stored.includes(word))).toEqual([]);
  const log = service.lines.map(({ text }) => text).join('\n');
  expect(log).toContain(folio);
  expect([...PERSONAL, ADDRESSES].filter((word) => log.includes(word))).toEqual([]);

  const { ticket } = await reader.workflow.getHandle(ticketWorkflowId(folio)).query(stateQuery);
  expect(ticket.contact.name).toBe('Ana López');
}, 120_000);

test('a ticket whose key is known goes on while MongoDB is away', async () => {
  const folio = await register(cast);
  const handle = reader.workflow.getHandle(ticketWorkflowId(folio));
  await waitUntil('the ticket to run', 30_000, () => categoryOf(folio).then(Boolean));
  await handle.query(stateQuery);

  await service.killMongo();
  await command(handle, 'categorize', { type: 'usability' });
  expect((await handle.query(stateQuery)).ticket.type).toBe('usability');
  await service.startMongo();
  await waitUntil('the read model', 60_000, async () => (await categoryOf(folio)) === 'usability');
  expect(await failedTasks(folio)).toBe(0);
}, 180_000);

test('a worker that starts while MongoDB is away takes no task, and goes on when it is back', async () => {
  const folio = await register(cast);
  await waitUntil('the ticket to run', 30_000, () => categoryOf(folio).then(Boolean));
  const handle = reader.workflow.getHandle(ticketWorkflowId(folio));
  await handle.query(stateQuery);

  await service.killWorker();
  await service.killMongo();
  service.startWorker();
  const update = command(handle, 'categorize', { type: 'usability' });
  await waitUntil('the worker to give up once', 60_000, () =>
    service.lines.some(({ from, text }) => from === 'worker' && /ServerSelectionError/.test(text)),
  );
  await service.startMongo();
  await update;
  await waitUntil('the read model', 60_000, async () => (await categoryOf(folio)) === 'usability');
  expect(await failedTasks(folio)).toBe(0);
}, 180_000);
