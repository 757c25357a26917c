import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { newProfile } from '../product/new-profile';
import type { RunningProduct } from '../product/run-product';
import { signIn } from '../product/sign-in';
import { VIEWPORTS } from '../product/viewports';
import type { PageToShow } from './page-to-show';
import type { Gallery } from './seed-gallery';

const COLOR_SCHEMES = ['light', 'dark'] as const;
/** What stands in for contents that are still to come. */
const UNFINISHED = '[aria-busy="true"], .mantine-Skeleton-root';
/** Two frames later the page has been laid out for its new size. */
const LAID_OUT =
  'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))';

interface Scene {
  product: RunningProduct;
  browser: Browser;
  gallery: Gallery;
  folder: string;
}

/** Pictures of one page in every width, light and dark: `<name>-<width>-<scheme>.png`. */
export async function takePictures(page: PageToShow, scene: Scene): Promise<void> {
  const profile = await newProfile(scene.browser, { url: scene.product.url, viewport: 'desktop' });
  try {
    const shown = await open(page, profile, scene);
    for (const viewport of Object.values(VIEWPORTS).reverse()) {
      await shown.setViewportSize(viewport);
      for (const colorScheme of COLOR_SCHEMES) {
        await shown.emulateMedia({ colorScheme });
        await shown.evaluate(LAID_OUT);
        await finished(shown);
        const path = join(scene.folder, `${page.name}-${viewport.width}-${colorScheme}.png`);
        await shown.screenshot({ path, animations: 'disabled', caret: 'hide' });
      }
    }
  } finally {
    await profile.close();
  }
}

async function open(
  { path, role, act }: PageToShow,
  profile: BrowserContext,
  { product, gallery }: Scene,
): Promise<Page> {
  if (role !== null) await signIn(profile, product, role);
  const page = await profile.newPage();
  await page.goto(typeof path === 'string' ? path : path(gallery));
  // The root is empty until the application runs.
  await page.locator('#root > *').first().waitFor({ state: 'attached' });
  await page.locator('main, form').first().waitFor();
  await finished(page);
  await act?.(page);
  return page;
}

async function finished(page: Page): Promise<void> {
  // By what stands in the page: the content security policy lets no string be run there again and again.
  const unfinished = page.locator(UNFINISHED);
  while ((await unfinished.count()) > 0) await unfinished.first().waitFor({ state: 'detached' });
  await page.evaluate('document.fonts.ready.then(() => undefined)');
}
