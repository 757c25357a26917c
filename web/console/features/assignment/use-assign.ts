import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { useCommand } from '../../../ui/api/use-command';
import { useViewer } from '../../../ui/session/viewer';
import { AGENTS_KEY, type Agent } from './use-agents';

export type AssignmentOrder = { agentId: string } | { auto: true };

/** Gives a ticket to somebody, which shows at once, or has the service choose. */
export function useAssign(
  folio: string,
  onDone?: () => void,
): UseMutationResult<unknown, ApiProblem, AssignmentOrder> {
  const queries = useQueryClient();
  const viewer = useViewer();
  const nameOf = (id: string): string | null =>
    id === viewer.id
      ? viewer.name
      : (queries.getQueryData<Agent[]>(AGENTS_KEY)?.find((agent) => agent.id === id)?.name ?? null);
  return useCommand<AssignmentOrder, unknown>({
    name: `assign:${folio}`,
    send: (body, header) =>
      api.PUT('/tickets/{folio}/assignment', { params: { path: { folio }, header }, body }),
    foresee: {
      folio,
      change: (ticket, order) =>
        'agentId' in order
          ? { ...ticket, assignee: { id: order.agentId, name: nameOf(order.agentId) } }
          : ticket,
    },
    ...(onDone && { onDone }),
  });
}
