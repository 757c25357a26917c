import type { Feature } from '../../../ui/feature';
import { ACCOUNT_LINKS } from './link-messages';

/** Getting an account and getting back into it; the paths stand in mails. */
export const ACCOUNT: Feature = {
  id: 'account',
  routes: [],
  publicRoutes: [
    { path: '/registro', lazy: async () => ({ Component: (await import('./register-page')).RegisterPage }) },
    {
      path: '/registro/verificar',
      lazy: async () => ({ Component: (await import('./verify-page')).VerifyPage }),
    },
    {
      path: '/invitacion',
      lazy: async () => ({ Component: (await import('./verify-page')).InvitationPage }),
    },
    {
      path: '/contrasena',
      lazy: async () => ({ Component: (await import('./ask-password-page')).AskPasswordPage }),
    },
    {
      path: '/contrasena/nueva',
      lazy: async () => ({ Component: (await import('./new-password-page')).NewPasswordPage }),
    },
  ],
  logInLinks: [
    { to: '/contrasena', label: 'account.forgot' },
    { to: '/registro', label: 'account.register' },
  ],
  messages: ACCOUNT_LINKS,
};
