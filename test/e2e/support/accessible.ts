import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A colour on its way from one scheme to the other is in neither. Skeletons, which never rest, are not waited for. */
const COLOURS_AT_REST = `Promise.all(
  document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity)
    .map(({ finished }) => finished.catch(() => undefined)),
).then(() => undefined)`;

/** Fails with each breach that axe finds in the page as it stands, in light and in dark (WCAG 2.2 AA and good practice). */
export async function expectAccessible(page: Page): Promise<void> {
  const breaches: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(COLOURS_AT_REST);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    for (const { id, help, nodes } of violations)
      for (const { target, failureSummary } of nodes)
        breaches.push(`${colorScheme} ${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`);
  }
  expect(breaches).toEqual([]);
}

/** Fails when the page is wider than its window, so that somebody would have to scroll sideways (WCAG 1.4.10). */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const needed = await page.locator('html').evaluate((html: { scrollWidth: number }) => html.scrollWidth);
  expect(needed).toBeLessThanOrEqual(width);
}
