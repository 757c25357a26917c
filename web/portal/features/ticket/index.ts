import type { Feature } from '../../../ui/feature';
import { TICKET_PAGE } from './messages';

export const TICKET: Feature = {
  id: 'ticket',
  routes: [
    {
      path: '/tickets/:folio',
      lazy: async () => ({ Component: (await import('./ticket-page')).TicketPage }),
    },
  ],
  messages: TICKET_PAGE,
};
