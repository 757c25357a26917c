import { setTimeout as wait } from 'node:timers/promises';
import { fold } from '../../domain/ticket/evolve';
import { explanationIn, type TicketEvent } from '../../domain/ticket/events';
import type { DeadlineExplanation } from '../../domain/ticket/business-times';
import { registeredEvent } from '../../domain/ticket/register';
import type { Ticket } from '../../domain/ticket/ticket';
import { findByKey } from '../../store/mongo/by-key';
import { eventOf, readEventDocuments } from '../../store/tickets/events';
import { findIntake, type IntakeDocument } from '../../store/tickets/intakes';
import type { Store } from '../../store/store';

/** A ticket as MongoDB knows it: open, at rest in the archive, or accepted and not yet projected. */
export interface TicketRecord {
  ticket: Ticket;
  closed: boolean;
  needsRepair: boolean;
}

/** How long a reader who knows a newer version waits for it. */
const MIN_VERSION_MS = 2_000;

/**
 * The newest stored state of a ticket; with `minVersion`, waits briefly until it is at least that new.
 * @param counted the version that the reader is shown: what clients do not see does not make it newer for them
 */
export async function readTicket(
  store: Store,
  folio: string,
  minVersion = 0,
  counted: 'version' | 'clientVersion' = 'version',
): Promise<TicketRecord | null> {
  const end = Date.now() + MIN_VERSION_MS;
  for (let pause = 5; ; pause = Math.min(pause * 2, 100)) {
    const record = await find(store, folio);
    if (!record || record.closed || record.ticket[counted] >= minVersion || Date.now() >= end) return record;
    await wait(pause);
  }
}

async function find(store: Store, folio: string): Promise<TicketRecord | null> {
  const open = await findByKey(store.tickets, folio);
  if (open && !open.closed) return { ticket: open.ticket, closed: false, needsRepair: open.needsRepair };
  const archived = await findByKey(store.archive, folio);
  if (archived) return { ticket: archived.ticket, closed: true, needsRepair: false };
  const intake = await shownIntake(store, folio);
  return (
    intake && {
      ticket: fold([registeredBy(intake)]),
      closed: false,
      needsRepair: intake.fault !== undefined,
    }
  );
}

export interface EventFilter {
  audience: 'client' | 'staff';
  afterSeq: number;
  limit: number;
}

/** Keys asked for at once. */
const MAX_WINDOW = 200;

/** A page of the ticket's timeline, oldest first. */
export async function readEvents(
  store: Store,
  { folio, version }: Ticket,
  filter: EventFilter,
): Promise<TicketEvent[]> {
  const { audience, afterSeq, limit } = filter;
  const events: TicketEvent[] = [];
  const window = Math.min(limit, MAX_WINDOW);
  for (let from = afterSeq + 1; from <= version && events.length < limit; from += window) {
    const documents = await readEventDocuments(store, folio, from, Math.min(version, from + window - 1));
    const shown = documents.filter(({ visible }) => audience === 'staff' || visible);
    events.push(...shown.map(eventOf));
  }
  if (events.length > 0 || afterSeq > 0) return events.slice(0, limit);
  const intake = await shownIntake(store, folio);
  return intake ? [registeredBy(intake)] : [];
}

/**
 * How the deadline of the present wait came about, or of the one that closed the ticket, as stored when the wait began.
 * Null when nothing is waited for.
 */
export async function readDeadline(store: Store, ticket: Ticket): Promise<DeadlineExplanation | null> {
  const { waiting, closure, folio } = ticket;
  if (!waiting) return closure?.dueAt ? lastDeadline(store, ticket) : null;
  const [document] = await readEventDocuments(store, folio, waiting.seq, waiting.seq);
  return document ? explanationIn(eventOf(document)) : null;
}

/** Looks back from the closing: the wait that it ended is among the last events. */
async function lastDeadline(store: Store, { folio, version }: Ticket): Promise<DeadlineExplanation | null> {
  for (let to = version; to > 0; to -= LOOK_BACK) {
    const documents = await readEventDocuments(store, folio, Math.max(1, to - LOOK_BACK + 1), to);
    const found = documents.map((document) => explanationIn(eventOf(document))).findLast(Boolean);
    if (found) return found;
  }
  return null;
}

const LOOK_BACK = 20;

/** The registration of a ticket that no projection has reached yet. Parts of an unfinished split do not exist yet. */
async function shownIntake(store: Store, folio: string): Promise<IntakeDocument | null> {
  const intake = await findIntake(store, folio);
  return intake && intake.state !== 'held' ? intake : null;
}

function registeredBy({ _id, input }: IntakeDocument): ReturnType<typeof registeredEvent> {
  const { registeredAt, actor, commandId, registration } = input;
  return registeredEvent(_id, registeredAt, actor, commandId, registration);
}
