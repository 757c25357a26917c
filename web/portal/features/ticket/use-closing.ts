import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { Ticket } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';

/** Closes a ticket for good, as its client may: accepted or withdrawn. */
export function useClosing(
  { folio, version }: Pick<Ticket, 'folio' | 'version'>,
  reason: 'accepted' | 'withdrawn',
  onDone: () => void,
): UseMutationResult<unknown, ApiProblem, string> {
  return useCommand<string, unknown>({
    name: `${reason}:${folio}`,
    version,
    onDone,
    send: (message, header) => {
      const body = message.trim() === '' ? { reason } : { reason, message };
      return api.PUT('/tickets/{folio}/closure', { params: { path: { folio }, header }, body });
    },
  });
}
