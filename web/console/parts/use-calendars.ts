import { api } from '../../ui/api/client';
import type { components } from '../../ui/api/schema';
import { useList } from './use-list';

export type CalendarLine = components['schemas']['CalendarLine'];

/** The first word of every key under which calendars are kept. */
export const CALENDARS_KEY = ['calendars'] as const;
export const CALENDAR_LIST = [...CALENDARS_KEY, 'list'] as const;

/** The calendars by id, each with the version that holds now; undefined until they are known. */
export function useCalendars(): CalendarLine[] | undefined {
  return useList<CalendarLine>(CALENDAR_LIST, ({ signal, cursor }) =>
    api.GET('/calendars', {
      params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  ).items;
}
