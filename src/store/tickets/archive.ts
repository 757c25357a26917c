import { Schema, type Connection, type Model } from 'mongoose';
import type { Priority } from '../../domain/classification/priority';
import type { Instant } from '../../domain/instant';
import type { Ticket } from '../../domain/ticket/ticket';
import { findByKey, insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';
import { digestOfEvents, dropEventsBeyond, readAllEvents, type EventsStore } from './events';
import { keepClosing } from '../desk/keep-facts';
import { type ReportFactsStore } from '../desk/report-facts';
import { searchText } from '../mongo/search-text';
import { entomb, type TicketsStore } from './tickets';
import type { CalendarsStore } from '../accounts/calendars';
import type { ReportDaysStore } from '../desk/report-days';

/** What is read and written here. */
type Reach = ArchiveStore & CalendarsStore & EventsStore & ReportDaysStore & ReportFactsStore & TicketsStore;

/** A closed ticket, for good: the permanent guard against opening it again. Its events stay in `events`. */
export interface ArchiveDocument {
  _id: string;
  ticket: Ticket;
  organizationId: string;
  requesterId: string;
  participantIds: string[];
  assigneeId: string | null;
  type: string;
  priority: Priority | null;
  reason: string;
  product: string;
  createdAt: Instant;
  closedAt: Instant;
  search: string;
  /** `digestOfEvents`, as they were when the ticket closed. */
  eventsDigest: string;
}

/** The part of the store that holds them. */
export type ArchiveStore = Holds<'archive', ArchiveDocument>;

export function archiveModel(connection: Connection): Model<ArchiveDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      ticket: Schema.Types.Mixed,
      organizationId: String,
      requesterId: String,
      participantIds: [String],
      assigneeId: String,
      type: String,
      priority: String,
      reason: String,
      product: String,
      createdAt: String,
      closedAt: String,
      search: String,
      eventsDigest: String,
    },
    { collection: 'archived_tickets' },
  );
  schema.index({ closedAt: -1, _id: 1 });
  schema.index({ organizationId: 1, closedAt: -1, _id: 1 });
  schema.index({ requesterId: 1, closedAt: -1, _id: 1 });
  return collection(connection, 'ArchivedTicket', schema);
}

export function isArchived(store: ArchiveStore, folio: string): Promise<boolean> {
  return findByKey(store.archive, folio).then((found) => found !== null);
}

/**
 * Sends a closed ticket to the historic archive, then leaves a tombstone among the open ones. Repeating it changes
 * nothing.
 * @throws when an event of the ticket is not in MongoDB yet: the record would not be whole
 */
export async function archiveTicket(store: Reach, ticket: Ticket): Promise<void> {
  if (!ticket.closure) throw new Error(`Ticket ${ticket.folio} is not closed`);
  await dropEventsBeyond(store, ticket.folio, ticket.version);
  const events = await readAllEvents(store, ticket.folio, ticket.version);
  if (events.length !== ticket.version) {
    throw new Error(`Ticket ${ticket.folio} has ${events.length} of ${ticket.version} events on record`);
  }
  const document: ArchiveDocument = {
    _id: ticket.folio,
    ticket,
    organizationId: ticket.organizationId,
    requesterId: ticket.requesterId,
    participantIds: ticket.participantIds,
    assigneeId: ticket.assigneeId,
    type: ticket.type,
    priority: ticket.priority,
    reason: ticket.closure.reason,
    product: ticket.product,
    createdAt: ticket.createdAt,
    closedAt: ticket.closure.at,
    search: searchText(ticket),
    eventsDigest: digestOfEvents(events),
  };
  const isFirst = await insertByKey(store.archive, document);
  await entomb(store, ticket);
  // Of two closings the reports count the one that stands.
  const standing = isFirst ? document : await findByKey(store.archive, ticket.folio);
  await keepClosing(store, (standing ?? document).ticket);
}
