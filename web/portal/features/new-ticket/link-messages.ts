import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const NEW_TICKET_LINK = defineMessages(
  {
    'newTicket.nav': 'Registrar ticket',
    'newTicket.nav.short': 'Registrar',
  },
  {
    'newTicket.nav': 'Register a ticket',
    'newTicket.nav.short': 'Register',
  },
);
