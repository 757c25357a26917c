import { useMutation, useQueryClient, type QueryClient, type UseMutationResult } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import { queryKeys } from '../query/query-keys';
import { rememberTicket } from '../query/remember-ticket';
import type { ApiProblem } from './api-problem';
import { createCommandKey } from './command-key';
import type { Ticket } from './types';

/** Goes into `params.header` of the call. */
export interface CommandHeaders {
  'Idempotency-Key': string;
  'If-Match'?: string;
}

export interface CommandOptions<Given, Answer> {
  /** Names the command across reloads, as `reply:100234`. Leave it out for what carries a password. */
  name?: string;
  /** The version that the person saw; refused with `stale_version` (412) when the ticket has changed since. */
  version?: number | undefined;
  send: (given: Given, headers: CommandHeaders) => Promise<{ data?: Answer }>;
  onDone?: (answer: Answer, given: Given) => void;
  /** Shows at once how the ticket will be, until it is known; only for what can be taken back. */
  foresee?: { folio: string; change: (ticket: Ticket, given: Given) => Ticket };
  /** Query keys that the command makes stale, besides those of the ticket that it answers with. */
  stales?: readonly (readonly unknown[])[];
}

/**
 * A command that changes something. It is repeated by itself, with the same key, while the service is away; and sent
 * again by hand it still counts once. A ticket in the answer is shown at once, and what is safe to foresee before.
 */
export function useCommand<Given, Answer>(
  options: CommandOptions<Given, Answer>,
): UseMutationResult<Answer, ApiProblem, Given> {
  const { name, version, send, onDone, foresee, stales = [] } = options;
  const queries = useQueryClient();
  const key = useMemo(() => createCommandKey(name), [name]);
  const before = useRef<Ticket>(undefined);
  return useMutation<Answer, ApiProblem, Given>({
    async mutationFn(given) {
      const headers: CommandHeaders = { 'Idempotency-Key': key.keyFor(given) };
      if (version !== undefined) headers['If-Match'] = `"${version}"`;
      return (await send(given, headers)).data as Answer;
    },
    async onMutate(given) {
      if (foresee === undefined) return;
      const queryKey = queryKeys.ticket(foresee.folio);
      before.current = queries.getQueryData<Ticket>(queryKey);
      if (before.current) queries.setQueryData<Ticket>(queryKey, foresee.change(before.current, given));
      // What was asked for before must not overwrite it.
      await queries.cancelQueries({ queryKey });
    },
    onError({ code }) {
      if (code === 'idempotency_key_reused') key.done();
      const known = before.current;
      if (foresee === undefined || known === undefined) return;
      const queryKey = queryKeys.ticket(foresee.folio);
      queries.setQueryData<Ticket>(queryKey, (shown) => (shown?.version === known.version ? known : shown));
      void queries.invalidateQueries({ queryKey });
    },
    onSuccess(answer, given) {
      key.done();
      rememberTicket(queries, answer);
      onDone?.(answer, given);
      staleAll(queries, stales);
    },
  });
}

function staleAll(queries: QueryClient, stales: readonly (readonly unknown[])[]): void {
  for (const queryKey of stales) void queries.invalidateQueries({ queryKey });
}
