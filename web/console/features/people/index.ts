import type { Feature } from '../../../ui/feature';
import { PEOPLE_LINK } from './link-messages';

/** Who works here and who wants to come in: load, registrations, invitations and the audit log. */
export const PEOPLE: Feature = {
  id: 'people',
  routes: [
    {
      path: '/personas',
      lazy: async () => ({ Component: (await import('./team-page')).TeamPage }),
    },
    {
      path: '/personas/cuentas',
      lazy: async () => ({ Component: (await import('./accounts-page')).AccountsPage }),
    },
    {
      path: '/personas/cuentas/:id',
      lazy: async () => ({ Component: (await import('./account-page')).AccountPage }),
    },
    {
      path: '/personas/registros',
      lazy: async () => ({ Component: (await import('./registrations-page')).RegistrationsPage }),
    },
    {
      path: '/personas/invitaciones',
      lazy: async () => ({ Component: (await import('./invitations-page')).InvitationsPage }),
    },
    {
      path: '/personas/bitacora',
      lazy: async () => ({ Component: (await import('./audit-page')).AuditPage }),
    },
  ],
  nav: { to: '/personas', label: 'people.nav' },
  messages: PEOPLE_LINK,
};
