import type { RemoteSessionRepresentation } from '../../contract/remote-sessions';
import { isStaff } from '../../domain/access/role';
import { vatWithin } from '../../domain/policy/remote-session-policy';
import { accessOpensAt, endOf } from '../../domain/session/agenda';
import { refundOnCancel } from '../../domain/session/decide';
import type { Quote, RemoteSession } from '../../domain/session/session';
import { TRANSITIONS } from '../../domain/session/transitions';
import { readLedger } from '../../store/ledger';
import { readSessionEvents, type RemoteSessionDocument } from '../../store/remote-sessions';
import { findCheckout } from '../../store/session-checkouts';
import { findInvoice, invoiceDataId } from '../../store/session-invoices';
import type { Deps } from '../deps';
import type { Principal } from '../principal';

/** A session as the API shows it, joined with its money, which may move long after its end. */
export async function representSession(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  principal: Principal,
  { session, stuck }: RemoteSessionDocument,
): Promise<RemoteSessionRepresentation> {
  const staff = isStaff(principal.role);
  const { checkout } = session;
  const [ledger, events, page, data, files] = await Promise.all([
    readLedger(store, [session.id]),
    readSessionEvents(store, session.id),
    !staff && checkout?.open && checkout.id !== null ? findCheckout(store, checkout.id) : null,
    findInvoice(store, invoiceDataId(session.organizationId)),
    findInvoice(store, session.id),
  ]);
  const opensAt = accessOpensAt(session);
  const closesAt = endOf(session);
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
    refundIfCancelled: refundNow(session, principal, clock().toISOString()),
    ledger: ledger.map(
      ({ _id: id, kind, paymentId, amountMinor: amount, currency, kept, reference, at }) => ({
        id,
        kind,
        paymentId,
        amount,
        currency,
        kept,
        reference,
        at,
      }),
    ),
    history: events
      .map(({ seq, name, at, actor }) => ({ seq, name, at, actor }))
      .filter(({ name }) => staff || !INTERNAL.has(name)),
    invoice: {
      data: data?.data ?? null,
      xmlAttachmentId: files?.xmlAttachmentId ?? null,
      pdfAttachmentId: files?.pdfAttachmentId ?? null,
    },
    troubles: staff ? session.troubles : null,
    stuck: staff ? stuck : null,
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
    amount: amountMinor,
    vat: vatWithin(amountMinor, conditions.vatRate),
    currency,
    terms,
    termsVersion: conditions.termsVersion,
    validUntil,
    cancellation: { ...conditions.cancellation },
    maxMinutes: conditions.maxMinutes,
  };
}

function refundNow(session: RemoteSession, { userId: id, role }: Principal, at: string): number | null {
  const cell = TRANSITIONS.cancelled[session.state];
  if (cell === 'refuse' || cell === 'ignore') return null;
  return refundOnCancel(session, { id, role }, at);
}
