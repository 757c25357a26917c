import type { Feature } from '../../../ui/feature';

export const NEW_TICKET: Feature = {
  id: 'new-ticket',
  routes: [],
  nav: { to: '/tickets/nuevo', label: 'newTicket.nav' },
  messages: { es: { 'newTicket.nav': 'Registrar ticket' }, en: { 'newTicket.nav': 'Register a ticket' } },
};
