import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * A colour on its way from one scheme to the other is in neither, so nothing may be on its way: two frames bring what
 * hangs on the scheme, and without transitions it is there at once.
 */
const AT_REST = `(async () => {
  const still = new CSSStyleSheet();
  still.replaceSync('*, *::before, *::after { transition: none !important; animation: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, still];
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
})()`;
const AS_BEFORE = 'document.adoptedStyleSheets = document.adoptedStyleSheets.slice(0, -1)';

/** Fails with each breach that axe finds in the page as it stands, in light and in dark (WCAG 2.2 AA and good practice). */
export async function expectAccessible(page: Page): Promise<void> {
  const breaches: string[] = [];
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.evaluate(AT_REST);
    const { violations } = await new AxeBuilder({ page }).withTags(RULES).analyze();
    await page.evaluate(AS_BEFORE);
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
