import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { openStore } from '../../src/store/store';
import { startLocalProviders, type LocalProviders } from '../local-providers/local-providers';
import { MailSink } from '../mail-sink/mail-sink';
import { seedDemoData } from '../seed';
import { freePort } from '../toolchain/free-port';
import { startServerProcess, type ServerProcess } from '../toolchain/server-process';
import { untilTakesCommands } from './until-takes-commands';

export interface ProductOptions {
  /** Folder of the compiled service, with `src`, `tools` and `web` in it. */
  compiled: string;
  /** Folder for its keys and logs. */
  dataDir: string;
  mongoUri: string;
  temporalAddress: string;
  namespace: string;
}

export interface RunningProduct {
  /** Origin of the API and the pages, without a slash at the end. */
  readonly url: string;
  /** Of every demo account. */
  readonly password: string;
  /** Every mail that it sends. */
  readonly mails: MailSink;
  /** Payments and meetings, which can be told to fail. */
  readonly providers: Pick<LocalProviders, 'payments' | 'meetings'>;
  stop(): Promise<void>;
}

const READY_MS = 120_000;

/**
 * Runs the whole product as processes of its own with the demo data, on servers that are there already: API with its
 * pages, worker, and the doubles of mail, payments and meetings. Resolves once it takes commands.
 */
export async function runProduct(options: ProductOptions): Promise<RunningProduct> {
  const password = randomBytes(12).toString('base64url');
  const store = await openStore(options.mongoUri);
  await seedDemoData(store, { password }).finally(() => store.close());
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const mails = await MailSink.start();
  const providers = await startLocalProviders({ dataDir: options.dataDir, publicUrl: url });
  const env = { ...settings(options, port, url), ...providers.env, SMTP_PORT: String(mails.port) };
  const processes = ['src/worker.js', 'src/api/server.js'].map((program) => run(program, options, env));
  const product = {
    url,
    password,
    mails,
    providers,
    async stop() {
      await Promise.all(processes.map((one) => one.stop()));
      await providers.stop();
      await mails.stop();
    },
  };
  try {
    await untilTakesCommands(url, READY_MS, () => {
      const dead = processes.find((one) => one.hasEnded());
      if (dead) throw new Error(`The product ended at once\n${dead.lastOutput()}`);
    });
    return product;
  } catch (error) {
    const last = processes.map((one) => one.lastOutput()).join('\n');
    await product.stop();
    throw new Error(`The product takes no commands\n${last}`, { cause: error });
  }
}

function settings(options: ProductOptions, port: number, url: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    MONGODB_URI: options.mongoUri,
    TEMPORAL_ADDRESS: options.temporalAddress,
    TEMPORAL_NAMESPACE: options.namespace,
    DATA_DIR: options.dataDir,
    PAYLOAD_MASTER_KEYS: randomBytes(32).toString('base64'),
    SMTP_HOST: '127.0.0.1',
    RATE_LIMIT_GENERAL: '0',
    RATE_LIMIT_CREDENTIALS: '0',
    LOG_LEVEL: 'warn',
  };
}

function run(program: string, { compiled, dataDir }: ProductOptions, env: NodeJS.ProcessEnv): ServerProcess {
  return startServerProcess(process.execPath, ['--enable-source-maps', join(compiled, program)], {
    env,
    logFile: join(dataDir, 'product.log'),
  });
}
