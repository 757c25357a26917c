import type { Feature } from '../../../ui/feature';

export const ACCOUNT: Feature = {
  id: 'account',
  routes: [],
  messages: { es: {}, en: {} },
};
