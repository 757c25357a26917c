import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';
import { ignoringDuplicates } from '../mongo/duplicate-key';

/** News of the payment provider, once per event id. Its content is not kept: the payment itself is read again. */
export interface SessionWebhook {
  /** `provider:event id`. */
  _id: string;
  type: string;
  sessionId: string | null;
  receivedAt: Instant;
  /** Null until the session was told: the provider's next attempt tells it then. */
  handledAt: Instant | null;
}

/** The part of the store that holds them. */
export type SessionWebhooksStore = Holds<'sessionWebhooks', SessionWebhook>;

export function sessionWebhookModel(connection: Connection): Model<SessionWebhook> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      type: String,
      sessionId: { type: String, default: null },
      receivedAt: String,
      handledAt: { type: String, default: null },
    },
    { collection: 'session_webhooks' },
  );
  return collection(connection, 'SessionWebhook', schema);
}

/** Takes note of news; true when it was handled before. */
export async function noteWebhook(store: SessionWebhooksStore, webhook: SessionWebhook): Promise<boolean> {
  await ignoringDuplicates(store.sessionWebhooks.insertMany([webhook]));
  const known = await store.sessionWebhooks.findById(webhook._id).lean<SessionWebhook>();
  return known?.handledAt != null;
}

export async function settleWebhook(
  store: SessionWebhooksStore,
  id: string,
  handledAt: Instant,
): Promise<void> {
  await store.sessionWebhooks.updateOne({ _id: id }, { $set: { handledAt } });
}
