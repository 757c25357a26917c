import { defineMessages } from '../../../ui/i18n/messages';

/** On the link to the page, from the first moment; the rest comes with the page. */
export const ARCHIVE_LINK = defineMessages({ 'archive.nav': 'Archivo' }, { 'archive.nav': 'Archive' });
