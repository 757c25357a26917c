import type { Feature } from '../../../ui/feature';

export const INCIDENTS: Feature = {
  id: 'incidents',
  routes: [],
  messages: { es: {}, en: {} },
};
