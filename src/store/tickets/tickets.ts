import { Schema, type Connection, type Model } from 'mongoose';
import { priorityRank, type Priority } from '../../domain/classification/priority';
import type { Instant } from '../../domain/instant';
import { updatedForClient } from '../../domain/ticket/evolve';
import type { Status, Ticket } from '../../domain/ticket/ticket';
import { findByKey, insertByKey, Replacer } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';
import { dropEventsBeyond, type EventsStore } from './events';
import { oncePer } from '../mongo/once-per';
import { searchText } from '../mongo/search-text';

/**
 * The read model of an open ticket: the workflow's snapshot whole, and beside it what lists filter and sort by.
 * A closed ticket leaves a tombstone here, so that a late projection can not bring it back.
 */
export interface TicketDocument {
  _id: string;
  version: number;
  closed: boolean;
  ticket: Ticket;
  status: Status;
  type: string;
  priority: Priority | null;
  rank: number;
  assigneeId: string | null;
  organizationId: string;
  requesterId: string;
  participantIds: string[];
  classified: boolean;
  /** The nearest of our own targets. */
  dueAt: Instant | null;
  autoCloseAt: Instant | null;
  createdAt: Instant;
  updatedAt: Instant;
  /** What clients' lists are ordered by: an internal note must not move a ticket there. */
  clientUpdatedAt: Instant;
  search: string;
  needsRepair: boolean;
}

/** The part of the store that holds them. */
export type TicketsStore = Holds<'tickets', TicketDocument>;

/** Sorts behind every priority: not yet prioritized. */
export const UNRANKED = 9;

export function ticketModel(connection: Connection): Model<TicketDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      version: { type: Number, required: true },
      closed: { type: Boolean, required: true },
      ticket: Schema.Types.Mixed,
      status: String,
      type: String,
      priority: String,
      rank: Number,
      assigneeId: String,
      organizationId: String,
      requesterId: String,
      participantIds: [String],
      classified: Boolean,
      dueAt: String,
      autoCloseAt: String,
      createdAt: String,
      updatedAt: String,
      clientUpdatedAt: String,
      search: String,
      needsRepair: Boolean,
    },
    { collection: 'tickets' },
  );
  // Exactly what a replacement asks for: some servers use an index for the whole of a filter only.
  schema.index({ _id: 1, version: 1, updatedAt: 1 }, { unique: true });
  schema.index({ closed: 1, rank: 1, createdAt: 1, _id: 1 });
  schema.index({ closed: 1, updatedAt: -1, _id: 1 });
  schema.index({ closed: 1, status: 1, autoCloseAt: 1, _id: 1 });
  schema.index({ closed: 1, assigneeId: 1, rank: 1, createdAt: 1, _id: 1 });
  schema.index({ closed: 1, organizationId: 1, clientUpdatedAt: -1, _id: 1 });
  schema.index({ closed: 1, requesterId: 1, clientUpdatedAt: -1, _id: 1 });
  return collection(connection, 'Ticket', schema);
}

/**
 * Writes the newest snapshot of an open ticket: an older one, or one of a ticket that has been archived, changes
 * nothing. The later of two by their last events is the newer, and of one instant the higher version: a snapshot whose
 * workflow task was lost with its worker may count more events than the ticket has. Compare-and-set on the exact
 * version, which every server finds by an index.
 * @param before what the writer believes to be stored, so that nobody has to look first; null for nothing
 * @returns whether this snapshot is now the stored one
 */
export async function writeSnapshot(
  store: EventsStore & TicketsStore,
  ticket: Ticket,
  before?: StoredVersion | null,
): Promise<boolean> {
  const document = ticketDocument(ticket);
  for (let believed = before; ; believed = undefined) {
    const stored: (StoredVersion & { closed?: boolean }) | null =
      believed === undefined ? await storedState(store, ticket.folio) : believed;
    if (!stored) {
      if (await insertByKey(store.tickets, document)) return true;
      continue;
    }
    if (stored.closed || !isNewer(ticket, stored)) return false;
    const { version, updatedAt } = stored;
    const old = { _id: ticket.folio, version, updatedAt };
    if (!(await replacerOf(store).replace(old, document))) continue;
    if (version > ticket.version) await dropEventsBeyond(store, ticket.folio, ticket.version);
    return true;
  }
}

/** Which snapshot of a ticket it is. */
export type StoredVersion = Pick<Ticket, 'version' | 'updatedAt'>;

/** What is stored of a ticket now; null for nothing. */
export async function storedState(
  store: TicketsStore,
  folio: string,
): Promise<(StoredVersion & { closed?: boolean }) | null> {
  return findByKey(store.tickets, folio);
}

const replacerOf = oncePer(
  ({ tickets }: TicketsStore) =>
    new Replacer(tickets, (one, other) => one.version === other.version && one.updatedAt === other.updatedAt),
);

function isNewer(ticket: StoredVersion, stored: StoredVersion): boolean {
  if (ticket.updatedAt !== stored.updatedAt) return ticket.updatedAt > stored.updatedAt;
  return ticket.version > stored.version;
}

/**
 * Puts the workflow's snapshot in place of the stored one, for a rebuild. What was stored before the workflow was asked
 * gives way whatever it counts, since the workflow knows of everything that came of it; what was written afterwards
 * stays when it is the newer.
 * @param seen what was stored before the workflow was asked, null for nothing
 */
export async function restoreSnapshot(
  store: TicketsStore,
  ticket: Ticket,
  seen: StoredVersion | null,
): Promise<void> {
  const document = ticketDocument(ticket);
  for (;;) {
    const stored = await storedState(store, ticket.folio);
    if (!stored) {
      if (await insertByKey(store.tickets, document)) return;
      continue;
    }
    const { version, updatedAt, closed } = stored;
    const isSeen = seen?.version === version && seen.updatedAt === updatedAt;
    if (closed || (!isSeen && isNewer(stored, ticket))) return;
    const old = { _id: ticket.folio, version, updatedAt };
    const { matchedCount } = await store.tickets.replaceOne(old, document);
    if (matchedCount === 1) return;
  }
}

/** Whether a newer snapshot, or the ticket's end, is on record: what this one means for others is long done. */
export async function isOvertaken(
  store: TicketsStore,
  { folio, version }: Pick<Ticket, 'folio' | 'version'>,
): Promise<boolean> {
  const stored = await findByKey(store.tickets, folio);
  return stored !== null && stored.version > version;
}

/** Leaves only the mark that the ticket is closed. */
export async function entomb(store: TicketsStore, ticket: Ticket): Promise<void> {
  await store.tickets.replaceOne(
    { _id: ticket.folio },
    { _id: ticket.folio, version: ticket.version, closed: true },
    { upsert: true },
  );
}

function ticketDocument(ticket: Ticket): TicketDocument {
  const { firstAttention, nextReply } = ticket.targets;
  const dues = [firstAttention?.dueAt, nextReply?.dueAt].filter((due) => due !== undefined);
  return {
    _id: ticket.folio,
    version: ticket.version,
    closed: false,
    ticket,
    status: ticket.status,
    type: ticket.type,
    priority: ticket.priority,
    rank: ticket.priority ? priorityRank(ticket.priority) : UNRANKED,
    assigneeId: ticket.assigneeId,
    organizationId: ticket.organizationId,
    requesterId: ticket.requesterId,
    participantIds: ticket.participantIds,
    classified: ticket.milestones.categorized !== null && ticket.priority !== null,
    dueAt: dues.sort()[0] ?? null,
    autoCloseAt: ticket.waiting?.autoCloseAt ?? null,
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    clientUpdatedAt: updatedForClient(ticket),
    search: searchText(ticket),
    needsRepair: false,
  };
}
