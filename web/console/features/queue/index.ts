import { createElement } from 'react';
import type { Feature } from '../../../ui/feature';
import { Desk } from './desk';
import { fetchTicketPage } from './fetch-ticket-page';
import { MESSAGES } from './messages';
import { NothingOpen } from './nothing-open';

/** The desk, with the ticket that is open beside its list. */
export const QUEUE: Feature = {
  id: 'queue',
  routes: [
    {
      path: '/',
      element: createElement(Desk),
      children: [
        { index: true, element: createElement(NothingOpen) },
        {
          path: 'tickets/:folio',
          lazy: async () => ({ Component: (await fetchTicketPage()).TicketPage }),
        },
      ],
    },
    {
      path: '/registrar',
      lazy: async () => ({ Component: (await import('./register-page')).RegisterPage }),
    },
  ],
  nav: { to: '/', label: 'queue.nav', within: ['/tickets', '/registrar'] },
  messages: MESSAGES,
};
