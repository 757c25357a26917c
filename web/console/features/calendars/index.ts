import type { Feature } from '../../../ui/feature';

export const CALENDARS: Feature = {
  id: 'calendars',
  routes: [],
  messages: { es: {}, en: {} },
};
