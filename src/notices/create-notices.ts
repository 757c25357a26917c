import type { TicketEvent } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import { keepNotices } from '../store/notices/notices';
import type { Store } from '../store/store';
import { findSupervisors } from './find-supervisors';
import { planNotices } from './plan-notices';

/**
 * Writes the notices that events give, one document per event and recipient. Doing it again changes nothing, also
 * when they have been sent meanwhile.
 * @param ticket the ticket after the last of the events
 */
export async function createNotices(
  store: Store,
  ticket: Ticket,
  events: readonly TicketEvent[],
): Promise<void> {
  const supervised = events.some(
    ({ type, data }) =>
      type === 'target_missed' || (type === 'session_changed' && data.request !== undefined),
  );
  const supervisorIds = supervised ? await findSupervisors(store) : [];
  await keepNotices(store, planNotices({ ticket, events, supervisorIds }));
}
