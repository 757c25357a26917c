import type { UseMutationResult } from '@tanstack/react-query';
import { api } from '../../../ui/api/client';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { useCommand } from '../../../ui/api/use-command';

export type AssignmentOrder = { agentId: string } | { auto: true };

/** Gives a ticket to somebody, or has the service choose. */
export function useAssign(
  folio: string,
  onDone?: () => void,
): UseMutationResult<unknown, ApiProblem, AssignmentOrder> {
  return useCommand<AssignmentOrder, unknown>({
    name: `assign:${folio}`,
    send: (body, header) =>
      api.PUT('/tickets/{folio}/assignment', { params: { path: { folio }, header }, body }),
    ...(onDone && { onDone }),
  });
}
