import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newProfile } from '../product/new-profile';
import type { RunningProduct } from '../product/run-product';
import { signIn } from '../product/sign-in';
import { VIEWPORTS, type ViewportName } from '../product/viewports';
import type { DemoTickets } from '../seed/demo-tickets';
import type { PageToShow } from './pages';

const COLOR_SCHEMES = ['light', 'dark'] as const;
/** What stands in for contents that are still to come. */
const UNFINISHED = '[aria-busy="true"], .mantine-Skeleton-root';

interface Scene {
  product: RunningProduct;
  browser: Browser;
  tickets: DemoTickets;
  folder: string;
}

/** Pictures of one page in every width, light and dark: `<name>-<width>-<scheme>.png`. */
export async function takePictures(page: PageToShow, scene: Scene): Promise<void> {
  for (const [viewport, { width }] of Object.entries(VIEWPORTS)) {
    const profile = await newProfile(scene.browser, {
      url: scene.product.url,
      viewport: viewport as ViewportName,
    });
    try {
      const shown = await open(page, profile, scene);
      for (const colorScheme of COLOR_SCHEMES) {
        await shown.emulateMedia({ colorScheme });
        const path = join(scene.folder, `${page.name}-${width}-${colorScheme}.png`);
        await shown.screenshot({ path, animations: 'disabled', caret: 'hide' });
      }
    } finally {
      await profile.close();
    }
  }
}

async function open(
  { path, role }: PageToShow,
  profile: BrowserContext,
  { product, tickets }: Scene,
): Promise<Page> {
  if (role !== null) await signIn(profile, product, role);
  const page = await profile.newPage();
  await page.goto(typeof path === 'string' ? path : path(tickets));
  // The root is empty until the application runs.
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
  await page.locator('main, form').first().waitFor();
  await page.waitForFunction(`document.querySelector('${UNFINISHED}') === null`);
  await page.evaluate('document.fonts.ready.then(() => undefined)');
  return page;
}
