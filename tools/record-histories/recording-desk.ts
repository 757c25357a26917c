import { randomUUID } from 'node:crypto';
import { Client, Connection, type WorkflowHandle } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import { DefaultLogger, NativeConnection, Runtime, Worker, bundleWorkflowCode } from '@temporalio/worker';
import pino from 'pino';
import { createTicketActivities } from '../../src/activities/activities';
import type { Actor } from '../../src/domain/actor';
import type { CommandData, CommandName } from '../../src/domain/ticket/commands';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { startOptions } from '../../src/engine/start-ticket';
import { tellAgents, tellReply } from '../../src/engine/tell-ticket';
import { createAgent } from '../../src/store/desk/agents';
import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { pushReply } from '../../src/store/tickets/inboxes';
import { openStore, type Store } from '../../src/store/store';
import {
  commandUpdate,
  stateQuery,
  TASK_QUEUE,
  TICKET_WORKFLOW,
  type Receipt,
  type TicketInput,
} from '../../src/workflows/messages';
import { startMongo } from '../toolchain/start-mongo';
import { startTemporal } from '../toolchain/start-temporal';
import { waitUntil } from '../toolchain/wait-until';
import { openSessionProviders, RecordedSession, type SessionProviders } from './recorded-session';

export const CLIENT: Actor = { id: 'client-1', role: 'client' };
export const AGENT: Actor = { id: 'agent-1', role: 'agent' };

export type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;

const PATIENCE_MS = 60_000;
/** Stands in every history; the default would be the name of this machine. */
const IDENTITY = 'recorder';

/** Servers and a worker of our own, with one agent who has the experience. */
export interface RecordingDesk {
  store: Store;
  register(input: TicketInput): Promise<RecordedTicket>;
  session(id: string): RecordedSession;
  close(): Promise<void>;
}

export async function openRecordingDesk(): Promise<RecordingDesk> {
  Runtime.install({ logger: new DefaultLogger('WARN') });
  const [temporal, mongo] = await Promise.all([startTemporal({ headless: true }), startMongo()]);
  const { address } = temporal;
  const [connection, native] = await Promise.all([
    Connection.connect({ address }),
    NativeConnection.connect({ address }),
  ]);
  const client = new Client({ connection, identity: IDENTITY });
  const uri = new URL(mongo.uri);
  uri.pathname = '/histories';
  const store = await openStore(uri.href);
  await createAgent(store, {
    _id: AGENT.id,
    email: 'agente@e-optics.test',
    name: 'Agente de ejemplo',
    skills: ['technical_problem', 'question'],
    capacity: 100,
    available: true,
    workingCalendar: null,
  });
  const providers = await openSessionProviders(store);
  const worker = await startWorker(client, native, store, providers);
  return {
    store,
    session: (id) => new RecordedSession(id, client, store, providers.payments),
    async register(input) {
      const { firstExecutionRunId } = await client.workflow.start(TICKET_WORKFLOW, startOptions(input));
      return new RecordedTicket(input.folio, firstExecutionRunId, client, store);
    },
    async close() {
      await worker.stop();
      await Promise.all([store.close(), providers.close()]);
      await Promise.all([connection.close(), native.close()]);
      await Promise.all([temporal.stop(), mongo.stop()]);
    },
  };
}

async function startWorker(
  client: Client,
  connection: NativeConnection,
  store: Store,
  providers: SessionProviders,
): Promise<{ stop(): Promise<void> }> {
  const worker = await Worker.create({
    connection,
    identity: IDENTITY,
    taskQueue: TASK_QUEUE,
    workflowBundle: await bundleWorkflowCode({
      workflowsPath: require.resolve('../../src/workflows'),
      payloadConverterPath: require.resolve('../../src/workflows/payload-converter'),
    }),
    activities: {
      ...createTicketActivities({
        store,
        folios: new FolioCounter(store),
        logger: pino({ level: 'silent' }),
        tellTicket: async (folio) => void (await tellAgents(client, folio)),
        wakeRelay: () => undefined,
      }),
      ...providers.activities,
    },
  });
  const ended = worker.run();
  return {
    async stop() {
      worker.shutdown();
      await ended;
    },
  };
}

/** One ticket on its way through a recorded life. */
export class RecordedTicket {
  readonly handle: WorkflowHandle;

  constructor(
    readonly folio: string,
    private readonly firstRunId: string,
    private readonly client: Client,
    private readonly store: Store,
  ) {
    this.handle = client.workflow.getHandle(`ticket-${folio}`);
  }

  command<N extends CommandName>(name: N, data: CommandData[N], actor: Actor = AGENT): Promise<Receipt> {
    const commandId = randomUUID();
    const update = commandUpdate(name) as unknown as UpdateDefinition<Receipt, [unknown], string>;
    const envelope = { commandId, bodyHash: '', actor, data };
    return this.handle.executeUpdate(update, { args: [envelope], updateId: commandId });
  }

  /** A client's reply onto the inbox; the ticket is told unless its signal is to be lost. */
  async reply(body: string, { told = true } = {}): Promise<void> {
    await pushReply(this.store, this.folio, {
      commandId: randomUUID(),
      bodyHash: '',
      actor: CLIENT,
      body,
      attachmentIds: [],
      receivedAt: new Date().toISOString(),
    });
    if (told) await tellReply(this.client, this.folio);
  }

  async until(what: string, condition: (ticket: Ticket) => boolean): Promise<void> {
    await waitUntil(what, PATIENCE_MS, async () => condition((await this.handle.query(stateQuery)).ticket));
  }

  /** The histories of all its runs once it has ended, the first one first. */
  async histories(): Promise<History[]> {
    await this.handle.result();
    const histories: History[] = [];
    for (let runId: string | null | undefined = this.firstRunId; runId;) {
      const history: History = await this.client.workflow
        .getHandle(this.handle.workflowId, runId)
        .fetchHistory();
      histories.push(history);
      runId = history.events?.at(-1)?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId;
    }
    return histories;
  }
}
