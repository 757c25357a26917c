import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { launchBrowser } from '../../../tools/product/launch-browser';
import { newProfile } from '../../../tools/product/new-profile';
import { runProduct, type RunningProduct } from '../../../tools/product/run-product';
import { emailOf, signIn, type DemoAccount } from '../../../tools/product/sign-in';
import type { ViewportName } from '../../../tools/product/viewports';
import { logIn, type Person } from '../../../tools/tour/person';
import { testServers } from '../../support/servers';
import { compiledProduct } from './compiled-product';
import { ConsoleErrors } from './console-errors';

/** Two cores run the product, the browser and other tests beside it. */
const START_MS = 240_000;
const TEST_MS = 120_000;
const ACTION_MS = 20_000;

export interface PageOptions {
  /** Logged in as this person of the demo data; nobody when absent. */
  as?: DemoAccount;
  /** "phone" unless told. */
  viewport?: ViewportName;
  /** Opened at once, for example `/consola`. */
  path?: string;
  /** Of the browser profile, besides. */
  context?: Omit<BrowserContextOptions, 'viewport'>;
}

/** The running product and a browser, for the tests of one file. */
export class Stage {
  readonly errors = new ConsoleErrors();

  constructor(
    readonly product: RunningProduct,
    /** The database of this stage alone, to set what no page lets one set. */
    readonly mongoUri: string,
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
      return new Stage(product, servers.mongoUri, browser, async () => {
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
    const profile = await newProfile(this.browser, { url: this.product.url, viewport, ...context });
    profile.setDefaultTimeout(ACTION_MS);
    const page = await profile.newPage();
    this.errors.watch(page);
    if (as !== undefined) await this.signIn(page, as);
    if (path !== undefined) await page.goto(path);
    return page;
  }

  /** Gives the page's browser profile a session, without the log-in page. */
  signIn(page: Page, as: DemoAccount): Promise<void> {
    return signIn(page.context(), this.product, as);
  }

  /** Somebody at the API, to prepare what a page is to show. */
  person(as: DemoAccount): Promise<Person> {
    return logIn(`${this.product.url}/api/v1`, emailOf(as), this.product.password);
  }

  async closePages(): Promise<void> {
    await Promise.all(this.browser.contexts().map((context) => context.close()));
  }

  async strike(): Promise<void> {
    await this.release();
  }
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
