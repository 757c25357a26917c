import type { Feature } from '../../../ui/feature';

export const PEOPLE: Feature = {
  id: 'people',
  routes: [],
  messages: { es: {}, en: {} },
};
