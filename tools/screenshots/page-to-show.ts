import type { Page } from 'playwright-core';
import type { DemoAccount } from '../product/sign-in';
import type { Gallery } from './seed-gallery';

export interface PageToShow {
  /** Begins the names of its pictures. */
  readonly name: string;
  /** May name something of the example data. */
  readonly path: string | ((gallery: Gallery) => string);
  /** Who looks at it; null: nobody logged in. */
  readonly role: DemoAccount | null;
  /** What is done on it before the picture. */
  readonly act?: (page: Page) => Promise<void>;
}
