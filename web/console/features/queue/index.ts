import type { Feature } from '../../../ui/feature';

export const QUEUE: Feature = {
  id: 'queue',
  routes: [],
  nav: { to: '/', label: 'queue.nav' },
  messages: { es: { 'queue.nav': 'Tickets' }, en: { 'queue.nav': 'Tickets' } },
};
