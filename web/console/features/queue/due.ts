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
