import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const SESSIONS_LINK = defineMessages(
  { 'sessions.nav': 'Sesiones remotas' },
  { 'sessions.nav': 'Remote sessions' },
);
