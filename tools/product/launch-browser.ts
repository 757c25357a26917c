import { chromium as playwright, type Browser } from 'playwright-core';
import { chromium } from '../toolchain/chromium';

/** Nothing of the browser's own may call out or ask anything. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A headless Chromium with a profile of its own. Without its sandbox, which neither root nor many containers can have:
 * it shows our own pages only.
 * @throws Error that says what to install when this machine has none
 */
export function launchBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: chromium(), chromiumSandbox: false, args: QUIET });
}
