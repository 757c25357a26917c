import type { Locator, Page } from 'playwright-core';

/** More than any page of ours has; a page where Tab goes round for ever must not hang the test. */
const MOST_STOPS = 120;

/** Somebody who uses a page without a pointer: what Tab does not reach, they can not use. */
export interface Keyboard {
  /** Goes there with Tab. @throws Error that lists where Tab went instead */
  tabTo(target: Locator): Promise<void>;
  /** Goes there, and presses a key; "Enter" unless told. */
  press(target: Locator, key?: string): Promise<void>;
  /** Goes there, and writes. */
  write(target: Locator, text: string): Promise<void>;
}

export function keyboardOnly(page: Page): Keyboard {
  const keyboard: Keyboard = {
    async tabTo(target) {
      await target.waitFor();
      const stops: string[] = [];
      for (let stop = 0; stop < MOST_STOPS; stop++) {
        if (await hasFocus(target)) {
          expect(await showsFocus(target)).toBe(true);
          return expect(await coversFocus(page)).toBeNull();
        }
        stops.push(await describeFocus(page));
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab does not reach ${String(target)}; it went to ${[...new Set(stops)].join(', ')}`);
    },
    async press(target, key = 'Enter') {
      await keyboard.tabTo(target);
      await page.keyboard.press(key);
    },
    async write(target, text) {
      await keyboard.tabTo(target);
      await page.keyboard.type(text);
    },
  };
  return keyboard;
}

function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) => element.matches(':focus'));
}

/** WCAG 2.4.7: one can see where one is. */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element: { matches(selector: string): boolean }) =>
    element.matches(':focus-visible'),
  );
}

/** WCAG 2.4.11: what lies above what has the focus; null where it is in sight itself, or what is drawn for it is. */
function coversFocus(page: Page): Promise<string | null> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const { width, height } = at.getBoundingClientRect();
    const isDrawn = width > 2 && height > 2 && getComputedStyle(at).opacity !== '0';
    const drawn = isDrawn ? at : (at.closest('label') ?? at.parentElement);
    const box = drawn.getBoundingClientRect();
    const above = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    if (above !== null && (drawn.contains(above) || above.contains(drawn))) return null;
    return above === null ? 'the edge of the window' : above.outerHTML.slice(0, 80);
  })()`);
}

function describeFocus(page: Page): Promise<string> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    if (at === null || at === document.body) return 'the page itself';
    const name = at.getAttribute('aria-label') ?? at.getAttribute('name') ?? at.textContent ?? '';
    return at.tagName.toLowerCase() + ' "' + name.trim().slice(0, 30) + '"';
  })()`);
}
