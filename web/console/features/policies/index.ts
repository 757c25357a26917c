import type { Feature } from '../../../ui/feature';
import { POLICIES_LINK } from './link-messages';

/** The numbers and rules of the service and its ticket types, version by version. */
export const POLICIES: Feature = {
  id: 'policies',
  routes: [
    {
      path: '/politica',
      lazy: async () => ({ Component: (await import('./policy-page')).PolicyPage }),
    },
    {
      path: '/politica/tipos',
      lazy: async () => ({ Component: (await import('./types-page')).TypesPage }),
    },
  ],
  nav: {
    to: '/politica',
    label: 'policies.nav',
    roles: ['supervisor', 'admin'],
    within: ['/calendarios', '/respuestas'],
  },
  messages: POLICIES_LINK,
};
