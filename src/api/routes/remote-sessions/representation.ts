import type { RemoteSessionRepresentation } from '../../../contract/remote-session';
import { isStaff } from '../../../domain/access/role';
import { accessOpensAt, endOf } from '../../../domain/session/agenda';
import { sessionOutlook } from '../../../domain/session/outlook';
import { amountOf, receiptOf } from '../../../domain/session/receipt';
import type { Quote } from '../../../domain/session/session';
import { readLedger, type LedgerEntry } from '../../../store/remote-sessions/ledger';
import {
  readSessionEvents,
  type RemoteSessionDocument,
} from '../../../store/remote-sessions/remote-sessions';
import { findCheckout } from '../../../store/remote-sessions/session-checkouts';
import { findInvoice, invoiceDataId } from '../../../store/remote-sessions/session-invoices';
import type { Deps } from '../../deps';
import type { Principal } from '../../principal';
import { readTicket } from '../../tickets/read-ticket';

/** A session as the API shows it, joined with its money, which may move long after its end. */
export async function representSession(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  principal: Principal,
  { session, lostAt }: RemoteSessionDocument,
): Promise<RemoteSessionRepresentation> {
  const staff = isStaff(principal.role);
  const { checkout } = session;
  const [ticket, ledger, events, page, data, files] = await Promise.all([
    readTicket(store, session.folio),
    staff ? readLedger(store, [session.id]) : null,
    readSessionEvents(store, session.id),
    !staff && checkout?.open && checkout.id !== null ? findCheckout(store, checkout.id) : null,
    findInvoice(store, invoiceDataId(session.organizationId)),
    findInvoice(store, session.id),
  ]);
  const opensAt = accessOpensAt(session);
  const closesAt = endOf(session);
  const ticketClosed = ticket?.closed ?? true;
  const outlook = sessionOutlook(session, principal, {
    at: clock().toISOString(),
    lostAt: lostAt ?? null,
    ticketClosed,
  });
  return {
    id: session.id,
    folio: session.folio,
    state: session.state,
    platform: session.platform,
    reason: session.reason,
    organization: { id: session.organizationId },
    client: { id: session.clientId },
    agent: session.slot && { id: session.slot.agentId },
    quote: session.quote && quoteOf(session.quote),
    acceptedAt: session.accepted?.at ?? null,
    checkout: checkout?.open ? { url: page?.url ?? null, expiresAt: checkout.expiresAt } : null,
    cancelling: session.cancelling !== null && session.state === 'checkout',
    payments: session.payments.map((payment) => ({
      id: payment.id,
      method: payment.method,
      captured: payment.capturedMinor,
      refunded: payment.refundedMinor,
      refundDue: payment.refundDueMinor,
      currency: payment.currency,
      at: payment.capturedAt,
      kept: payment.kept,
      dispute: payment.dispute,
    })),
    slot: session.slot && { startsAt: session.slot.startsAt, endsAt: session.slot.endsAt },
    window: opensAt && closesAt ? { opensAt, closesAt } : null,
    meetingReady: session.meeting !== null,
    startedAt: session.startedAt,
    endedAt: session.endedAt,
    ...outlook,
    receipt: receiptOf(session),
    ledger: ledger && ledger.map(movement),
    history: events
      .map(({ seq, name, at, actor }) => ({ seq, name, at, actor }))
      .filter(({ name }) => staff || !INTERNAL.has(name)),
    invoice: {
      data: data?.data ?? null,
      xmlAttachmentId: files?.xmlAttachmentId ?? null,
      pdfAttachmentId: files?.pdfAttachmentId ?? null,
    },
    troubles: staff ? session.troubles : null,
    stuck: staff ? outlook.stuck : null,
    createdAt: session.createdAt,
    updatedAt: session.updatedAt,
    version: session.version,
  };
}

/** Steps of the machinery, which tell a client nothing. */
const INTERNAL: ReadonlySet<string> = new Set([
  'troubled',
  'recovered',
  'retried',
  'slot_released',
  'meeting_removed',
  'unattended',
]);

function quoteOf({
  amountMinor,
  currency,
  terms,
  validUntil,
  conditions,
}: Quote): RemoteSessionRepresentation['quote'] {
  return {
    ...amountOf(amountMinor, currency, conditions.vatRate),
    terms,
    termsVersion: conditions.termsVersion,
    validUntil,
    cancellation: { ...conditions.cancellation },
    maxMinutes: conditions.maxMinutes,
  };
}

function movement({
  _id: id,
  amountMinor: amount,
  kind,
  paymentId,
  currency,
  kept,
  reference,
  at,
}: LedgerEntry): NonNullable<RemoteSessionRepresentation['ledger']>[number] {
  return { id, kind, paymentId, amount, currency, kept, reference, at };
}
