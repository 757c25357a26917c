import type { Feature } from '../../../ui/feature';

/** Hours, holidays and exceptions of the service. */
export const CALENDARS: Feature = {
  id: 'calendars',
  routes: [
    {
      path: '/calendarios',
      lazy: async () => ({ Component: (await import('./calendar-page')).CalendarPage }),
    },
    {
      path: '/calendarios/:id',
      lazy: async () => ({ Component: (await import('./calendar-page')).CalendarPage }),
    },
  ],
};
