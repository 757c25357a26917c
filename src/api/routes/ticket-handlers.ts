import type { TICKET_ROUTES } from '../../contract/ticket-routes';
import type { HandlersOf } from '../handler';
import { archiveHandlers } from './archive';
import { ticketCommands } from './ticket-commands';
import { ticketMessages } from './ticket-messages';
import { ticketReading } from './tickets';

/** The handlers of TICKET_ROUTES, by route id. */
export const ticketHandlers: HandlersOf<typeof TICKET_ROUTES> = {
  ...ticketReading,
  ...ticketMessages,
  ...ticketCommands,
  ...archiveHandlers,
};
