import type { Feature } from '../../../ui/feature';

export const POLICIES: Feature = {
  id: 'policies',
  routes: [],
  messages: { es: {}, en: {} },
};
