import type { Feature } from '../../../ui/feature';

export const MY_TICKETS: Feature = {
  id: 'my-tickets',
  routes: [],
  nav: { to: '/', label: 'myTickets.nav' },
  messages: { es: { 'myTickets.nav': 'Mis tickets' }, en: { 'myTickets.nav': 'My tickets' } },
};
