import { serviceHoursOf } from '../../domain/business-time/service-hours';
import type { Calendar } from '../../domain/calendar';
import { epochMs, instantAt } from '../../domain/instant';
import type { RemoteSession, Slot } from '../../domain/session/session';
import { offerSlots, type OfferedSlot, type Span } from '../../domain/session/slots';
import { findCalendar, type CalendarsStore } from '../accounts/calendars';
import { findPolicy, type PoliciesStore } from '../accounts/policies';
import type { AgentDocument, AgentsStore } from '../desk/agents';
import { book, bookingsOf, spanOf, standingOf, type AgentBookingsStore } from './session-bookings';
import type { CurrentVersionsStore } from '../accounts/current-versions';
import type { RemoteSessionsStore } from './remote-sessions';
import type { TicketsStore } from '../tickets/tickets';

/** What is read and written here. */
type Reach = AgentBookingsStore &
  AgentsStore &
  CalendarsStore &
  CurrentVersionsStore &
  PoliciesStore &
  RemoteSessionsStore &
  TicketsStore;

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

/**
 * Times at which an available agent works, is free and has the notice that the terms ask for. The ticket's own agent
 * comes first where several could.
 */
export async function offeredSlots(
  store: Reach,
  session: RemoteSession,
  nowMs: number,
): Promise<OfferedSlot[]> {
  const { conditions } = session;
  const agents = await store.agents.find({ available: true }).sort({ _id: 1 }).lean<AgentDocument[]>();
  const bookings = await bookingsOf(
    store,
    agents.map(({ _id }) => _id),
  );
  const until = nowMs + conditions.horizonDays * DAY_MS;
  const service = await serviceCalendar(store);
  return offerSlots(
    await Promise.all(
      agents.map(async ({ _id, workingCalendar }) => {
        const standing = await standingOf(store, _id, bookings.get(_id) ?? [], nowMs);
        return {
          agentId: _id,
          open: openPieces(workingCalendar ?? service, nowMs, until),
          taken: standing.filter(({ sessionId }) => sessionId !== session.id).map(spanOf),
        };
      }),
    ),
    {
      earliest: nowMs + conditions.minimumNoticeMinutes * MINUTE_MS,
      durationMs: conditions.maxMinutes * MINUTE_MS,
      bufferMs: conditions.bufferMinutes * MINUTE_MS,
      stepMs: conditions.slotStepMinutes * MINUTE_MS,
    },
  );
}

/**
 * Takes an offered time for the session, with an agent who is free then; null when it is not offered or just went.
 * What the session has stays its own until the new choice is on record: the answer may never be heard.
 */
export async function takeSlot(
  store: Reach,
  session: RemoteSession,
  startsAt: string,
  nowMs: number,
): Promise<Omit<Slot, 'late'> | null> {
  const begins = epochMs(startsAt);
  const offers = await offeredSlots(store, session, nowMs);
  const offer = offers.find((one) => one.startsAt === begins);
  if (!offer) return null;
  const endsAt = instantAt(offer.endsAt);
  const ticket = await store.tickets
    .findById(session.folio)
    .select({ assigneeId: 1 })
    .lean<{ assigneeId?: string }>();
  const preferred = [session.booking?.agentId, ticket?.assigneeId];
  const ranked = [...offer.agentIds].sort((a, b) => rank(preferred, a) - rank(preferred, b));
  for (const agentId of ranked) {
    const rules = { bufferMs: session.conditions.bufferMinutes * MINUTE_MS, nowMs };
    const booking = { sessionId: session.id, startsAt, endsAt, heldAt: instantAt(nowMs) };
    if (!(await book(store, agentId, booking, rules))) continue;
    return { startsAt, endsAt, agentId };
  }
  return null;
}

function rank(preferred: readonly (string | undefined)[], agentId: string): number {
  const index = preferred.indexOf(agentId);
  return index === -1 ? preferred.length : index;
}

/** Who has no hours of their own works in those of the service. */
async function serviceCalendar(
  store: CalendarsStore & CurrentVersionsStore & PoliciesStore,
): Promise<Calendar | null> {
  const policy = await findPolicy(store);
  return policy && (await findCalendar(store, policy.calendarId));
}

function openPieces(calendar: Calendar | null, from: number, until: number): Span[] {
  if (!calendar) return [];
  const pieces: Span[] = [];
  for (const piece of serviceHoursOf(calendar).from(from)) {
    if (piece.from >= until) break;
    pieces.push({ from: piece.from, to: piece.to });
  }
  return pieces;
}
