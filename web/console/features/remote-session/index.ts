import type { Feature } from '../../../ui/feature';
import { SESSIONS_LINK } from './link-messages';

/** Paid remote sessions, as support runs them. */
export const REMOTE_SESSION: Feature = {
  id: 'remote-session',
  routes: [
    { path: '/sesiones', lazy: async () => ({ Component: (await import('./sessions-page')).SessionsPage }) },
    {
      path: '/sesiones/:id',
      lazy: async () => ({ Component: (await import('./session-page')).SessionPage }),
    },
  ],
  nav: { to: '/sesiones', label: 'sessions.nav' },
  messages: SESSIONS_LINK,
};
