import { setTimeout as wait } from 'node:timers/promises';
import type { Actor } from '../../domain/actor';
import type { TicketEvent } from '../../domain/ticket/events';
import { tellReply } from '../../engine/tell-ticket';
import { isArchived } from '../../store/tickets/archive';
import { findByKey } from '../../store/mongo/by-key';
import { eventKey, eventOf, type EventDocument } from '../../store/tickets/events';
import type { Reply } from '../../store/tickets/inbox-document';
import { pushReply, whereaboutsOf, type PushOutcome } from '../../store/tickets/inboxes';
import { ApiError } from '../problems/api-error';
import type { Deps } from '../deps';
import { ticketClosed } from './closed-ticket';

export interface ReplyRequest {
  folio: string;
  body: string;
  attachmentIds: string[];
  actor: Actor;
  commandId: string;
  bodyHash: string;
  /** Last `seq` that the sender had seen, when the reply shall stand only upon that. */
  ifMatch?: number | undefined;
}

/** Accepted and on record, or accepted and on its way; both are final. */
export type ReplyOutcome = { state: 'processed'; event: TicketEvent } | { state: 'pending' };

/** How long the answer waits for the event, so that most clients see it at once. */
const PATIENCE_MS = 250;
/** How long a refusal waits for the closing that it speaks of. */
const CLOSING_MS = 3_000;

/**
 * Accepts a client's reply: it is on the ticket's inbox when this returns, and nothing takes it off but the ticket.
 * @throws ApiError `idempotency_key_reused`, `stale_version`, `ticket_closed` when a closing was first,
 *   `engine_unavailable` when a closing is under way whose end is not known
 */
export function acceptReply(deps: Deps, request: ReplyRequest): Promise<ReplyOutcome> {
  return deps.replyTeller.rush.during(() => accept(deps, request));
}

async function accept(deps: Deps, request: ReplyRequest): Promise<ReplyOutcome> {
  const { store } = deps;
  const { folio, ifMatch, ...message } = request;
  const reply: Reply = { ...message, receivedAt: deps.clock().toISOString() };
  const outcome = await pushReply(store, folio, reply, ifMatch);
  if (outcome === 'other_body') throw new ApiError('idempotency_key_reused');
  if (outcome === 'stale') throw new ApiError('stale_version');
  if (outcome !== 'accepted') await settleRefusal(deps, folio, reply, outcome);
  deps.replyTeller.tell(folio);
  const event = await eventOfReply(deps, folio, request.commandId);
  return event ? { state: 'processed', event } : { state: 'pending' };
}

/** The event of a public message that is on record. */
export async function findReply(
  { store }: Deps,
  folio: string,
  commandId: string,
): Promise<TicketEvent | null> {
  const place = await whereaboutsOf(store, folio, commandId);
  if (place === 'pending') return null;
  const document =
    place === 'unknown' || place.seq === 0
      ? await store.events.findOne({ folio, commandId, type: 'message_posted' }).lean<EventDocument>()
      : await findByKey(store.events, eventKey(folio, place.seq));
  return document && eventOf(document);
}

/**
 * A refusal stands only if the ticket really closes. The ticket is told to look: it lifts a seal whose closing the
 * engine lost, or goes on to close.
 */
async function settleRefusal(deps: Deps, folio: string, reply: Reply, first: PushOutcome): Promise<void> {
  const { store, temporal } = deps;
  await tellReply(temporal, folio).catch(() => undefined);
  const end = Date.now() + CLOSING_MS;
  for (let pause = 20; Date.now() < end; pause = Math.min(pause * 2, 200)) {
    if (await isArchived(store, folio)) throw ticketClosed(folio);
    if (first === 'sealed' && (await pushReply(store, folio, reply)) === 'accepted') return;
    await wait(pause);
  }
  // Over time is over time, even while nobody is there to close; a seal alone proves nothing.
  throw first === 'past_due' ? ticketClosed(folio) : new ApiError('engine_unavailable');
}

async function eventOfReply(deps: Deps, folio: string, commandId: string): Promise<TicketEvent | null> {
  const end = Date.now() + PATIENCE_MS;
  // In a rush nobody waits: the reply is safe, and waiting would only slow the others.
  for (let pause = 12; Date.now() < end && !deps.replyTeller.rush.on; pause = Math.min(pause * 1.5, 50)) {
    await wait(pause);
    const place = await whereaboutsOf(deps.store, folio, commandId);
    if (typeof place === 'object') return await findReply(deps, folio, commandId);
  }
  return null;
}
