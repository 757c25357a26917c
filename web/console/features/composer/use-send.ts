import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { TicketEvent } from '../../../ui/api/types';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { ticketEventsQuery } from '../../../ui/query/use-ticket-events';
import { useViewer } from '../../../ui/session/viewer';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';
import { MESSAGES } from './messages';
import { newsAmong } from './news';
import { noteFailed, noteSending, noteSent, noteUndone } from './outbox';
import { textOf, type Writing } from './writing';

const ORIGINS = ['platform', 'client_use', 'third_party', 'not_reproduced'] as const;

interface Order {
  writing: Writing;
  mentions: string[];
  attachmentIds: string[];
}

/**
 * Sends what was written, five seconds later unless it is undone, and only to a ticket of which the writer has read
 * what others did; their own doings meanwhile are no news to them. Goes on when the ticket's page is left.
 */
export function useSend(
  folio: string,
  onSent: () => void,
): (order: Order, version: number, onUndo: () => void) => void {
  const { t } = useMessages(MESSAGES);
  const queries = useQueryClient();
  const viewer = useViewer();
  const read = useRef(0);
  const command = useCommand({
    name: `write:${folio}`,
    send: (order: Order, headers) => post(folio, order, { ...headers, 'If-Match': `"${read.current}"` }),
  });
  const deliver = async (order: Order): Promise<void> => {
    try {
      await command.mutateAsync(order);
    } catch (problem) {
      if ((problem as ApiProblem).code !== 'stale_version') throw problem;
      await queries.fetchQuery({ ...ticketEventsQuery(folio), staleTime: 0 });
      const to = readTo(queries, folio, read.current, viewer.id);
      if (to === read.current) throw problem;
      read.current = to;
      await command.mutateAsync(order);
    }
  };
  return (order, version, onUndo) => {
    const { mode } = order.writing;
    noteSending(folio);
    sendPolitely({
      message: t(`composer.held.${mode}`),
      onUndo() {
        noteUndone(folio);
        onUndo();
      },
      run() {
        read.current = readTo(queries, folio, version, viewer.id);
        deliver(order).then(
          () => {
            onSent();
            noteSent(folio);
            toast(t(`composer.sent.${mode}`, { folio }));
          },
          (problem: ApiProblem) => {
            noteFailed(folio, problem);
            if (!isShown(folio)) toast(t('composer.failed', { folio }));
            if (problem.code === 'stale_version' || problem.code === 'ticket_closed')
              void queries.invalidateQueries({ queryKey: queryKeys.ofTicket(folio) });
          },
        );
      },
    });
  };
}

/** How far the writer of a text knows the ticket: as far as it goes, unless somebody else's doing came after `read`. */
function readTo(queries: QueryClient, folio: string, read: number, writerId: string): number {
  const events = queries.getQueryData<TicketEvent[]>(queryKeys.events(folio)) ?? [];
  return newsAmong(events, read, writerId).length > 0 ? read : Math.max(read, events.at(-1)?.seq ?? 0);
}

function post(
  folio: string,
  { writing, mentions, attachmentIds }: Order,
  header: CommandHeaders,
): Promise<{ data?: unknown }> {
  const params = { path: { folio }, header };
  const body = textOf(writing).trim();
  if (writing.mode === 'note')
    return api.POST('/tickets/{folio}/notes', { params, body: { body, mentions } });
  if (writing.mode === 'solution') {
    const steps = writing.steps.split('\n').filter((step) => step.trim() !== '');
    const origin = ORIGINS.find((each) => each === writing.origin);
    const solution = { summary: body, ...(steps.length > 0 && { steps }), ...(origin && { origin }) };
    return api.POST('/tickets/{folio}/solutions', { params, body: solution });
  }
  return api.POST('/tickets/{folio}/messages', {
    params,
    body: {
      body,
      awaitsClient: writing.mode === 'question',
      ...(attachmentIds.length > 0 && { attachmentIds }),
    },
  });
}

function isShown(folio: string): boolean {
  return location.pathname.endsWith(`/tickets/${folio}`);
}
