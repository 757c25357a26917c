import type { Feature } from '../../../ui/feature';
import { INCIDENTS_LINK } from './link-messages';

/** Many tickets of one cause: linked, told together, with a notice to everybody. */
export const INCIDENTS: Feature = {
  id: 'incidents',
  routes: [
    {
      path: '/incidentes',
      lazy: async () => ({ Component: (await import('./incidents-page')).IncidentsPage }),
    },
    {
      path: '/incidentes/:id',
      lazy: async () => ({ Component: (await import('./incident-page')).IncidentPage }),
    },
  ],
  nav: { to: '/incidentes', label: 'incidents.nav' },
  messages: INCIDENTS_LINK,
};
