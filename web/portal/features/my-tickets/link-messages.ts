import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const MY_TICKETS_LINK = defineMessages(
  {
    'myTickets.nav': 'Mis tickets',
  },
  {
    'myTickets.nav': 'My tickets',
  },
);
