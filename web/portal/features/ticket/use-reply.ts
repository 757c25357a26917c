import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ApiProblem } from '../../../ui/api/api-problem';
import { api } from '../../../ui/api/client';
import type { Ticket, TicketEvent } from '../../../ui/api/types';
import { useCommand } from '../../../ui/api/use-command';
import type { Attachments } from '../../../ui/attachments/use-attachments';
import { useDraft } from '../../../ui/drafts/use-draft';
import { useMessages } from '../../../ui/i18n/use-messages';
import { queryKeys } from '../../../ui/query/query-keys';
import { useViewer } from '../../../ui/session/viewer';
import { sendPolitely, toast } from '../../../ui/toasts/toast-store';
import { TICKET_PAGE } from './messages';
import { lastSeq, newsSince, NO_REPLY, type Reply } from './reply';
import { useKeptAttachments } from './use-kept-attachments';

export interface ReplyForm {
  body: string;
  restored: boolean;
  attachments: Attachments;
  write: (body: string) => void;
  discard: () => void;
  /** Why it can not be sent as it is. */
  lack: 'empty' | 'uploading' | 'unsent' | null;
  /** `waiting`: can still be undone; `held`: something new came, and it waits for another word. */
  state: 'idle' | 'waiting' | 'sending' | 'held';
  news: readonly TicketEvent[];
  problem: ApiProblem | null;
  /** Accepted, but not in the conversation yet. */
  isPending: boolean;
  send: (anyway?: boolean) => void;
  resume: () => void;
}

/** A client's reply from its first letter until the service has it for good. */
export function useReply(ticket: Ticket, events: readonly TicketEvent[], onUndo: () => void): ReplyForm {
  const { t } = useMessages(TICKET_PAGE);
  const { folio } = ticket;
  const viewer = useViewer();
  const queries = useQueryClient();
  const [state, setState] = useState<ReplyForm['state']>('idle');
  const [lack, setLack] = useState<ReplyForm['lack']>(null);
  const [pending, setPending] = useState<string | null>(null);
  const draft = useDraft<Reply>(`reply:${folio}`, NO_REPLY);
  const reply = draft.value;
  const begun = (): number => reply.seen ?? lastSeq(events);
  const attachments = useKeptAttachments(reply.attachments, (kept) =>
    draft.change((now) => ({ ...now, attachments: kept, seen: begun() })),
  );
  const latest = useRef({ events, version: ticket.version });
  useEffect(() => {
    latest.current = { events, version: ticket.version };
  });

  const command = useCommand({
    name: `reply:${folio}`,
    stales: [queryKeys.ofTicket(folio), queryKeys.lists],
    send: (body: { body: string; attachmentIds: string[] }, headers) => {
      // Not part of what is given: the same words sent again after a lost answer are the same command.
      const header = { ...headers, 'If-Match': `"${latest.current.version}"` };
      return api.POST('/tickets/{folio}/messages', { params: { path: { folio }, header }, body });
    },
    onDone: (answer) => {
      draft.clear();
      attachments.clear();
      if ('state' in answer && answer.state === 'pending') setPending(answer.commandId);
      toast(t('ticket.reply.sent', { folio }));
    },
  });

  const refuse = (problem: ApiProblem): void => {
    setState(problem.code === 'stale_version' ? 'held' : 'idle');
    toast(t('ticket.reply.failed', { folio }));
    void queries.invalidateQueries({ queryKey: queryKeys.ofTicket(folio) });
  };
  const run = (seen: number): void => {
    if (newsSince(seen, latest.current.events, viewer.id).length > 0) return setState('held');
    setState('sending');
    command
      .mutateAsync({ body: reply.body, attachmentIds: [...attachments.ids] })
      .then(() => setState('idle'), refuse);
  };
  const send = (anyway = false): void => {
    const missing = lackOf(reply, attachments);
    setLack(missing);
    if (missing !== null || state === 'waiting' || state === 'sending') return;
    const seen = anyway ? lastSeq(events) : begun();
    if (newsSince(seen, events, viewer.id).length > 0) return setState('held');
    if (anyway) draft.change((now) => ({ ...now, seen }));
    command.reset();
    setState('waiting');
    sendPolitely({
      message: t('ticket.reply.willSend', { folio }),
      run: () => run(seen),
      onUndo: () => {
        setState('idle');
        onUndo();
      },
    });
  };
  return {
    body: reply.body,
    restored: draft.restored,
    attachments,
    write: (body) => {
      setLack(null);
      if (body === '' && reply.attachments.length === 0) draft.clear();
      else draft.change((now) => ({ ...now, body, seen: begun() }));
    },
    discard: () => {
      draft.clear();
      attachments.clear();
    },
    lack,
    state,
    news: newsSince(reply.seen, events, viewer.id),
    problem: command.error,
    isPending: pending !== null && !events.some(({ commandId }) => commandId === pending),
    send,
    resume: () => setState('idle'),
  };
}

function lackOf({ body }: Reply, { isUploading, hasFailed }: Attachments): ReplyForm['lack'] {
  if (body.trim() === '') return 'empty';
  if (isUploading) return 'uploading';
  return hasFailed ? 'unsent' : null;
}
