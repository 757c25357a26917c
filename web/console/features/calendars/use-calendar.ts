import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { CALENDARS_KEY } from '../../parts/use-calendars';
import { useOne } from '../../parts/use-list';
import type { Calendar } from './calendar';

export function calendarKey(id: string): readonly unknown[] {
  return [...CALENDARS_KEY, 'one', id];
}

/** A calendar as it holds now. */
export function useCalendar(id: string): UseQueryResult<Calendar, ApiProblem> {
  return useOne(calendarKey(id), (signal) =>
    api.GET('/calendars/{id}', { params: { path: { id } }, signal }),
  );
}
