import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Client, WorkflowHandle } from '@temporalio/client';
import type { UpdateDefinition } from '@temporalio/common';
import type { Actor } from '../../src/domain/actor';
import type { CommandData, CommandName } from '../../src/domain/ticket/commands';
import type { TicketEvent } from '../../src/domain/ticket/events';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { tellReply } from '../../src/engine/tell-ticket';
import { lastSeqOf, readAllEvents } from '../../src/store/tickets/events';
import { pushReply, type PushOutcome } from '../../src/store/tickets/inboxes';
import type { Store } from '../../src/store/store';
import {
  commandUpdate,
  stateQuery,
  ticketWorkflowId,
  type Envelope,
  type Receipt,
  type TicketInput,
} from '../../src/workflows/messages';
import type { TicketOutcome } from '../../src/workflows/ticket';
import { FIRST_ATTENTION } from '../../tools/record-histories/first-attention';
import type { RecordedHistory } from './history-check';
import { AGENT, CLIENT } from './registration';

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

/** The run that continued a run as new. */
function nextRunOf(history: RecordedHistory): string | undefined {
  const last = history.events?.at(-1);
  return last?.workflowExecutionContinuedAsNewEventAttributes?.newExecutionRunId ?? undefined;
}
