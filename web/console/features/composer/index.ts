import type { Feature } from '../../../ui/feature';

export const COMPOSER: Feature = {
  id: 'composer',
  routes: [],
  messages: { es: {}, en: {} },
};
