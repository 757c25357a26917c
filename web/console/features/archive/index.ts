import type { Feature } from '../../../ui/feature';

export const ARCHIVE: Feature = {
  id: 'archive',
  routes: [],
  messages: { es: {}, en: {} },
};
