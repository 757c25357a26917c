import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const ARCHIVE_LINK = defineMessages(
  {
    'archive.nav': 'Archivo histórico de tickets',
    'archive.nav.short': 'Archivo',
  },
  {
    'archive.nav': 'Archive',
    'archive.nav.short': 'Archive',
  },
);
