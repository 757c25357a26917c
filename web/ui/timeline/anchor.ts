import type { TicketEvent } from '../api/types';

/** Where an event stands on its ticket's page, as notices link to it: `#evento-7`. */
export function anchorOf({ seq }: Pick<TicketEvent, 'seq'>): string {
  return `evento-${seq}`;
}
