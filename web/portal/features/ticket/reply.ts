import type { Attachment, TicketEvent } from '../../../ui/api/types';

/** A reply that is being written. */
export interface Reply {
  body: string;
  attachments: Attachment[];
  /** The last event that its writer had seen when they began; null while nothing is written. */
  seen: number | null;
}

export const NO_REPLY: Reply = { body: '', attachments: [], seen: null };

/** What may change what somebody wants to say. */
const NEWS = [
  'message_posted',
  'solution_proposed',
  'solution_retracted',
  'phone_call_recorded',
  'referred',
  'split',
];

/** What others said after somebody began to write. */
export function newsSince(
  seen: number | null,
  events: readonly TicketEvent[],
  viewerId: string,
): readonly TicketEvent[] {
  if (seen === null) return [];
  return events.filter(({ seq, type, actor }) => seq > seen && actor.id !== viewerId && NEWS.includes(type));
}

export function lastSeq(events: readonly TicketEvent[]): number {
  return events.at(-1)?.seq ?? 0;
}
