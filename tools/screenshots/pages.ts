import { CONSOLE_PAGES } from './console-pages';
import type { PageToShow } from './page-to-show';
import { SITE_PAGES } from './site-pages';

/** The gallery: one line for each page worth seeing. */
export const PAGES: readonly PageToShow[] = [...SITE_PAGES, ...CONSOLE_PAGES];
