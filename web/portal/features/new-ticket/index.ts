import type { Feature } from '../../../ui/feature';
import { NEW_TICKET_LINK } from './link-messages';

export const NEW_TICKET: Feature = {
  id: 'new-ticket',
  routes: [
    {
      path: '/tickets/nuevo',
      lazy: async () => ({ Component: (await import('./new-ticket-page')).NewTicketPage }),
    },
  ],
  nav: { to: '/tickets/nuevo', label: 'newTicket.nav', short: 'newTicket.nav.short' },
  messages: NEW_TICKET_LINK,
};
