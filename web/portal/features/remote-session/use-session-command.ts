import { useQueryClient, type UseMutationResult } from '@tanstack/react-query';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { queryKeys } from '../../../ui/query/query-keys';
import type { RemoteSession } from './remote-session';
import { sessionKey } from './use-session';

/** Something that the client does with the session; its answer is shown at once. */
export function useSessionCommand<Given>(
  { id, folio }: Pick<RemoteSession, 'id' | 'folio'>,
  name: string,
  send: (given: Given, header: CommandHeaders) => Promise<{ data?: RemoteSession }>,
  onDone?: (session: RemoteSession) => void,
): UseMutationResult<RemoteSession, ApiProblem, Given> {
  const queries = useQueryClient();
  return useCommand<Given, RemoteSession>({
    name: `${name}:${id}`,
    send,
    stales: [queryKeys.ofTicket(folio), queryKeys.lists],
    onDone(session) {
      queries.setQueryData(sessionKey(id), session);
      onDone?.(session);
    },
  });
}
