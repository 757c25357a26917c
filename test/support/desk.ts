import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { NativeConnection } from '@temporalio/worker';
import { Worker } from '@temporalio/worker';
import pino from 'pino';
import { createTicketActivities } from '../../src/activities/activities';
import type { Actor } from '../../src/domain/actor';
import type { CommandData, CommandName } from '../../src/domain/ticket/commands';
import type { Ticket } from '../../src/domain/ticket/ticket';
import type { UpdateDefinition } from '@temporalio/common';
import { startOptions } from '../../src/engine/start-ticket';
import { tellAgents, tellReply } from '../../src/engine/tell-ticket';
import { FolioCounter } from '../../src/store/folio-counter';
import { pushReply, type PushOutcome } from '../../src/store/inboxes';
import { openStore, type Store } from '../../src/store/store';
import {
  commandUpdate,
  stateQuery,
  TICKET_WORKFLOW,
  ticketWorkflowId,
  type Envelope,
  type Receipt,
  type TicketInput,
} from '../../src/workflows/messages';
import type { TicketOutcome } from '../../src/workflows/ticket';
import { AGENT, CLIENT } from './registration';
import { workflowBundle } from './workflow-bundle';

export interface DeskOptions {
  client: Client;
  connection: NativeConnection;
  namespace?: string;
  mongoUri: string;
}

/** A support desk on real servers: a store, and a worker that can be stopped and started like the process it stands for. */
export class Desk {
  readonly taskQueue = `desk-${randomUUID()}`;
  private worker: { instance: Worker; ended: Promise<void> } | null = null;

  private constructor(
    readonly store: Store,
    private readonly options: DeskOptions,
  ) {}

  static async open(options: DeskOptions): Promise<Desk> {
    return new Desk(await openStore(options.mongoUri), options);
  }

  async startWorker(): Promise<void> {
    const { connection, namespace = 'default', client } = this.options;
    const instance = await Worker.create({
      connection,
      namespace,
      taskQueue: this.taskQueue,
      workflowBundle: await workflowBundle(),
      activities: createTicketActivities({
        store: this.store,
        folios: new FolioCounter(this.store),
        logger: pino({ level: 'silent' }),
        tellTicket: async (folio) => void (await tellAgents(client, folio)),
        wakeRelay: () => undefined,
      }),
      stickyQueueScheduleToStartTimeout: '1s',
    });
    this.worker = { instance, ended: instance.run() };
  }

  async stopWorker(): Promise<void> {
    this.worker?.instance.shutdown();
    await this.worker?.ended;
    this.worker = null;
  }

  async close(): Promise<void> {
    await this.stopWorker();
    await this.store.close();
  }

  async register(input: TicketInput): Promise<DeskTicket> {
    const options = { ...startOptions(input), taskQueue: this.taskQueue };
    await this.options.client.workflow.start(TICKET_WORKFLOW, options);
    return new DeskTicket(input.folio, this.options.client, this.store);
  }
}

/** One ticket as its people see it: they command, they write, and they look. */
export class DeskTicket {
  readonly handle: WorkflowHandle<(input: TicketInput) => Promise<TicketOutcome>>;

  constructor(
    readonly folio: string,
    private readonly client: Client,
    private readonly store: Store,
  ) {
    this.handle = client.workflow.getHandle(ticketWorkflowId(folio));
  }

  command<N extends CommandName>(
    name: N,
    data: CommandData[N],
    given: { actor?: Actor; commandId?: string; ifMatch?: number } = {},
  ): Promise<Receipt> {
    const { actor = AGENT, commandId = randomUUID(), ifMatch } = given;
    const envelope: Envelope<CommandData[N]> = {
      commandId,
      bodyHash: 'hash',
      actor,
      data,
      ...(ifMatch !== undefined && { ifMatch }),
    };
    const update = commandUpdate(name) as UpdateDefinition<Receipt, [Envelope<CommandData[N]>], string>;
    return this.handle.executeUpdate(update, { args: [envelope], updateId: commandId });
  }

  /** A client's reply, as the API accepts it. */
  async reply(body: string, receivedAt: Date | string, actor: Actor = CLIENT): Promise<PushOutcome> {
    const outcome = await this.push(body, receivedAt, actor);
    if (outcome === 'accepted') await tellReply(this.client, this.folio);
    return outcome;
  }

  /** The first half of a reply: on the inbox, and its signal lost. */
  push(body: string, receivedAt: Date | string, actor: Actor = CLIENT): Promise<PushOutcome> {
    return pushReply(this.store, this.folio, {
      commandId: randomUUID(),
      bodyHash: '',
      actor,
      body,
      attachmentIds: [],
      receivedAt: new Date(receivedAt).toISOString(),
    });
  }

  async state(): Promise<Ticket> {
    return (await this.handle.query(stateQuery)).ticket;
  }

  /** Waits until the ticket, as its workflow sees it, is as described. */
  async until(condition: (ticket: Ticket) => boolean): Promise<Ticket> {
    for (;;) {
      const ticket = await this.state();
      if (condition(ticket)) return ticket;
      await wait(20);
    }
  }

  /** Through the policy's process up to the point where a solution may be given. */
  async attend(): Promise<void> {
    await this.command('categorize', { type: 'technical_problem' });
    await this.command('prioritize', { impact: 'one_user', urgency: 'degraded' });
    await this.command('assign', { agentId: AGENT.id });
    await this.command('attend', {
      nature: 'El corte no suma las ventas a crédito',
      priorityConfirmed: true,
      contactConfirmed: true,
      historyReviewed: true,
      possibleSolutions: [{ summary: 'Recalcular el corte', estimatedMinutes: 30 }],
      responsibilities: 'Soporte revisa, el cliente valida',
      message: 'Estamos revisando el corte.',
    });
  }
}
