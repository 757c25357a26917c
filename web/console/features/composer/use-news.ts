import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { useTicketEvents } from '../../../ui/query/use-ticket-events';
import { useViewer } from '../../../ui/session/viewer';
import { newsAmong } from './news';

/** What happened on the ticket since a version, by others than the viewer. */
export function useNews(ticket: Ticket, since: number): TicketEvent[] {
  const viewer = useViewer();
  const events = useTicketEvents(ticket.folio).data ?? [];
  return since === 0 ? [] : newsAmong(events, since, viewer.id);
}
