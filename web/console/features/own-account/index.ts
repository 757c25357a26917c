import type { Feature } from '../../../ui/feature';

/** The own account of somebody of the staff; its way in stands beside their name. */
export const OWN_ACCOUNT_PAGES: Feature = {
  id: 'ownAccount',
  routes: [
    { path: '/mi-cuenta', lazy: async () => ({ Component: (await import('./data-page')).DataPage }) },
    {
      path: '/mi-cuenta/seguridad',
      lazy: async () => ({ Component: (await import('./security-page')).SecurityPage }),
    },
    { path: '/mi-cuenta/claves', lazy: async () => ({ Component: (await import('./keys-page')).KeysPage }) },
  ],
};
