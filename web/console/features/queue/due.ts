import type { Ticket } from '../../../ui/api/types';

/** What a ticket's clock runs towards. */
export interface Due {
  kind: 'target' | 'closing';
  at: string;
}

type Timed = Pick<Ticket, 'status' | 'internal' | 'autoCloseAt'>;

/** The next instant that matters: the closing while the client has the word, else the nearest internal target. */
export function dueOf({ status, internal, autoCloseAt }: Timed): Due | null {
  if (status === 'waiting_client') return autoCloseAt === null ? null : { kind: 'closing', at: autoCloseAt };
  if (status === 'closed') return null;
  const { firstAttention, nextReply } = internal?.targets ?? {};
  const [at] = [firstAttention?.dueAt, nextReply?.dueAt].filter((due) => due !== undefined).sort();
  return at === undefined ? null : { kind: 'target', at };
}

/** By the next breach of a target; what has none comes last, in the order that it came. */
export function byDue(tickets: readonly Ticket[]): Ticket[] {
  const of = (ticket: Ticket): string => {
    const due = dueOf(ticket);
    return due?.kind === 'target' ? due.at : '~';
  };
  return [...tickets].sort((a, b) => (of(a) < of(b) ? -1 : of(a) > of(b) ? 1 : 0));
}
