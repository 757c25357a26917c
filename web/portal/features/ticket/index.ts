import type { Feature } from '../../../ui/feature';

export const TICKET: Feature = {
  id: 'ticket',
  routes: [
    {
      path: '/tickets/:folio',
      lazy: async () => ({ Component: (await import('./ticket-page')).TicketPage }),
    },
  ],
};
