import type { Feature } from '../../../ui/feature';

export const CLASSIFICATION: Feature = {
  id: 'classification',
  routes: [],
  messages: { es: {}, en: {} },
};
