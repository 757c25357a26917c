import type { UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { queryKeys } from '../../../ui/query/query-keys';
import { toast } from '../../../ui/toasts/toast-store';
import type { RemoteSession } from './use-sessions';

/** One step of a session: sent, told, and everything about sessions read again. */
export function useStep<Given>(
  send: (given: Given, header: CommandHeaders) => Promise<{ data?: RemoteSession }>,
  done: string,
  onDone?: () => void,
): UseMutationResult<RemoteSession, ApiProblem, Given> {
  return useCommand<Given, RemoteSession>({
    stales: [queryKeys.remoteSessions],
    send,
    onDone: () => {
      toast(done);
      onDone?.();
    },
  });
}
