import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { useOne } from '../../parts/use-list';
import type { Calendar } from './calendar';

export const CALENDARS_KEY = ['calendars'] as const;

/** A calendar as it holds now. */
export function useCalendar(id: string): UseQueryResult<Calendar, ApiProblem> {
  return useOne([...CALENDARS_KEY, id], (signal) =>
    api.GET('/calendars/{id}', { params: { path: { id } }, signal }),
  );
}
