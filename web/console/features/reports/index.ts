import type { Feature } from '../../../ui/feature';
import { REPORTS_LINK } from './link-messages';

/** Patterns and trends of the service. Charts come in a part of their own, after the numbers. */
export const REPORTS: Feature = {
  id: 'reports',
  routes: [
    {
      path: '/reportes',
      lazy: async () => ({ Component: (await import('./trends-page')).TrendsPage }),
    },
    {
      path: '/reportes/servicio',
      lazy: async () => ({ Component: (await import('./service-page')).ServicePage }),
    },
  ],
  nav: { to: '/reportes', label: 'reports.nav', roles: ['supervisor', 'admin'] },
  messages: REPORTS_LINK,
};
