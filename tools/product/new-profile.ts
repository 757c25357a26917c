import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { VIEWPORTS, type ViewportName } from './viewports';

/** A browser profile without a history, of somebody in Mexico City who reads Spanish and wants no animations. */
export function newProfile(
  browser: Browser,
  {
    url,
    viewport,
    ...options
  }: { url: string; viewport: ViewportName } & Omit<BrowserContextOptions, 'viewport'>,
): Promise<BrowserContext> {
  return browser.newContext({
    baseURL: url,
    viewport: VIEWPORTS[viewport],
    locale: 'es-MX',
    timezoneId: 'America/Mexico_City',
    reducedMotion: 'reduce',
    ...options,
  });
}
