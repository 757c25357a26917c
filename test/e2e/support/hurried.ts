import type { Page } from 'playwright-core';

/** A key that is pressed, or a text that is typed into what has the focus by then. */
export type Stroke = { key: string; ctrl?: true } | { text: string };

/**
 * Strokes of a quick hand on a busy machine: no timer runs and no frame is drawn between two of them, as where they have
 * waited together for the page to have time.
 * @throws Error when a text has no field to stand in
 */
export async function typeHurriedly(page: Page, strokes: readonly Stroke[]): Promise<void> {
  await page.evaluate(
    `(async () => {
      for (const { key, ctrl, text } of ${JSON.stringify(strokes)}) {
        if (key !== undefined) {
          const event = new KeyboardEvent('keydown', { key, ctrlKey: ctrl === true, bubbles: true, cancelable: true });
          (document.activeElement ?? document.body).dispatchEvent(event);
        } else if (!document.execCommand('insertText', false, text)) throw new Error('No field for ' + text);
        // What a browser does between two events of the keyboard: promises only.
        for (let turn = 0; turn < 20; turn++) await null;
      }
    })()`,
  );
}
