import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import type { Role } from '../../../src/domain/access/role';
import { launchBrowser } from '../../../tools/product/launch-browser';
import { runProduct, type RunningProduct } from '../../../tools/product/run-product';
import { VIEWPORTS, type ViewportName } from '../../../tools/product/viewports';
import { DEMO_PEOPLE } from '../../../tools/seed/demo-people';
import { logIn, type Person } from '../../../tools/tour/person';
import { testServers } from '../../support/servers';
import { compiledProduct } from './compiled-product';
import { ConsoleErrors } from './console-errors';

/** Two cores run the product, the browser and other tests beside it. */
const START_MS = 240_000;
const TEST_MS = 120_000;
const ACTION_MS = 20_000;

export interface PageOptions {
  /** Logged in as somebody of this role, or of this address; nobody when absent. */
  as?: Role | (string & {});
  /** "phone" unless told. */
  viewport?: ViewportName;
  /** Opened at once, for example `/consola`. */
  path?: string;
  context?: BrowserContextOptions;
}

/** The running product and a browser, for the tests of one file. */
export class Stage {
  readonly errors = new ConsoleErrors();

  constructor(
    readonly product: RunningProduct,
    private readonly browser: Browser,
    private readonly release: () => Promise<void>,
  ) {}

  static async set(): Promise<Stage> {
    const dataDir = mkdtempSync(join(tmpdir(), 'e-optics-e2e-'));
    const [servers, compiled, browser] = await Promise.all([
      testServers(),
      compiledProduct(),
      launchBrowser(),
    ]);
    const release = async (): Promise<void> => {
      await browser.close();
      compiled.remove();
      rmSync(dataDir, { recursive: true, force: true });
    };
    try {
      const product = await runProduct({ compiled: compiled.folder, dataDir, ...servers });
      return new Stage(product, browser, async () => {
        await product.stop();
        await release();
      });
    } catch (error) {
      await release();
      throw error;
    }
  }

  /** A page of a browser profile of its own, in Spanish, in Mexico City, without animations. */
  async page({ as, viewport = 'phone', path, context }: PageOptions = {}): Promise<Page> {
    const profile = await this.browser.newContext({
      baseURL: this.product.url,
      viewport: VIEWPORTS[viewport],
      locale: 'es-MX',
      timezoneId: 'America/Mexico_City',
      reducedMotion: 'reduce',
      ...context,
    });
    profile.setDefaultTimeout(ACTION_MS);
    const page = await profile.newPage();
    this.errors.watch(page);
    if (as !== undefined) await this.signIn(page, as);
    if (path !== undefined) await page.goto(path);
    return page;
  }

  /** Gives the page's browser profile a session, without the log-in page. */
  async signIn(page: Page, as: Role | (string & {})): Promise<void> {
    const data = { email: emailOf(as), password: this.product.password };
    const answer = await page.context().request.post('/api/v1/session', { data });
    if (!answer.ok()) throw new Error(`The log-in of ${data.email} answered ${answer.status()}`);
  }

  /** Somebody at the API, to prepare what a page is to show. */
  person(as: Role | (string & {})): Promise<Person> {
    return logIn(`${this.product.url}/api/v1`, emailOf(as), this.product.password);
  }

  async closePages(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
  }

  async strike(): Promise<void> {
    await this.release();
  }
}

/** The demo account of a role (the first of several), or the address itself. */
export function emailOf(as: string): string {
  return DEMO_PEOPLE.find(({ role }) => role === as)?.email ?? as;
}

/**
 * Sets the stage once for a test file. After each test its pages are closed, and an error on a page's console fails it.
 * @returns the stage, to be asked for within tests
 */
export function useStage(): () => Stage {
  jest.setTimeout(TEST_MS);
  let stage: Stage | undefined;
  beforeAll(async () => void (stage = await Stage.set()), START_MS);
  afterEach(async () => {
    await stage?.closePages();
    expect(stage?.errors.take()).toEqual([]);
  });
  afterAll(() => stage?.strike(), START_MS);
  return () => {
    if (!stage) throw new Error('The stage is set before the first test, not while tests are declared');
    return stage;
  };
}
