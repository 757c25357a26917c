import type { Feature } from '../../../ui/feature';

export const CUSTOMERS: Feature = {
  id: 'customers',
  routes: [],
  messages: { es: {}, en: {} },
};
