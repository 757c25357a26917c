import './quiet-runtime';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { WorkflowUpdateFailedError, type Client, type WorkflowHandle } from '@temporalio/client';
import { ApplicationFailure, type UpdateDefinition } from '@temporalio/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { createTicketActivities, type TicketActivities } from '../../src/activities/activities';
import type { Actor } from '../../src/domain/actor';
import type { CommandData, CommandName } from '../../src/domain/ticket/commands';
import type { TicketEvent } from '../../src/domain/ticket/events';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { startOptions } from '../../src/engine/start-ticket';
import { Starter } from '../../src/engine/starter';
import { tellAgents, tellReply } from '../../src/engine/tell-ticket';
import { Relay } from '../../src/relay/relay';
import { changeAgent, createAgent, type AgentChange, type AgentDocument } from '../../src/store/agents';
import { dispatchWaiters } from '../../src/store/dispatch';
import { lastSeqOf, readAllEvents } from '../../src/store/events';
import { FolioCounter } from '../../src/store/folio-counter';
import { pushReply, type PushOutcome } from '../../src/store/inboxes';
import { openStore, type Store } from '../../src/store/store';
import {
  commandUpdate,
  stateQuery,
  TASK_QUEUE,
  TICKET_WORKFLOW,
  ticketWorkflowId,
  type Envelope,
  type Receipt,
  type TicketInput,
} from '../../src/workflows/messages';
import type { TicketOutcome } from '../../src/workflows/ticket';
import type { RecordedHistory } from './history-check';
import { AGENT, CLIENT } from './registration';
import { workflowBundle } from './workflow-bundle';

export interface DeskOptions {
  client: Client;
  connection: NativeConnection;
  namespace: string;
  mongoUri: string;
}

/** A support desk on real servers: a store, and a worker that can be stopped and started like the process it stands for. */
export class Desk {
  /** What the worker's activities are; for tests that play a straggler among them. */
  readonly activities: TicketActivities;
  private readonly relay: Relay;
  private readonly starter: Starter;
  private readonly held = new Map<string, Promise<void>>();
  private worker: { instance: Worker; ended: Promise<void> } | null = null;

  private constructor(
    readonly store: Store,
    private readonly options: DeskOptions,
  ) {
    const { client } = options;
    const logger = pino({ level: 'silent' });
    this.starter = new Starter({ store, client, logger });
    this.relay = new Relay({ store, client, starter: this.starter, logger });
    this.activities = createTicketActivities({
      store,
      folios: new FolioCounter(store),
      logger,
      tellTicket: async (folio) => void (await tellAgents(client, folio)),
      wakeRelay: () => this.relay.wake(),
    });
  }

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(await openStore(options.mongoUri), options);
  }

  /** One worker, with the ticket workflows of the sources unless others are given. */
  async startWorker(): Promise<void> {
    const { connection, namespace } = this.options;
    const instance = await Worker.create({
      connection,
      namespace,
      taskQueue: TASK_QUEUE,
      workflowBundle: await workflowBundle(),
      activities: this.holdable(this.activities),
      stickyQueueScheduleToStartTimeout: '1s',
      shutdownGraceTime: '5s',
    });
    this.worker = { instance, ended: instance.run() };
  }

  /** Stops the worker; whatever it had in its cache is gone. */
  async stopWorker(): Promise<void> {
    this.worker?.instance.shutdown();
    await this.worker?.ended;
    this.worker = null;
  }

  /**
   * Keeps every call of an activity from beginning, as a database that does not answer would.
   * @returns lets them go on
   */
  hold(name: keyof TicketActivities): () => void {
    let release = (): void => undefined;
    this.held.set(name, new Promise((resolve) => (release = resolve)));
    return () => {
      this.held.delete(name);
      release();
    };
  }

  /** Starts what stands in the worker's process beside the worker: it starts the parts of a split. */
  startRelay(): void {
    this.relay.start();
  }

  async close(): Promise<void> {
    await this.relay.stop();
    await this.starter.stop();
    await this.stopWorker();
    await this.store.close();
  }

  async register(input: TicketInput): Promise<DeskTicket> {
    const { firstExecutionRunId } = await this.options.client.workflow.start(
      TICKET_WORKFLOW,
      startOptions(input),
    );
    return new DeskTicket(input.folio, this.options.client, this.store, firstExecutionRunId);
  }

  ticket(folio: string): DeskTicket {
    return new DeskTicket(folio, this.options.client, this.store);
  }

  private holdable<A extends object>(activities: A): A {
    const entries = Object.entries(activities) as [string, (...args: unknown[]) => unknown][];
    return Object.fromEntries(
      entries.map(([name, activity]) => [
        name,
        async (...args: unknown[]) => {
          await this.held.get(name);
          return await activity(...args);
        },
      ]),
    ) as A;
  }

  /** An agent who may be given tickets. */
  hire(id: string, given: Partial<AgentDocument> = {}): Promise<AgentDocument> {
    return createAgent(this.store, {
      _id: id,
      email: `${id}@e-optics.test`,
      name: id,
      skills: ['technical_problem'],
      capacity: 10,
      available: true,
      workingCalendar: null,
      ...given,
    });
  }

  /** Changes an agent as the API does: written first, then waiting tickets are offered. */
  async changeAgent(id: string, change: AgentChange): Promise<void> {
    await changeAgent(this.store, id, change);
    const reservations = await dispatchWaiters(this.store, Date.now());
    await Promise.all(reservations.map(({ folio }) => tellAgents(this.options.client, folio)));
  }
}

interface Sending {
  actor?: Actor;
  commandId?: string;
  /** Id for the engine's own de-duplication, the command id when absent. */
  updateId?: string;
  ifMatch?: number;
}

/** One ticket as its people see it: they command, they write, and they look. */
export class DeskTicket {
  readonly handle: WorkflowHandle<(input: TicketInput) => Promise<TicketOutcome>>;

  constructor(
    readonly folio: string,
    private readonly client: Client,
    private readonly store: Store,
    private readonly firstRunId?: string,
  ) {
    this.handle = client.workflow.getHandle(ticketWorkflowId(folio));
  }

  command<N extends CommandName>(name: N, data: CommandData[N], given: Sending = {}): Promise<Receipt> {
    const { actor = AGENT, commandId = randomUUID(), updateId = commandId, ifMatch } = given;
    const envelope: Envelope<CommandData[N]> = {
      commandId,
      bodyHash: 'hash',
      actor,
      data,
      ...(ifMatch !== undefined && { ifMatch }),
    };
    return this.send(name, envelope, updateId);
  }

  /** Sends an update as it is, whatever it carries. */
  send(name: string, argument: unknown, updateId: string = randomUUID()): Promise<Receipt> {
    const update = commandUpdate(name as CommandName) as unknown as UpdateDefinition<
      Receipt,
      [unknown],
      string
    >;
    return this.handle.executeUpdate(update, { args: [argument], updateId });
  }

  /** A client's reply, as the API accepts it. */
  async reply(body: string, receivedAt: Date | string | number, actor: Actor = CLIENT): Promise<PushOutcome> {
    const outcome = await this.push(body, receivedAt, actor);
    if (outcome === 'accepted') await tellReply(this.client, this.folio);
    return outcome;
  }

  /** The first half of a reply: on the inbox, and its signal lost. */
  push(body: string, receivedAt: Date | string | number, actor: Actor = CLIENT): Promise<PushOutcome> {
    return pushReply(this.store, this.folio, {
      commandId: randomUUID(),
      bodyHash: '',
      actor,
      body,
      attachmentIds: [],
      receivedAt: new Date(receivedAt).toISOString(),
    });
  }

  /** The other half: the ticket is told to look into its inbox. */
  async tellReply(): Promise<void> {
    await tellReply(this.client, this.folio);
  }

  async state(): Promise<Ticket> {
    return (await this.handle.query(stateQuery)).ticket;
  }

  /** What MongoDB holds of the ticket's events. */
  async events(): Promise<TicketEvent[]> {
    return readAllEvents(this.store, this.folio, await lastSeqOf(this.store, this.folio));
  }

  /** The histories of all its runs, the first one first. */
  async histories(): Promise<RecordedHistory[]> {
    const histories: RecordedHistory[] = [];
    for (let runId = this.firstRunId; runId;) {
      const history = await this.client.workflow.getHandle(this.handle.workflowId, runId).fetchHistory();
      histories.push(history);
      runId = nextRunOf(history);
    }
    return histories;
  }

  /** Waits until the ticket, as its workflow sees it, is as described. */
  async until(condition: (ticket: Ticket) => boolean): Promise<Ticket> {
    for (;;) {
      const ticket = await this.state();
      if (condition(ticket)) return ticket;
      await wait(20);
    }
  }

  /** Classified, without an agent yet. */
  async classify(given: Partial<CommandData['prioritize']> = {}): Promise<void> {
    await this.command('categorize', { type: 'technical_problem' });
    await this.command('prioritize', { impact: 'one_user', urgency: 'inconvenience', ...given });
  }

  /** Through the policy's process up to the point where a solution may be given. */
  async attend(given: Partial<CommandData['prioritize']> = {}): Promise<void> {
    await this.classify(given);
    await this.command('assign', { agentId: AGENT.id });
    await this.command('attend', FIRST_ATTENTION);
  }

  /** Gives a solution: the 48 hours run. @returns when they end */
  async solve(): Promise<{ since: number; due: number }> {
    await this.command('proposeSolution', { summary: 'El corte ya suma las ventas a crédito' });
    const { waiting } = await this.state();
    return { since: Date.parse(waiting!.since), due: Date.parse(waiting!.autoCloseAt) };
  }
}

/** The six points, and the first answer to the client. */
export const FIRST_ATTENTION: CommandData['attend'] = {
  nature: 'El corte no suma las ventas a crédito',
  priorityConfirmed: true,
  contactConfirmed: true,
  historyReviewed: true,
  possibleSolutions: [{ summary: 'Recalcular el corte', estimatedMinutes: 30 }],
  responsibilities: 'Soporte revisa, el cliente valida',
  message: 'Estamos revisando el corte.',
};

/** The code with which a command was refused, `'accepted'` when it was not. */
export async function refusalOf(command: Promise<unknown>): Promise<string> {
  try {
    await command;
    return 'accepted';
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure) {
      return error.cause.type ?? 'unnamed';
    }
    throw error;
  }
}

/** The run that continued a run as new. */
function nextRunOf(history: RecordedHistory): string | undefined {
  const last = history.events?.at(-1);
  return last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
}
