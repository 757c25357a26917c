import type { Feature } from '../../../ui/feature';

export const REPORTS: Feature = {
  id: 'reports',
  routes: [],
  messages: { es: {}, en: {} },
};
