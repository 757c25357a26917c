import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess, type ServerProcess } from '../../tools/toolchain/server-process';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { testServers } from '../support/servers';
import type { CompiledService, EntryPoint } from './compiled-service';

export interface Ended {
  /** As in "code 0". */
  how: string;
  output: string;
}

/** One installation: processes of the compiled service, with the environment that docker-compose.yml gives them. */
export class Installation {
  private readonly processes: ServerProcess[] = [];

  private constructor(
    private readonly service: CompiledService,
    private readonly secrets: string,
    private readonly env: Record<string, string>,
    readonly mongoUri: string,
  ) {}

  static async prepare(service: CompiledService): Promise<Installation> {
    const { mongoUri, temporalAddress } = await testServers();
    const secrets = mkdtempSync(join(tmpdir(), 'e-optics-secrets-'));
    writeFileSync(join(secrets, 'mongodb_uri'), `${mongoUri}\n`);
    writeFileSync(join(secrets, 'session_secret_key'), `${randomBytes(32).toString('base64')}\n`);
    const env = {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      PUBLIC_URL: 'https://soporte.example.com',
      TRUST_PROXY: '1',
      TEMPORAL_ADDRESS: temporalAddress,
      // Nobody has made it yet.
      TEMPORAL_NAMESPACE: `installation-${randomBytes(4).toString('hex')}`,
      MONGODB_URI_FILE: join(secrets, 'mongodb_uri'),
      SESSION_SECRET_KEY_FILE: join(secrets, 'session_secret_key'),
    };
    return new Installation(service, secrets, env, mongoUri);
  }

  /** Keeps a secret in a file and tells where. */
  secret(name: string, value: string): string {
    const file = join(this.secrets, name);
    writeFileSync(file, `${value}\n`);
    return file;
  }

  /** Runs a step to its end. */
  async run(entry: EntryPoint, env: Record<string, string> = {}): Promise<Ended> {
    const step = this.start(entry, { env });
    const how = await step.ended;
    return { how, output: step.lastOutput() };
  }

  startWorker(): ServerProcess {
    return this.start('src/worker.js');
  }

  /** Resolves with where it listens. */
  async startApi(): Promise<{ url: string; process: ServerProcess }> {
    let url: string | undefined;
    const onLine = (line: string): void => void (url ??= /"url":"([^"]+)"/.exec(line)?.[1]);
    const api = this.start('src/api/server.js', { onLine });
    const listening = await waitUntil('the API to listen', 30_000, () => {
      if (api.hasEnded()) throw new Error(`The API ended at once\n${api.lastOutput()}`);
      return url;
    });
    return { url: listening, process: api };
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.kill()));
    rmSync(this.secrets, { recursive: true, force: true });
  }

  private start(
    entry: EntryPoint,
    options: { env?: Record<string, string>; onLine?: (line: string) => void } = {},
  ): ServerProcess {
    const { env, onLine } = options;
    const started = startServerProcess(process.execPath, ['--enable-source-maps', this.service.path(entry)], {
      env: { ...this.env, ...env },
      cwd: this.secrets,
      ...(onLine && { onLine }),
    });
    this.processes.push(started);
    return started;
  }
}
