import { createHash } from 'node:crypto';
import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { isClientVisible, type TicketEvent } from '../../domain/ticket/events';
import { findByKey, findByKeys, insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';

/** One event of one ticket, for good. `_id` is `folio:seq`, so that writing it again changes nothing. */
export type EventDocument = TicketEvent & {
  _id: string;
  organizationId: string;
  /** Whether the client may see it. */
  visible: boolean;
  /** When it was written here: the cursor of live updates. */
  writtenAt: Instant;
};

/** The part of the store that holds them. */
export type EventsStore = Holds<'events', EventDocument>;

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

/** Where an event is kept. */
export function eventKey(folio: string, seq: number): string {
  return `${folio}:${seq}`;
}

/**
 * Writes events that may have been written before. Another event under the same `seq` is one whose workflow task was
 * lost with its worker; it is the earlier of the two and gives way, whichever of them is written last.
 */
export async function appendEvents(
  store: EventsStore,
  events: TicketEvent[],
  organizationId: string,
): Promise<void> {
  if (events.length === 0) return;
  const writtenAt = new Date().toISOString();
  const documents = events.map((event) => ({
    ...event,
    _id: eventKey(event.folio, event.seq),
    organizationId,
    visible: isClientVisible(event),
    writtenAt,
  }));
  await Promise.all(
    documents.map(async (document) => {
      if (await insertByKey(store.events, document)) return;
      await store.events.replaceOne({ _id: document._id, at: { $lt: document.at } }, document);
    }),
  );
}

/** Removes what a lost workflow task wrote beyond the last event of a ticket. */
export async function dropEventsBeyond(store: EventsStore, folio: string, version: number): Promise<void> {
  // Events have no gaps, so the next one tells whether there are any; and a key is found on every server.
  for (let seq = version + 1; await findByKey(store.events, eventKey(folio, seq)); seq += 1)
    await store.events.deleteOne({ _id: eventKey(folio, seq) });
}

/** An event as it stood on record at some moment. */
export type EventMark = Pick<EventDocument, '_id' | 'seq' | 'at'>;

/** What is on record of a ticket now. For repairs: it may look through the whole collection. */
export function eventMarks(store: EventsStore, folio: string): Promise<EventMark[]> {
  return store.events.find({ folio }).select({ seq: 1, at: 1 }).lean<EventMark[]>().exec();
}

/** Removes events that still stand as they were seen. */
export async function dropMarked(store: EventsStore, marks: readonly EventMark[]): Promise<void> {
  for (const { _id, at } of marks) await store.events.deleteOne({ _id, at });
}

/** `seq` of the last event on record; 0 when there is none. For repairs: in normal running the ticket knows it. */
export async function lastSeqOf(store: EventsStore, folio: string): Promise<number> {
  const [last] = await store.events
    .find({ folio })
    .sort({ seq: -1 })
    .limit(1)
    .select({ seq: 1 })
    .lean<{ seq: number }[]>();
  return last?.seq ?? 0;
}

/** The whole sequence of a ticket, oldest first. @param version how many events it has */
export async function readAllEvents(
  store: EventsStore,
  folio: string,
  version: number,
): Promise<TicketEvent[]> {
  const events: TicketEvent[] = [];
  for (let from = 1; from <= version; from += AT_ONCE) {
    const documents = await readEventDocuments(store, folio, from, Math.min(version, from + AT_ONCE - 1));
    events.push(...documents.map(eventOf));
  }
  return events;
}

/** Events `from` to `to`, by their keys: that is an index on every server. */
export async function readEventDocuments(
  store: EventsStore,
  folio: string,
  from: number,
  to: number,
): Promise<EventDocument[]> {
  if (to < from) return [];
  const keys = Array.from({ length: to - from + 1 }, (_none, index) => eventKey(folio, from + index));
  const documents = await findByKeys(store.events, keys);
  return documents.sort((a, b) => a.seq - b.seq);
}

const AT_ONCE = 200;

/** SHA-256 over events as JSON lines, hex: shows that nothing was altered afterwards. */
export function digestOfEvents(events: readonly TicketEvent[]): string {
  const digest = createHash('sha256');
  for (const event of events) digest.update(`${JSON.stringify(event)}\n`);
  return digest.digest('hex');
}

/** The event without what only the store needs. */
export function eventOf(document: EventDocument): TicketEvent {
  const { folio, seq, type, at, actor, commandId, data } = document;
  return { folio, seq, type, at, actor, commandId, data } as TicketEvent;
}
