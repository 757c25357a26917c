import { priorityRank, type Priority } from '../domain/classification/priority';
import { epochMs, type Instant } from '../domain/instant';
import type { EventType } from '../domain/ticket/events';
import { findByKey } from '../store/mongo/by-key';
import { withdrawReservation, dispatchWaiters, nextShift, type Reservation } from '../store/tickets/dispatch';
import { Gather } from '../store/mongo/gather';
import { readEventDocuments } from '../store/tickets/events';
import { oncePer } from '../store/mongo/once-per';
import type { Store } from '../store/store';
import type { ActivityDeps } from './ports';

export interface Search {
  folio: string;
  type: string;
  priority: Priority;
  since: Instant;
  /** The present assignee, when another one is sought. */
  exceptAgentId: string | null;
  /** Now, by the engine's clock: a shift that its timer announced has begun, whatever the clock here says. */
  at: Instant;
  /** Of the ticket, when the search began; absent in what an earlier version of the workflow asks. */
  version?: number;
}

/** Either an agent, or when to look again (null: when a change of an agent tells). */
export type Found = { agentId: string } | { agentId: null; lookAgainAt: Instant | null };

/** Events that end a search. */
const SETTLING: ReadonlySet<EventType> = new Set<EventType>(['assigned', 'closed']);
/** Events that may be on record before the snapshot which counts them. */
const UNPROJECTED = 32;

export interface AssignmentActivities {
  /** Looks for an agent by expertise, availability and load; without one the ticket waits, by priority and age. */
  findAssignee(search: Search): Promise<Found>;
}

export function createAssignmentActivities(deps: ActivityDeps): AssignmentActivities {
  return {
    async findAssignee(search) {
      const { store } = deps;
      const nowMs = Math.max(Date.now(), epochMs(search.at));
      // Written before looking: whoever changes an agent afterwards will see that we wait.
      await wait(store, search);
      // An attempt that was given up may come so late that the ticket has its agent, and waits for nobody.
      if (await isSettled(store, search)) {
        await stopWaiting(store, search.folio);
        return { agentId: null, lookAgainAt: null };
      }
      const reservations = await dispatchWaiters(store, nowMs);
      tell(
        deps,
        reservations.filter(({ folio }) => folio !== search.folio),
      );
      const agentId = await taken(store, search.folio);
      if (agentId) return { agentId };
      return { agentId: null, lookAgainAt: await nextShift(store, search.type, nowMs) };
    },
  };
}

/** After something freed a place: gives it away and tells the tickets, without making the caller wait. */
export function dispatchAndTell(deps: ActivityDeps): void {
  looksOf(deps)
    .ask('look')
    .catch((error: unknown) => deps.logger.warn({ err: error }, 'dispatch put off to the relay'));
}

/** One look at a time: many tickets that close in one moment free their agents together. */
const looksOf = oncePer(
  (deps: ActivityDeps) =>
    new Gather<'look', 'looked'>(async (asked) => {
      tell(deps, await dispatchWaiters(deps.store, Date.now()));
      return asked.map(() => ({ answer: 'looked' }));
    }, 1),
);

function tell(deps: ActivityDeps, reservations: Reservation[]): void {
  for (const { folio } of reservations) {
    deps
      .tellTicket(folio)
      .catch((error: unknown) =>
        deps.logger.warn({ err: error, folio }, 'ticket not told, left to the relay'),
      );
  }
}

async function wait(store: Store, { folio, type, priority, since, exceptAgentId }: Search): Promise<void> {
  const before = await store.waiters.findById(folio).lean();
  // An agent held for another type may lack the experience for this one.
  if (before?.reservedFor && before.type !== type)
    await withdrawReservation(store, folio, before.reservedFor);
  await store.waiters.updateOne(
    { _id: folio },
    {
      $set: { type, rank: priorityRank(priority), since, exceptAgentId },
      $setOnInsert: { reservedFor: null, reservedAt: null },
    },
    { upsert: true },
  );
}

/** The agent reserved for the ticket. The reservation stays until the assignment is on record. */
async function taken(store: Store, folio: string): Promise<string | null> {
  const waiter = await store.waiters.findById(folio).lean();
  return waiter?.reservedFor ?? null;
}

/**
 * Whether the ticket was assigned or closed since the search began. Events are written before the waiter is removed, so
 * that a waiter written after its removal finds them; what a lost workflow task wrote is older than the search.
 */
async function isSettled(store: Store, { folio, version, at }: Search): Promise<boolean> {
  if (version === undefined) return false;
  const stored = await findByKey(store.tickets, folio);
  if (stored?.closed) return true;
  const assignedAt = stored && stored.version > version ? stored.ticket.milestones.assigned?.at : undefined;
  if (assignedAt !== undefined && assignedAt >= at) return true;
  const from = Math.max(version, stored?.version ?? 0) + 1;
  const events = await readEventDocuments(store, folio, from, from + UNPROJECTED - 1);
  return events.some((event) => SETTLING.has(event.type) && event.at >= at);
}

/** Takes the ticket off the waiting ones, with the place that was reserved for it in the meantime. */
async function stopWaiting(store: Store, folio: string): Promise<void> {
  const waiter = await store.waiters.findOneAndDelete({ _id: folio }).lean();
  if (waiter?.reservedFor) await withdrawReservation(store, folio, waiter.reservedFor);
}
