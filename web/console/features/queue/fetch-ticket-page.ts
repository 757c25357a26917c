import type * as ticketPage from '../ticket/ticket-page';

/** What shows a ticket, and all that can be done with it: fetched once, ahead of the first ticket that is opened. */
export function fetchTicketPage(): Promise<typeof ticketPage> {
  return import('../ticket/ticket-page');
}
