import type { Feature } from '../../../ui/feature';
import { PROFILE_LINK } from './link-messages';

/** The own account: contact data, how one logs in, keys for programs, and the people of the own company. */
export const PROFILE: Feature = {
  id: 'profile',
  routes: [
    { path: '/perfil', lazy: async () => ({ Component: (await import('./data-page')).DataPage }) },
    {
      path: '/perfil/seguridad',
      lazy: async () => ({ Component: (await import('./security-page')).SecurityPage }),
    },
    { path: '/perfil/claves', lazy: async () => ({ Component: (await import('./keys-page')).KeysPage }) },
    {
      path: '/perfil/colegas',
      lazy: async () => ({ Component: (await import('./colleagues-page')).ColleaguesPage }),
    },
  ],
  nav: { to: '/perfil', label: 'profile.nav' },
  messages: PROFILE_LINK,
};
