import type { Feature } from '../../../ui/feature';

export const REMOTE_SESSION: Feature = {
  id: 'remote-session',
  routes: [],
  messages: { es: {}, en: {} },
};
