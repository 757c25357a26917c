import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { useTicketEvents } from '../../../ui/query/use-ticket-events';
import { useViewer } from '../../../ui/session/viewer';

/** What somebody who is writing has to know: what others said, decided or did to the ticket. */
const NOTABLE = [
  'message_posted',
  'solution_proposed',
  'solution_retracted',
  'note_added',
  'phone_call_recorded',
  'assigned',
  'referred',
  'split',
  'closed',
];

/** What happened on the ticket since a version, by others than the viewer. */
export function useNews(ticket: Ticket, since: number): TicketEvent[] {
  const viewer = useViewer();
  const events = useTicketEvents(ticket.folio).data ?? [];
  if (since === 0) return [];
  return events.filter(
    ({ seq, type, actor }) => seq > since && actor.id !== viewer.id && NOTABLE.includes(type),
  );
}
