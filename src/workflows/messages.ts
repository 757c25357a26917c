import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import type { Actor } from '../domain/actor';
import type { VersionedCalendar } from '../domain/calendar';
import type { Instant } from '../domain/instant';
import type { SupportPolicy } from '../domain/policy/support-policy';
import type { CommandData, CommandName } from '../domain/ticket/commands';
import type { TicketEvent } from '../domain/ticket/events';
import type { SessionRequest } from '../domain/session/events';
import type { MailFailure } from '../domain/ticket/mail-failure';
import type { Registration } from '../domain/ticket/registration';
import type { SessionNews, Ticket } from '../domain/ticket/ticket';

/** A person's command on its way to the ticket. */
export interface Envelope<Data> {
  /** Also the update id: hash of caller and idempotency key. */
  commandId: string;
  /** Hash of the request body, so that a key used again with another body is noticed. */
  bodyHash: string;
  actor: Actor;
  /** The version the caller saw, for optimistic concurrency. */
  ifMatch?: number;
  data: Data;
}

/** What a command answers: where the ticket stands now. The view itself is read from MongoDB at that version. */
export interface Receipt {
  version: number;
  clientVersion: number;
  bodyHash: string;
}

/** In a receipt of a command that is known only from its events. */
export const UNKNOWN_BODY = '';

/** Every command a person may give, in the order of the policy's process. */
export const COMMAND_NAMES = [
  'categorize',
  'prioritize',
  'assign',
  'requestAssignment',
  'attend',
  'correctContact',
  'correctIncident',
  'postMessage',
  'addNote',
  'recordPhoneCall',
  'proposeSolution',
  'retract',
  'close',
  'split',
  'refer',
  'updateReferral',
  'addParticipant',
  'removeParticipant',
  'changeRequester',
  'requestSession',
  'linkIncident',
  'unlinkIncident',
  'migratePolicy',
] as const satisfies readonly CommandName[];

/** One named Update per command, so that the Web UI shows what was done. */
export function commandUpdate<N extends CommandName>(
  name: N,
): UpdateDefinition<Receipt, [Envelope<CommandData[N]>], N> {
  return defineUpdate<Receipt, [Envelope<CommandData[N]>], N>(name);
}

/** Something waits in the ticket's inbox. Carries nothing: the inbox is the truth. */
export const replyReceived = defineSignal('replyReceived');

/** An agent was reserved for the ticket, or may be: look again. */
export const agentsAvailable = defineSignal('agentsAvailable');

/** A paid session changed its state, or its money moved. */
export const sessionChanged = defineSignal<[SessionNews]>('sessionChanged');

/** A mail about the ticket was refused or came back; `noticeId` tells which, so that a repeated signal is known. */
export const mailFailed = defineSignal<[MailFailure & { noticeId: string }]>('mailFailed');

/** The ticket as its workflow sees it, with what it waits for. */
export const stateQuery = defineQuery<{ ticket: Ticket; handled: number }>('state');

/** A page of the events of the current run: what a lost read model is rebuilt from. */
export const eventsQuery = defineQuery<TicketEvent[], [{ afterSeq: number; limit: number }]>('events');

/** What a ticket workflow starts from; policy and calendar travel with it, so a deadline needs no database. */
export interface TicketInput {
  folio: string;
  registeredAt: Instant;
  actor: Actor;
  commandId: string;
  registration: Registration;
  policy: SupportPolicy;
  calendar: VersionedCalendar;
  carried?: Carried;
  /** Continue as new beyond this many history events; the server's own suggestion when absent. */
  historyLimit?: number;
}

/** What goes from run to run. Bounded: events already in MongoDB stay behind. */
export interface Carried {
  ticket: Ticket;
  handled: { commandId: string; bodyHash: string }[];
  assignmentWanted: boolean;
  repairReason?: string;
  /** Paid sessions that were asked for and perhaps not started. */
  sessionsWanted?: SessionRequest[];
}

/** Commands remembered from run to run, so that a repeated one is recognised after continue-as-new. */
export const MAX_HANDLED = 200;

/** Workflow type, task queue and id of a ticket: readable, because the Web UI lists ids. */
export const TICKET_WORKFLOW = 'ticket';
export const TASK_QUEUE = 'support';

export function ticketWorkflowId(folio: string): string {
  return `ticket-${folio}`;
}
