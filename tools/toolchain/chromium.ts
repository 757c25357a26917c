import { findOnPath, isExecutable } from './find-on-path';
import { needProgram } from './need-program';
import type { Progress } from './progress';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** Where macOS keeps it, which is not on PATH. */
const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WHAT_TO_INSTALL =
  'Chromium or Google Chrome (Debian: apt-get install chromium fonts-liberation), or let CHROMIUM_PATH name it';

/**
 * The browser that the tests of the pages drive: CHROMIUM_PATH, or one that is installed; undefined when there is none.
 * @param places looked at besides PATH
 * @throws Error when CHROMIUM_PATH names no program
 */
export function findChromium(places: readonly string[] = MAC_PLACES): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!isExecutable(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is no program`);
    return named;
  }
  return NAMES.map(findOnPath).find((path) => path !== undefined) ?? places.find(isExecutable);
}

/** @throws Error that says what to install */
export function chromium(places: readonly string[] = MAC_PLACES): string {
  const found = findChromium(places);
  if (found === undefined)
    throw new Error(`The tests of the pages need a browser. Please install ${WHAT_TO_INSTALL}.`);
  return found;
}

/** Installs the browser where that is possible. Elsewhere only the tests that need it fail, so this throws nothing. */
export async function prepareChromium(say: Progress): Promise<void> {
  try {
    if (findChromium() !== undefined) return;
    say('A browser for the tests of the pages: about 300 MB and a minute or two, once.');
    await needProgram('chromium', ['chromium', 'fonts-liberation'], WHAT_TO_INSTALL, say);
  } catch (error) {
    say(`  ${error instanceof Error ? error.message : String(error)}`);
    say('  Until then the tests in test/e2e fail.');
  }
}
