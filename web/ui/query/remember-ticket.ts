import type { QueryClient } from '@tanstack/react-query';
import type { Ticket } from '../api/types';
import { queryKeys } from './query-keys';

/** Shows the ticket that a command answered with at once, and has what hangs on it fetched again. */
export function rememberTicket(queries: QueryClient, answer: unknown): void {
  if (!isTicket(answer)) return;
  queries.setQueryData<Ticket>(queryKeys.ticket(answer.folio), (known) =>
    known !== undefined && known.version > answer.version ? known : answer,
  );
  void queries.invalidateQueries({ queryKey: queryKeys.ofTicket(answer.folio) });
  void queries.invalidateQueries({ queryKey: queryKeys.lists });
  if (answer.status === 'closed') void queries.invalidateQueries({ queryKey: queryKeys.archives });
}

/** A paid session has a folio and a version too: only a ticket has milestones. */
function isTicket(answer: unknown): answer is Ticket {
  return typeof answer === 'object' && answer !== null && 'folio' in answer && 'milestones' in answer;
}
