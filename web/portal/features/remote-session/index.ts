import type { Feature } from '../../../ui/feature';

/** The paid remote session, from its cost to its receipt. */
export const REMOTE_SESSION: Feature = {
  id: 'remote-session',
  routes: [
    {
      path: '/sesiones/:id',
      lazy: async () => ({ Component: (await import('./session-page')).SessionPage }),
    },
  ],
};
