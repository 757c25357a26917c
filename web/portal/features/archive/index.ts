import type { Feature } from '../../../ui/feature';

export const ARCHIVE: Feature = {
  id: 'archive',
  routes: [],
  nav: { to: '/archivo', label: 'archive.nav' },
  messages: { es: { 'archive.nav': 'Archivo histórico de tickets' }, en: { 'archive.nav': 'Archive' } },
};
