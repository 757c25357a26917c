import type { Feature } from '../../../ui/feature';

export const TICKET: Feature = {
  id: 'ticket',
  routes: [],
  messages: { es: {}, en: {} },
};
