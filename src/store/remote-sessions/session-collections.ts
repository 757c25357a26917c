import type { Connection, Model } from 'mongoose';
import { ledgerModel, type LedgerEntry } from './ledger';
import {
  remoteSessionModel,
  sessionEventModel,
  type RemoteSessionDocument,
  type SessionEventDocument,
} from './remote-sessions';
import { sessionAccessModel, type SessionAccess } from './session-access';
import { sessionAccessOfferModel, type SessionAccessOffer } from './session-access-offers';
import { agentBookingsModel, type AgentBookings } from './session-bookings';
import { sessionCheckoutModel, type SessionCheckout } from './session-checkouts';
import { sessionInvoiceModel, type SessionInvoice } from './session-invoices';
import { sessionTransferModel, type SessionTransfer } from './session-transfers';
import { sessionWebhookModel, type SessionWebhook } from './session-webhooks';

/** Everything that paid sessions keep. */
export interface SessionCollections {
  remoteSessions: Model<RemoteSessionDocument>;
  sessionEvents: Model<SessionEventDocument>;
  ledger: Model<LedgerEntry>;
  sessionCheckouts: Model<SessionCheckout>;
  sessionAccess: Model<SessionAccess>;
  sessionAccessOffers: Model<SessionAccessOffer>;
  sessionTransfers: Model<SessionTransfer>;
  sessionWebhooks: Model<SessionWebhook>;
  agentBookings: Model<AgentBookings>;
  sessionInvoices: Model<SessionInvoice>;
}

export function sessionCollections(connection: Connection): SessionCollections {
  return {
    remoteSessions: remoteSessionModel(connection),
    sessionEvents: sessionEventModel(connection),
    ledger: ledgerModel(connection),
    sessionCheckouts: sessionCheckoutModel(connection),
    sessionAccess: sessionAccessModel(connection),
    sessionAccessOffers: sessionAccessOfferModel(connection),
    sessionTransfers: sessionTransferModel(connection),
    sessionWebhooks: sessionWebhookModel(connection),
    agentBookings: agentBookingsModel(connection),
    sessionInvoices: sessionInvoiceModel(connection),
  };
}
