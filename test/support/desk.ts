import './quiet-runtime';
import { WorkflowUpdateFailedError, type Client } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { Worker, type NativeConnection } from '@temporalio/worker';
import pino from 'pino';
import { createTicketActivities, type TicketActivities } from '../../src/activities/activities';
import { startOptions } from '../../src/engine/start-ticket';
import { Starter } from '../../src/engine/starter';
import { tellAgents } from '../../src/engine/tell-ticket';
import { Relay } from '../../src/relay/relay';
import { changeAgent, createAgent, type AgentChange, type AgentDocument } from '../../src/store/desk/agents';
import { dispatchWaiters } from '../../src/store/tickets/dispatch';
import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { openStore, type Store } from '../../src/store/store';
import { TASK_QUEUE, TICKET_WORKFLOW, type TicketInput } from '../../src/workflows/messages';
import { AgentTeller } from './agent-teller';
import { DeskTicket } from './desk-ticket';
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
  private readonly teller: AgentTeller;
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
    this.teller = new AgentTeller(client);
    this.activities = createTicketActivities({
      store,
      folios: new FolioCounter(store),
      logger,
      tellTicket: this.teller.tellTicket,
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
    await this.teller.settled();
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
    await changeAgent(this.store, id, () => change);
    const reservations = await dispatchWaiters(this.store, Date.now());
    await Promise.all(reservations.map(({ folio }) => tellAgents(this.options.client, folio)));
  }
}

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
