import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { UpdateDefinition } from '@temporalio/common';
import type { SessionEvent, SessionRequest } from '../domain/session/events';
import type { Quote, RemoteSession } from '../domain/session/session';
import type { SessionMoney } from '../domain/session/session-money';
import type { Envelope } from './messages';

/** What each command of a paid session asks for, as the API sends it after checking its form. */
export interface SessionCommandData {
  quoteSession: Quote;
  acceptQuote: Record<string, never>;
  /** `amountMinor` is the quote's when absent. */
  confirmTransfer: { reference: string; attachmentId: string; amountMinor?: number };
  /** A transfer, or a card payment whose refund the provider does not take, that was sent back by hand. */
  confirmRefund: { paymentId: string; reference: string };
  chooseSlot: { startsAt: string };
  /** What was entered waits sealed in MongoDB under this id. */
  noteMeeting: { offerId?: string };
  attendSession: { outcome: 'started' | 'ended' | 'client_absent' | 'agent_absent' };
  cancelSession: { reason: string };
  retrySession: Record<string, never>;
}

export type SessionCommandName = keyof SessionCommandData;
export type SessionEnvelope<N extends SessionCommandName = SessionCommandName> = Envelope<
  SessionCommandData[N]
>;

/** Where the session stands after a command. */
export interface SessionReceipt {
  version: number;
  bodyHash: string;
}

export const SESSION_COMMAND_NAMES = [
  'quoteSession',
  'acceptQuote',
  'confirmTransfer',
  'confirmRefund',
  'chooseSlot',
  'noteMeeting',
  'attendSession',
  'cancelSession',
  'retrySession',
] as const satisfies readonly SessionCommandName[];

/** One named Update per command, so that the Web UI shows what was done. */
export function sessionUpdate<N extends SessionCommandName>(
  name: N,
): UpdateDefinition<SessionReceipt, [SessionEnvelope<N>], N> {
  return defineUpdate<SessionReceipt, [SessionEnvelope<N>], N>(name);
}

/** The provider has news of the session's payments. Carries nothing that is believed: they are read again. */
export const paymentNews = defineSignal<[{ refused: boolean; checkoutId: string | null }]>('paymentNews');

/** The session's ticket has closed: what is not paid ends with it. */
export const ticketEnded = defineSignal('ticketEnded');

/** The session as its workflow sees it. */
export const sessionQuery = defineQuery<RemoteSession>('session');

/** Everything that the run knows, for who builds the read model anew; a page of its events at a time. */
export const sessionRecordQuery = defineQuery<
  CarriedSession & { events: SessionEvent[] },
  [{ afterSeq: number; limit: number }]
>('sessionRecord');

/** What a session's workflow starts from: a request, or where an earlier run left it. */
export interface SessionInput {
  request: SessionRequest;
  carried?: CarriedSession;
}

/** Bounded: events that MongoDB has stay behind. */
export interface CarriedSession {
  session: RemoteSession;
  handled: { commandId: string; bodyHash: string }[];
  /** What the ticket may not have been told of the money; it passes over what it knows. */
  money?: SessionMoney[];
}

export const REMOTE_SESSION_WORKFLOW = 'remoteSession';
