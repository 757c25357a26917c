import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from './product/launch-browser';
import { runProduct } from './product/run-product';
import { PAGES } from './screenshots/pages';
import { seedGallery } from './screenshots/seed-gallery';
import { takePictures } from './screenshots/take-pictures';
import { StopList } from './start/stop-list';
import { prepareChromium } from './toolchain/chromium';
import { toStandardError } from './toolchain/progress';
import { projectRoot } from './toolchain/project-root';
import { startMongo } from './toolchain/start-mongo';
import { startTemporal } from './toolchain/start-temporal';

/** While one page is written to its file, another is on its way. */
const AT_ONCE = 2;

/**
 * Pictures of the pages into docs/screenshots, from a product of its own with the demo data.
 * Arguments: beginnings of the names of the pages to take; all without any.
 */
async function main(wanted: readonly string[], stops: StopList): Promise<void> {
  const say = toStandardError;
  const pages = PAGES.filter(
    ({ name }) => wanted.length === 0 || wanted.some((part) => name.startsWith(part)),
  );
  if (pages.length === 0) throw new Error(`There is no page named ${wanted.join(' or ')}.`);
  await prepareChromium(say);
  const folder = join(projectRoot(), 'docs', 'screenshots');
  await mkdir(folder, { recursive: true });

  const dataDir = await mkdtemp(join(tmpdir(), 'e-optics-screenshots-'));
  add(stops, 'its data', () => rm(dataDir, { recursive: true, force: true }));
  say('Starting a product of its own …');
  const temporal = await startTemporal({ headless: true, say });
  stops.add('Temporal', temporal);
  const mongo = await startMongo({ say });
  stops.add('MongoDB', mongo);
  const product = await runProduct({
    compiled: join(__dirname, '..'),
    dataDir,
    mongoUri: mongo.uri,
    temporalAddress: temporal.address,
    namespace: 'default',
  });
  add(stops, 'the product', () => product.stop());
  say('Filling it …');
  const gallery = await seedGallery(product, mongo.uri);
  const browser = await launchBrowser();
  add(stops, 'the browser', () => browser.close());

  const waiting = [...pages];
  const takeSome = async (): Promise<void> => {
    for (let page = waiting.shift(); page !== undefined; page = waiting.shift()) {
      say(`  ${page.name}`);
      await takePictures(page, { product, browser, gallery, folder });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, takeSome));
}

function add(stops: StopList, name: string, stop: () => Promise<void>): void {
  stops.add(name, { stop, kill: stop });
}

const stops = new StopList();
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => void stops.stop().finally(() => process.exit(130)));
main(process.argv.slice(2), stops)
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  })
  .finally(() => void stops.stop().then(() => process.exit()));
