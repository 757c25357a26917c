import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Client } from '@temporalio/client';
import { waitUntil } from '../toolchain/wait-until';
import { add, poke } from './bare-workflows';
import { drive, type Measured } from './load';

interface Progress {
  ran: number;
  fired: number;
  ready: boolean;
}

const LONGEST_MS = 300_000;

/** The engine with nothing on it: what every ratio is taken against. */
export class BareEngine {
  private ids: string[] = [];

  private constructor(
    private readonly client: Client,
    private readonly worker: ChildProcess,
  ) {}

  static async start(client: Client, env: NodeJS.ProcessEnv): Promise<BareEngine> {
    const worker = fork(join(__dirname, 'bare-worker.js'), {
      env,
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const engine = new BareEngine(client, worker);
    await waitUntil('the bare worker', 60_000, async () => (await engine.progress()).ready);
    return engine;
  }

  stop(): void {
    this.worker.disconnect();
  }

  /** Starts until the first task of each ran. */
  async starts(count: number): Promise<Measured> {
    const before = (await this.progress()).ran;
    const began = performance.now();
    const measured = await drive(count, () => this.start('counter', []));
    await waitUntil(
      'all bare starts to run',
      LONGEST_MS,
      async () => (await this.progress()).ran - before >= count,
    );
    const seconds = (performance.now() - began) / 1000;
    return { ...measured, seconds, perSecond: count / seconds };
  }

  /** Updates, spread over as many workflows as the product's commands are. */
  async updates(count: number, over: number): Promise<Measured> {
    const ids = await this.some(over);
    return drive(count, (index) =>
      this.client.workflow.getHandle(ids[index % over]!).executeUpdate(add, { args: [1] }),
    );
  }

  async signals(count: number, over: number): Promise<Measured> {
    const ids = await this.some(over);
    return drive(count, (index) => this.client.workflow.getHandle(ids[index % over]!).signal(poke));
  }

  /** Seconds from the instant at which all timers are due until the last has fired. */
  async timers(count: number, due: number): Promise<number> {
    const before = (await this.progress()).fired;
    await drive(count, () => this.start('timer', [due]));
    if (Date.now() >= due) throw new Error('The timers were armed too late');
    await waitUntil(
      'all bare timers',
      LONGEST_MS,
      async () => (await this.progress()).fired - before >= count,
    );
    return (Date.now() - due) / 1000;
  }

  private async some(count: number): Promise<string[]> {
    if (this.ids.length < count) await this.starts(count);
    return this.ids.slice(-count);
  }

  private async start(type: string, args: unknown[]): Promise<void> {
    const workflowId = `bare-${randomUUID()}`;
    await this.client.workflow.start(type, { workflowId, taskQueue: 'bare', args });
    if (type === 'counter') this.ids.push(workflowId);
  }

  private progress(): Promise<Progress> {
    return new Promise((resolve) => {
      this.worker.once('message', (message) => resolve(message as Progress));
      this.worker.send('progress');
    });
  }
}
