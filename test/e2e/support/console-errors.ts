import type { Page } from 'playwright-core';

/** Chromium's own line for an answer that is a refusal; the application may well have expected it. */
const REFUSED = /^Failed to load resource: the server responded with a status of 4\d\d/;

/**
 * What went wrong in a page: errors on its console (breaches of the content security policy are among them) and
 * exceptions that nobody caught. A refusal by the API is none.
 */
export class ConsoleErrors {
  private readonly errors: string[] = [];
  private expected: RegExp[] = [];

  watch(page: Page): void {
    page.on('pageerror', (error) => this.note(error.stack ?? error.message));
    page.on('console', (message) => {
      if (message.type() !== 'error') return;
      const { url } = message.location();
      if (REFUSED.test(message.text()) && url.includes('/api/')) return;
      this.note(`${message.text()} (${url})`);
    });
  }

  /** From here to the end of the test an error like this is part of what is tested. */
  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  /** What was noted and not expected; forgets it. */
  take(): string[] {
    const taken = this.errors.filter((error) => !this.expected.some((pattern) => pattern.test(error)));
    this.errors.length = 0;
    this.expected = [];
    return taken;
  }

  private note(error: string): void {
    this.errors.push(error);
  }
}
