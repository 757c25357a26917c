import type { Feature } from '../../../ui/feature';
import { MY_TICKETS_LINK } from './link-messages';

export const MY_TICKETS: Feature = {
  id: 'my-tickets',
  routes: [
    {
      path: '/',
      lazy: async () => ({ Component: (await import('./my-tickets-page')).MyTicketsPage }),
    },
  ],
  nav: { to: '/', label: 'myTickets.nav' },
  messages: MY_TICKETS_LINK,
};
