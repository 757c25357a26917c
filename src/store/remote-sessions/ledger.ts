import { Schema, trusted, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { isMoney, type MoneyEvent, type SessionEvent } from '../../domain/session/events';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';

/**
 * One movement of money, for good, also long after the ticket has closed. `_id` is the session's event, so that
 * writing it again changes nothing. Amounts in minor units, positive in the direction that `kind` says.
 */
export interface LedgerEntry {
  _id: string;
  sessionId: string;
  folio: string;
  organizationId: string;
  kind: MoneyEvent['name'];
  paymentId: string;
  amountMinor: number;
  currency: string | null;
  /** Whether the capture pays the session; null for other movements. */
  kept: boolean | null;
  reference: string | null;
  at: Instant;
}

/** The part of the store that holds them. */
export type LedgerStore = Holds<'ledger', LedgerEntry>;

export function ledgerModel(connection: Connection): Model<LedgerEntry> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      sessionId: String,
      folio: String,
      organizationId: String,
      kind: String,
      paymentId: String,
      amountMinor: Number,
      currency: { type: String, default: null },
      kept: { type: Boolean, default: null },
      reference: { type: String, default: null },
      at: String,
    },
    { collection: 'ledger' },
  );
  schema.index({ sessionId: 1, at: 1 });
  schema.index({ folio: 1, at: 1 });
  schema.index({ paymentId: 1 });
  return collection(connection, 'LedgerEntry', schema);
}

/** Puts the events that move money into the ledger; the others are passed over. */
export async function enterMoney(
  store: LedgerStore,
  { folio, organizationId }: { folio: string; organizationId: string },
  events: readonly SessionEvent[],
): Promise<void> {
  const entries = events.filter(isMoney).map((event): LedgerEntry => ({
    _id: `${event.sessionId}:${event.seq}`,
    sessionId: event.sessionId,
    folio,
    organizationId,
    kind: event.name,
    paymentId: event.data.paymentId,
    at: event.at,
    ...amounts(event),
  }));
  if (entries.length > 0) await ignoringDuplicates(store.ledger.insertMany(entries, { ordered: false }));
}

/** The movements of some sessions, in the order in which they happened. */
export function readLedger(store: LedgerStore, sessionIds: readonly string[]): Promise<LedgerEntry[]> {
  return store.ledger
    .find({ sessionId: trusted({ $in: [...sessionIds] }) })
    .sort({ at: 1, _id: 1 })
    .lean<LedgerEntry[]>()
    .exec();
}

function amounts(event: MoneyEvent): Pick<LedgerEntry, 'amountMinor' | 'currency' | 'kept' | 'reference'> {
  switch (event.name) {
    case 'captured': {
      const { amountMinor, currency, kept, reference } = event.data;
      return { amountMinor, currency, kept, reference };
    }
    case 'refunded':
      return {
        amountMinor: event.data.amountMinor,
        currency: null,
        kept: null,
        reference: event.data.refundId,
      };
    case 'refund_failed':
      return { amountMinor: event.data.amountMinor, currency: null, kept: null, reference: null };
    case 'disputed':
      return { amountMinor: 0, currency: null, kept: null, reference: null };
    case 'dispute_settled':
      return {
        amountMinor: event.data.amountMinor,
        currency: null,
        kept: null,
        reference: event.data.won ? 'won' : 'lost',
      };
  }
}
