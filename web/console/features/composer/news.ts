import type { TicketEvent } from '../../../ui/api/types';

/** What somebody who is writing has to know: what others said, decided or did to the ticket. */
const NOTABLE = [
  'message_posted',
  'solution_proposed',
  'solution_retracted',
  'note_added',
  'phone_call_recorded',
  'assigned',
  'referred',
  'split',
  'closed',
];

/** Of what happened since a version, that which others than the writer did and the writer must have read. */
export function newsAmong(events: readonly TicketEvent[], since: number, writerId: string): TicketEvent[] {
  return events.filter(
    ({ seq, type, actor }) => seq > since && actor.id !== writerId && NOTABLE.includes(type),
  );
}
