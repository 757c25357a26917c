import type { Feature } from '../../../ui/feature';
import { ARCHIVE_LINK } from './link-messages';

/** Closed tickets: found, and read whole. */
export const ARCHIVE: Feature = {
  id: 'archive',
  routes: [
    { path: '/archivo', lazy: async () => ({ Component: (await import('./archive-page')).ArchivePage }) },
    {
      path: '/archivo/:folio',
      lazy: async () => ({ Component: (await import('./record-page')).RecordPage }),
    },
  ],
  nav: { to: '/archivo', label: 'archive.nav' },
  messages: ARCHIVE_LINK,
};
