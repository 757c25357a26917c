import type { Page } from 'playwright-core';

/** A page of the console whose contents have come. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(`/consola${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
}
