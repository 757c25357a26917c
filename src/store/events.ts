import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/instant';
import { isClientVisible, type TicketEvent } from '../domain/ticket/events';
import { collection } from './collection';
import { ignoringDuplicates } from './duplicate-key';
import type { Store } from './store';

/** One event of one ticket, for good. `_id` is `folio:seq`, so that writing it again changes nothing. */
export type EventDocument = TicketEvent & {
  _id: string;
  organizationId: string;
  /** Whether the client may see it. */
  visible: boolean;
  /** When it was written here: the cursor of live updates. */
  writtenAt: Instant;
};

export function eventModel(connection: Connection): Model<EventDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      folio: String,
      seq: Number,
      type: String,
      at: String,
      actor: Schema.Types.Mixed,
      commandId: String,
      data: Schema.Types.Mixed,
      organizationId: String,
      visible: Boolean,
      writtenAt: String,
    },
    { collection: 'events' },
  );
  schema.index({ folio: 1, seq: 1 });
  schema.index({ folio: 1, commandId: 1 });
  schema.index({ writtenAt: 1, _id: 1 });
  return collection(connection, 'Event', schema);
}

/** Writes events that may have been written before. */
export async function appendEvents(
  store: Store,
  events: TicketEvent[],
  organizationId: string,
): Promise<void> {
  if (events.length === 0) return;
  const writtenAt = new Date().toISOString();
  const documents = events.map((event) => ({
    ...event,
    _id: `${event.folio}:${event.seq}`,
    organizationId,
    visible: isClientVisible(event),
    writtenAt,
  }));
  await ignoringDuplicates(store.events.insertMany(documents, { ordered: false }));
}

/** The whole sequence of a ticket, oldest first. */
export async function readAllEvents(store: Store, folio: string): Promise<TicketEvent[]> {
  const documents = await store.events.find({ folio }).sort({ seq: 1 }).lean<EventDocument[]>();
  return documents.map(eventOf);
}

/** The event without what only the store needs. */
export function eventOf(document: EventDocument): TicketEvent {
  const { folio, seq, type, at, actor, commandId, data } = document;
  return { folio, seq, type, at, actor, commandId, data } as TicketEvent;
}
