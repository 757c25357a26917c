import { api } from '../../../ui/api/client';
import type { components } from '../../../ui/api/schema';
import type { Pages } from '../../../ui/query/use-pages';
import { useList } from '../../parts/use-list';

export type Agent = components['schemas']['Agent'];

export const AGENTS = ['agents'] as const;

/** Who attends tickets, with their load now. */
export function useAgents(): Pages<Agent> {
  return useList<Agent>([...AGENTS, 'board'], ({ signal, cursor }) =>
    api.GET('/agents', {
      params: { query: { limit: 100, ...(cursor !== undefined && { cursor }) } },
      signal,
    }),
  );
}
