import { setTimeout as wait } from 'node:timers/promises';
import type { REMOTE_SESSION_ROUTES } from '../../../contract/remote-sessions';
import { instantAt } from '../../../domain/instant';
import { sessionConditions } from '../../../domain/policy/remote-session-policy';
import { assertQuotable } from '../../../domain/session/quotable';
import { holdsTicket, isFinal } from '../../../domain/session/session';
import { tellTicketEnded } from '../../../engine/tell-session';
import { findPolicy } from '../../../store/accounts/policies';
import {
  findRemoteSession,
  type RemoteSessionDocument,
} from '../../../store/remote-sessions/remote-sessions';
import type { Deps } from '../../deps';
import { onRecord, type HandlersOf } from '../../handler';
import { ApiError } from '../../problems/api-error';
import { claimFor } from '../../tickets/claim-attachments';
import { ticketClosed } from '../../tickets/closed-ticket';
import { readTicket } from '../../tickets/read-ticket';
import { commandSession } from './command';
import { findSession, sessionCommand } from './on-session';
import { representSession } from './representation';

const HOUR_MS = 3_600_000;

/** How long a client waits for the payment page before being told that it is on its way. */
const PAGE_MS = 4_000;

type MoneyRoutes = Pick<
  HandlersOf<typeof REMOTE_SESSION_ROUTES>,
  | 'quoteRemoteSession'
  | 'openRemoteSessionCheckout'
  | 'confirmRemoteSessionPayment'
  | 'confirmRemoteSessionRefund'
>;

/** What it costs, and that it is paid or sent back. */
export const sessionMoneyHandlers: MoneyRoutes = {
  quoteRemoteSession: sessionCommand('quoteSession', async ({ body }, deps, { folio }) => {
    await assertTicketOpen(deps, folio);
    const policy = await findPolicy(deps.store);
    if (!policy) throw new ApiError('service_unavailable');
    const conditions = sessionConditions(policy);
    const valid = instantAt(deps.clock().getTime() + conditions.quoteValidHours * HOUR_MS);
    const quote = {
      amountMinor: body.amount ?? conditions.priceMinor,
      currency: body.currency ?? conditions.currency,
      terms: body.terms ?? conditions.terms,
      validUntil: body.validUntil ?? valid,
      conditions,
    };
    const { leastMinor } = deps.sessions.payments;
    assertQuotable(quote, {
      at: deps.clock().toISOString(),
      leastMinor: leastMinor[quote.currency.toUpperCase()] ?? 0,
    });
    return quote;
  }),

  openRemoteSessionCheckout: onRecord(findSession, async (request, deps, record) => {
    await assertTicketOpen(deps, record.folio);
    const { principal, commandId, bodyHash } = request;
    const { _id: sessionId } = record;
    const sent = { sessionId, name: 'acceptQuote', data: {}, principal, commandId, bodyHash } as const;
    const accepted = await commandSession(deps, sent);
    const opened = await withPage(deps, accepted);
    return { status: 201, body: await representSession(deps, principal, opened) };
  }),

  confirmRemoteSessionPayment: sessionCommand('confirmTransfer', async (request, deps, record) => {
    const { principal, commandId } = request;
    const { reference, attachmentId, amount } = request.body;
    await endWithTicket(deps, record);
    const claimed = { ids: [attachmentId], uploaderId: principal.userId, commandId };
    await claimFor(deps, record.folio, claimed);
    return {
      reference: bankReference(reference),
      attachmentId,
      ...(amount !== undefined && { amountMinor: amount }),
    };
  }),

  confirmRemoteSessionRefund: sessionCommand('confirmRefund', ({ body }) => body),
};

/** As banks print it, however it was typed: two ways of writing are one transfer. */
function bankReference(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase();
}

/** A quote outlived its ticket when that closed under an earlier version: what comes for it now is not kept. */
async function endWithTicket(
  { store, temporal }: Deps,
  { _id, folio, state }: RemoteSessionDocument,
): Promise<void> {
  if (isFinal(state) || holdsTicket(state)) return;
  const ticket = await readTicket(store, folio);
  if (ticket?.closed) await tellTicketEnded(temporal, _id);
}

async function assertTicketOpen({ store }: Deps, folio: string): Promise<void> {
  const ticket = await readTicket(store, folio);
  if (!ticket || ticket.closed) throw ticketClosed(folio);
}

/** The page usually comes at once; a provider that is slow does not keep the client waiting for ever. */
async function withPage({ store }: Deps, record: RemoteSessionDocument): Promise<RemoteSessionDocument> {
  const end = Date.now() + PAGE_MS;
  for (let now = record; ;) {
    const { checkout, state } = now.session;
    if (state !== 'checkout' || checkout?.id != null || Date.now() >= end) return now;
    await wait(50);
    now = (await findRemoteSession(store, record._id)) ?? now;
  }
}
