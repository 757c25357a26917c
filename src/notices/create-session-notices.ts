import type { SessionEvent, SessionEventName } from '../domain/session/events';
import type { RemoteSession } from '../domain/session/session';
import { keepNotices } from '../store/notices/notices';
import { slotBefore } from '../store/remote-sessions/remote-sessions';
import type { Store } from '../store/store';
import { findTicket } from './find-ticket';
import { findSupervisors } from './find-supervisors';
import { planSessionNotices } from './plan-session-notices';

/** Events of which supervisors may be told. */
const SUPERVISED: ReadonlySet<SessionEventName> = new Set([
  'captured',
  'cancelled',
  'lapsed',
  'disputed',
  'dispute_settled',
  'payment_lost',
  'agent_absent',
  'unheld',
]);

/**
 * Writes the notices that a session's events give, one document per event and recipient. Doing it again changes
 * nothing, also when they have been sent meanwhile.
 * @param session the session after the last of the events
 */
export async function createSessionNotices(
  store: Store,
  session: RemoteSession,
  events: readonly SessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const [ticket, supervisorIds, formerAgents] = await Promise.all([
    findTicket(store, session.folio),
    events.some(({ name }) => SUPERVISED.has(name)) ? findSupervisors(store) : [],
    formerAgentsIn(store, events),
  ]);
  const clientIds = [...new Set([session.clientId, ticket?.requesterId ?? session.clientId])];
  const agentId = session.slot?.agentId ?? session.booking?.agentId ?? ticket?.assigneeId ?? null;
  const isOpen = ticket !== null && ticket.status !== 'closed';
  const told = isOpen ? events : events.filter((event) => !isOfferEnding(event));
  const setting = { session, events: told, clientIds, agentId, formerAgents, supervisorIds };
  await keepNotices(store, planSessionNotices(setting));
}

/** With the ticket its offer is over: nobody is urged to accept what can not be accepted any more. */
function isOfferEnding({ name, data }: SessionEvent): boolean {
  return name === 'quote_reminded' || (name === 'lapsed' && data.refundMinor === 0);
}

/** Agents from whom a session was taken when another time was chosen, by the event that did. */
async function formerAgentsIn(
  store: Store,
  events: readonly SessionEvent[],
): Promise<ReadonlyMap<number, string>> {
  const former = new Map<number, string>();
  for (const event of events) {
    if (event.name !== 'slot_chosen') continue;
    const before = await slotBefore(store, event);
    if (before && before.agentId !== event.data.agentId) former.set(event.seq, before.agentId);
  }
  return former;
}
