import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Range } from './use-range';

export type Trends = components['schemas']['TrendsReport'];
export type Service = components['schemas']['ServiceReport'];
export type Step = Trends['by'];
export type Group = Trends['group'];

export const STEPS = ['day', 'week', 'month'] as const satisfies readonly Step[];
export const GROUPS = ['type', 'priority', 'product', 'organization'] as const satisfies readonly Group[];

/** Volumes over time; those of the earlier question stay until the new ones are there. */
export function useTrends(query: Range & { by: Step; group: Group }): UseQueryResult<Trends, ApiProblem> {
  return useQuery({
    queryKey: ['reports', 'trends', query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await api.GET('/reports/trends', { params: { query }, signal })).data as Trends,
  });
}

/** Times, closings, origins and recurring subjects. */
export function useService(query: Range): UseQueryResult<Service, ApiProblem> {
  return useQuery({
    queryKey: ['reports', 'service', query],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await api.GET('/reports/service', { params: { query }, signal })).data as Service,
  });
}
