import { priorityRank, type Priority } from '../domain/classification/priority';
import { epochMs, type Instant } from '../domain/instant';
import { withdrawReservation, dispatchWaiters, nextShift, type Reservation } from '../store/dispatch';
import { Gather } from '../store/gather';
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
}

/** Either an agent, or when to look again (null: when a change of an agent tells). */
export type Found = { agentId: string } | { agentId: null; lookAgainAt: Instant | null };

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
  let looks = looksOf.get(deps.store);
  if (!looks) {
    looks = new Gather<'look', 'looked'>(async (asked) => {
      tell(deps, await dispatchWaiters(deps.store, Date.now()));
      return asked.map(() => ({ answer: 'looked' }));
    }, 1);
    looksOf.set(deps.store, looks);
  }
  looks
    .ask('look')
    .catch((error: unknown) => deps.logger.warn({ err: error }, 'dispatch put off to the relay'));
}

/** One look at a time: many tickets that close in one moment free their agents together. */
const looksOf = new WeakMap<Store, Gather<'look', 'looked'>>();

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
