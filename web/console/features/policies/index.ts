import type { Feature } from '../../../ui/feature';
import { POLICIES_MESSAGES } from './messages';

/** The numbers and rules of the service, version by version. */
export const POLICIES: Feature = {
  id: 'policies',
  routes: [
    {
      path: '/politica',
      lazy: async () => ({ Component: (await import('./policy-page')).PolicyPage }),
    },
  ],
  nav: { to: '/politica', label: 'policies.nav', roles: ['supervisor', 'admin'] },
  messages: POLICIES_MESSAGES,
};
