import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import { useCommand, type CommandHeaders } from '../../../ui/api/use-command';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';
import { MESSAGES } from './messages';
import { noteFailed, noteSending, noteSent, noteUndone } from './outbox';
import { textOf, type Writing } from './writing';

const ORIGINS = ['platform', 'client_use', 'third_party', 'not_reproduced'] as const;

interface Order {
  writing: Writing;
  mentions: string[];
  attachmentIds: string[];
}

/**
 * Sends what was written, five seconds later unless it is undone, and only to the version of the ticket that the
 * writer has read. Goes on when the ticket's page is left meanwhile.
 */
export function useSend(
  folio: string,
  onSent: () => void,
): (order: Order, version: number, onUndo: () => void) => void {
  const { t } = useMessages(MESSAGES);
  const queries = useQueryClient();
  const read = useRef(0);
  const command = useCommand({
    name: `write:${folio}`,
    send: (order: Order, headers) => post(folio, order, { ...headers, 'If-Match': `"${read.current}"` }),
  });
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
        read.current = version;
        command.mutateAsync(order).then(
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
