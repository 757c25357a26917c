import { setTimeout as wait } from 'node:timers/promises';
import type { z } from 'zod';
import type { remoteSessionSchema } from '../../contract/remote-session';
import { DEFAULT_LIMIT, type REMOTE_SESSION_ROUTES } from '../../contract/remote-sessions';
import type { Route } from '../../contract/route';
import { isStaff } from '../../domain/access/role';
import { DomainError } from '../../domain/domain-error';
import { instantAt } from '../../domain/instant';
import { sessionConditions } from '../../domain/policy/remote-session-policy';
import { isAccessOpen } from '../../domain/session/actions';
import { accessOpensAt, endOf } from '../../domain/session/agenda';
import { assertQuotable } from '../../domain/session/quotable';
import { holdsTicket, isFinal } from '../../domain/session/session';
import { tellTicketEnded } from '../../engine/tell-session';
import { keepInvoiceMail } from '../../notices/keep-invoice-mail';
import { findAttachments } from '../../store/accounts/attachments';
import { findPolicy } from '../../store/accounts/policies';
import {
  findRemoteSession,
  touchSession,
  type RemoteSessionDocument,
} from '../../store/remote-sessions/remote-sessions';
import { findAccess } from '../../store/remote-sessions/session-access';
import { findInvoice, invoiceDataId, keepInvoice } from '../../store/remote-sessions/session-invoices';
import { offeredSlots } from '../../store/remote-sessions/session-slots';
import type { SessionCommandData, SessionCommandName } from '../../workflows/session-messages';
import { ApiError } from '../problems/api-error';
import { claimFor } from '../tickets/claim-attachments';
import type { Deps } from '../deps';
import { onRecord, type Authorised, type HandlersOf, type RecordHandler } from '../handler';
import { findTicket, onTicket } from '../tickets/on-ticket';
import type { Principal } from '../principal';
import { ticketClosed } from '../tickets/closed-ticket';
import { readTicket } from '../tickets/read-ticket';
import { sendCommand } from '../tickets/send-command';
import { commandSession, recordAt } from './remote-sessions/command';
import { listSessions } from './remote-sessions/list';
import { giveMeeting } from './remote-sessions/meeting';
import { representSession } from './remote-sessions/representation';

const HOUR_MS = 3_600_000;

/** How long a client waits for the payment page before being told that it is on its way. */
const PAGE_MS = 4_000;

/** The handlers of REMOTE_SESSION_ROUTES, by route id. */
export const remoteSessionHandlers: HandlersOf<typeof REMOTE_SESSION_ROUTES> = {
  requestRemoteSession: onTicket(async (request, deps, { ticket, closed }) => {
    if (closed) throw ticketClosed(ticket.folio);
    const { principal, commandId, bodyHash, body: data } = request;
    const actor = { id: principal.userId, role: principal.role };
    const { folio } = ticket;
    const sent = { folio, name: 'requestSession', data, actor, commandId, bodyHash } as const;
    const { version } = await sendCommand(deps, sent);
    await readTicket(deps.store, folio, version);
    const event = await deps.store.events
      .findOne({ folio, commandId, type: 'session_changed' })
      .lean<{ data: { id: string } }>();
    if (!event) throw new ApiError('engine_unavailable');
    const record = await recordAt(deps.store, event.data.id, 0);
    return { status: 201, body: await representSession(deps, principal, record) };
  }),

  async listRemoteSessions({ principal, query }, deps) {
    const { limit = DEFAULT_LIMIT, ...filter } = query;
    const { items, nextCursor } = await listSessions(deps, principal, { ...filter, limit });
    const shown = await Promise.all(items.map((record) => representSession(deps, principal, record)));
    return { status: 200, body: { items: shown, nextCursor } };
  },

  readRemoteSession: onRecord(find, async ({ principal }, deps, record) => ({
    status: 200,
    body: await representSession(deps, principal, record),
  })),

  quoteRemoteSession: command('quoteSession', async ({ body }, deps, { folio }) => {
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

  openRemoteSessionCheckout: onRecord(find, async (request, deps, record) => {
    await assertTicketOpen(deps, record.folio);
    const { principal, commandId, bodyHash } = request;
    const { _id: sessionId } = record;
    const sent = { sessionId, name: 'acceptQuote', data: {}, principal, commandId, bodyHash } as const;
    const accepted = await commandSession(deps, sent);
    const opened = await withPage(deps, accepted);
    return { status: 201, body: await representSession(deps, principal, opened) };
  }),

  confirmRemoteSessionPayment: command('confirmTransfer', async (request, deps, record) => {
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

  confirmRemoteSessionRefund: command('confirmRefund', ({ body }) => body),

  listRemoteSessionSlots: onRecord(find, async (_request, { store, clock }, { session }) => {
    if (session.state !== 'paid' && session.state !== 'scheduled') throw new DomainError('session_state');
    const offers = await offeredSlots(store, session, clock().getTime());
    const items = offers.map(({ startsAt, endsAt }) => ({
      startsAt: instantAt(startsAt),
      endsAt: instantAt(endsAt),
    }));
    return { status: 200, body: { items } };
  }),

  chooseRemoteSessionSlot: command('chooseSlot', ({ body }) => body),

  readRemoteSessionAccess: onRecord(find, async ({ principal }, { store, clock, sessions }, { session }) => {
    const { id, slot, state } = session;
    const now = clock().toISOString();
    if (principal.userId !== session.clientId && principal.userId !== slot?.agentId)
      throw new ApiError('forbidden');
    const opensAt = accessOpensAt(session);
    const closesAt = endOf(session);
    const attended = state === 'scheduled' || state === 'in_progress';
    if (!isAccessOpen(session, now) || closesAt === null) {
      throw new ApiError('outside_window', { members: { opensAt: attended ? opensAt : null } });
    }
    const access = await findAccess(store, id);
    if (!access || access.startsAt !== slot?.startsAt) throw new ApiError('not_ready');
    const { link, password } = JSON.parse(sessions.vault.open(access.sealed, id)) as Record<
      'link' | 'password',
      string
    >;
    return { status: 200, body: { platform: access.platform, link, password, closesAt } };
  }),

  giveRemoteSessionMeeting: onRecord(find, async (request, deps, { _id: sessionId }) => {
    const { principal, commandId, bodyHash, body } = request;
    const after = await giveMeeting(deps, body, { sessionId, principal, commandId, bodyHash });
    return { status: 200, body: await representSession(deps, principal, after) };
  }),

  recordRemoteSessionAttendance: command('attendSession', ({ body }) => body),
  cancelRemoteSession: command('cancelSession', ({ body }) => ({ reason: body?.reason ?? '' })),
  retryRemoteSession: command('retrySession', () => ({})),

  putInvoiceData: onRecord(find, async ({ principal, body }, deps, record) => {
    const updatedAt = deps.clock().toISOString();
    const _id = invoiceDataId(record.organizationId);
    await keepInvoice(deps.store, {
      _id,
      data: body,
      xmlAttachmentId: null,
      pdfAttachmentId: null,
      updatedAt,
    });
    await touchSession(deps.store, record._id);
    return { status: 200, body: await representSession(deps, principal, record) };
  }),

  putInvoice: onRecord(find, async ({ principal, body, commandId }, deps, record) => {
    if (record.session.payments.length === 0) throw new DomainError('session_state');
    await assertFiles(deps, [
      [body.xmlAttachmentId, 'application/xml'],
      [body.pdfAttachmentId, 'application/pdf'],
    ]);
    const ids = [body.xmlAttachmentId, body.pdfAttachmentId];
    await claimFor(deps, record.folio, { ids, uploaderId: principal.userId, commandId });
    const before = await findInvoice(deps.store, record._id);
    const updatedAt = deps.clock().toISOString();
    await keepInvoice(deps.store, { _id: record._id, data: before?.data ?? null, ...body, updatedAt });
    const ticket = await readTicket(deps.store, record.folio);
    const requesterId = ticket?.ticket.requesterId ?? record.clientId;
    await keepInvoiceMail(deps.store, record.session, requesterId, body);
    await touchSession(deps.store, record._id);
    return { status: 200, body: await representSession(deps, principal, record) };
  }),
};

/** Who may not see the ticket does not see its session either. */
async function find(
  principal: Principal,
  { id }: { id: string },
  deps: Deps,
): Promise<RemoteSessionDocument | null> {
  const record = await findRemoteSession(deps.store, id);
  if (!record || isStaff(principal.role)) return record;
  return (await findTicket(deps, principal, record.folio)) ? record : null;
}

type SessionRoute = Route<
  string,
  z.ZodObject<{ id: z.ZodString }, z.core.$strict>,
  z.ZodObject,
  z.ZodType,
  readonly [{ status: 200; description: string; schema: typeof remoteSessionSchema }]
>;

/** Sends the command that a request means and answers with the session as it stands after it. */
function command<R extends SessionRoute, N extends SessionCommandName>(
  name: N,
  meaning: (
    request: Authorised<R>,
    deps: Deps,
    record: RemoteSessionDocument,
  ) => SessionCommandData[N] | Promise<SessionCommandData[N]>,
): RecordHandler<R> {
  return {
    find: (principal, params, deps) => find(principal, { id: String((params as { id: string }).id) }, deps),
    async act(request, deps, record: RemoteSessionDocument) {
      const { commandId, bodyHash } = request;
      // None of these routes is public; a generic route's type can not say so.
      const principal = request.principal as Principal;
      const data = await meaning(request, deps, record);
      const after = await commandSession(deps, {
        sessionId: record._id,
        name,
        data,
        principal,
        commandId,
        bodyHash,
      });
      return { status: 200, body: await representSession(deps, principal, after) } as never;
    },
  };
}

/** As banks print it, however it was typed: two ways of writing are one transfer. */
function bankReference(typed: string): string {
  return typed.replace(/\s+/g, '').toUpperCase();
}

/** @throws ApiError `unknown_attachment` for a file that is not there, or of another type */
async function assertFiles(
  { store }: Deps,
  files: readonly (readonly [id: string, type: string])[],
): Promise<void> {
  const found = await findAttachments(
    store,
    files.map(([id]) => id),
  );
  const sound = files.every(([id, type]) => found.some((file) => file._id === id && file.type === type));
  if (!sound) throw new ApiError('unknown_attachment', 'attachmentIds');
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
