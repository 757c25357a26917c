import type { Feature } from '../../../ui/feature';

export const ASSIGNMENT: Feature = {
  id: 'assignment',
  routes: [],
  messages: { es: {}, en: {} },
};
