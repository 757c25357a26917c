import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList, useOne } from '../../parts/use-list';

export type Incident = components['schemas']['Incident'];
export type WholeIncident = components['schemas']['WholeIncident'];
export type IncidentUpdate = components['schemas']['IncidentUpdate'];
export type Proposal = components['schemas']['IncidentProposals']['items'][number];

export const STATES = ['open', 'resolved'] as const;
export const SEVERITIES = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const INCIDENT_LISTS = ['incidents'] as const;

/** Incidents in a state, the newest first. */
export function useIncidents(state: (typeof STATES)[number]): Pages<Incident> {
  return useList<Incident>([...INCIDENT_LISTS, 'list', state], ({ signal, cursor }) =>
    api.GET('/incidents', {
      params: { query: { state, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}

/** An incident with its updates. */
export function useIncident(id: string): UseQueryResult<WholeIncident, ApiProblem> {
  return useOne([...INCIDENT_LISTS, 'one', id], (signal) =>
    api.GET('/incidents/{id}', { params: { path: { id } }, signal }),
  );
}

/** Bursts of one type that look like one cause. */
export function useProposals(): UseQueryResult<{ items: Proposal[] }, ApiProblem> {
  return useOne([...INCIDENT_LISTS, 'proposals'], (signal) => api.GET('/incidents/proposals', { signal }));
}
