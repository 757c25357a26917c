import type { EventType, TicketEvent } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import { createNotices } from '../notices/create-notices';
import { giveFolio, releaseFolio } from '../store/desk/agents';
import { archiveTicket, isArchived } from '../store/tickets/archive';
import { appendEvents } from '../store/tickets/events';
import { linkTicket, unlinkTicket } from '../store/desk/incidents';
import { settleInbox } from '../store/tickets/inboxes';
import { releaseParts } from '../store/tickets/intakes';
import { keepRegistration } from '../store/desk/keep-facts';
import type { Store } from '../store/store';
import { isOvertaken, writeSnapshot, type StoredVersion } from '../store/tickets/tickets';
import { dispatchAndTell } from './assignment';
import type { ActivityDeps } from './ports';

export interface Projection {
  ticket: Ticket;
  /** Events not yet written, in order. */
  events: TicketEvent[];
  /** Replies that these events put on record. */
  handledReplies: { commandId: string; seq: number }[];
  /** Whether the due instant that the inbox shows has changed. */
  dueChanged: boolean;
  /** The snapshot that this run wrote last, null before a ticket's first; absent when it does not know. */
  before?: StoredVersion | null;
  /** First write of a run: asks the archive whether the folio is already at rest. */
  opening: boolean;
}

export interface ProjectionActivities {
  /** Writes the newest snapshot and the events not yet written. `archived` when the folio is already at rest. */
  project(projection: Projection): Promise<{ archived: boolean }>;
  /** Writes the last events of a closed ticket and sends it to the historic archive. */
  archive(projection: Pick<Projection, 'ticket' | 'events'>): Promise<void>;
}

export function createProjectionActivities(deps: ActivityDeps): ProjectionActivities {
  const { store } = deps;
  return {
    async project({ ticket, events, handledReplies, dueChanged, opening, before }) {
      if (opening && (await isArchived(store, ticket.folio))) return { archived: true };
      // Goes on beside the rest, which nobody should wait longer for; it fails with the snapshot below.
      const counted = keepRegistration(store, ticket, events);
      counted.catch(() => undefined);
      // A notice that is read before its event waits for it.
      await Promise.all([
        appendEvents(store, events, ticket.organizationId),
        createNotices(store, ticket, events),
      ]);
      await carryOut(deps, ticket, events);
      if (dueChanged || handledReplies.length > 0) {
        const dueAt = ticket.waiting?.autoCloseAt ?? null;
        await settleInbox(store, ticket.folio, { version: ticket.version, dueAt, handled: handledReplies });
      }
      await Promise.all([writeSnapshot(store, ticket, before), counted]);
      deps.wakeNotices?.();
      return { archived: false };
    },
    async archive({ ticket, events }) {
      await appendEvents(store, events, ticket.organizationId);
      await createNotices(store, ticket, events);
      await carryOut(deps, ticket, events);
      await archiveTicket(store, ticket);
      deps.wakeNotices?.();
      await releaseFolio(store, ticket.folio);
      dispatchAndTell(deps);
    },
  };
}

/** Events that say where a ticket belongs now: a later one takes it back. */
const MOVES: ReadonlySet<EventType> = new Set<EventType>([
  'assigned',
  'incident_linked',
  'incident_unlinked',
]);

/** What an event means for other documents. Each is repeatable, since a projection may run again. */
async function carryOut(deps: ActivityDeps, ticket: Ticket, events: TicketEvent[]): Promise<void> {
  // A straggler must not give a ticket back to an agent who has passed it on, or to an incident that it has left.
  const moves = events.some(({ type }) => MOVES.has(type)) && !(await isOvertaken(deps.store, ticket));
  for (const event of events) {
    if (event.type === 'assigned' && moves) {
      await giveFolio(deps.store, event.folio, event.data.agentId);
      if (event.data.from) dispatchAndTell(deps);
    }
    if (event.type === 'incident_linked' && moves) {
      const { organizationId } = ticket;
      await linkTicket(deps.store, { _id: event.folio, incidentId: event.data.incidentId, organizationId });
    }
    if (event.type === 'incident_unlinked' && moves)
      await unlinkTicket(deps.store, event.data.incidentId, event.folio);
    if (event.type === 'split') await startParts(deps, deps.store, event.data.parts);
  }
}

async function startParts(deps: ActivityDeps, store: Store, parts: { folio: string }[]): Promise<void> {
  await releaseParts(
    store,
    parts.map((part) => part.folio),
  );
  deps.wakeRelay();
}
