import type { Locator, Page } from 'playwright-core';

export const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });

export const dialog = (page: Page): Locator => page.getByRole('dialog');

/** The confirming button of the open dialog, which may be named as the one that opened it. */
export const inDialog = (page: Page, name: string | RegExp): Locator =>
  dialog(page).getByRole('button', { name });

/** Resolves once a toast has said so. */
export const said = (page: Page, sentence: string | RegExp): Promise<void> =>
  page.getByRole('status').filter({ hasText: sentence }).first().waitFor();
