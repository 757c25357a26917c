import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { formatApiKey, newToken } from '../../src/api/auth/token';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { isStaff, type Role } from '../../src/domain/access/role';
import { addApiKey } from '../../src/store/accounts/api-keys';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addOrganization } from '../../src/store/accounts/organizations';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { putProduct } from '../../src/store/accounts/products';
import { addUser } from '../../src/store/accounts/users';
import { createAgent } from '../../src/store/desk/agents';
import { openStore, type Store } from '../../src/store/store';
import { freePort } from '../../tools/toolchain/free-port';
import type { RunningMongo } from '../../tools/toolchain/running-mongo';
import { startServerProcess, type ServerProcess } from '../../tools/toolchain/server-process';
import { startMongo } from '../../tools/toolchain/start-mongo';
import { startTemporal, type RunningTemporal } from '../../tools/toolchain/start-temporal';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { FaultGate } from './fault-gate';
import { FaultPerson } from './fault-person';
import { ALWAYS_OPEN } from './registration';
import { serviceBuild } from './service-build';

export const PRODUCT = 'e-optics-online';
export const VERSION = '2026.11';

const SILENT = (): void => undefined;

interface Line {
  from: 'api' | 'worker';
  text: string;
}

/**
 * The whole service as processes of its own, on servers of its own with their data in files. Each of them can be
 * killed as a crash would, and started again where it was.
 */
export class FaultService {
  /** What the API and the worker have printed, of all their lives. */
  readonly lines: Line[] = [];
  readonly client: Client;
  private worker: ServerProcess | null = null;
  private api: ServerProcess | null = null;
  private wantsWorker = false;
  private organizationId = '';

  private constructor(
    private readonly folder: string,
    /** Holds the compiled programs. */
    private readonly build: string,
    private temporal: RunningTemporal,
    private mongo: RunningMongo,
    readonly store: Store,
    private readonly connection: Connection,
    /** Between each process and its MongoDB. */
    readonly gates: Record<Line['from'], FaultGate>,
    private readonly apiPort: number,
    private readonly settings: Readonly<Record<string, string>>,
  ) {
    this.client = new Client({ connection });
  }

  /**
   * Everything started, with a policy whose wait takes `waitSeconds`; about half a minute.
   * @param options.settings of the API and the worker, besides the usual ones
   */
  static async start(
    options: { waitSeconds?: number; settings?: Record<string, string> } = {},
  ): Promise<FaultService> {
    const folder = mkdtempSync(join(tmpdir(), 'e-optics-faults-'));
    const [build, temporal, mongo] = await Promise.all([
      serviceBuild(),
      startTemporal({ dataDir: folder, headless: true, say: SILENT }),
      startMongo({ dataDir: folder, say: SILENT }),
    ]);
    const store = await openStore(mongo.uri);
    // No repetitions by itself: one that comes after the connection was closed throws where nobody takes it.
    const connection = Connection.lazy({ address: temporal.address, interceptors: [] });
    const gates = { api: await FaultGate.open(mongo.port), worker: await FaultGate.open(mongo.port) };
    const port = await freePort();
    const settings = options.settings ?? {};
    const service = new FaultService(
      folder,
      build,
      temporal,
      mongo,
      store,
      connection,
      gates,
      port,
      settings,
    );
    try {
      await service.seed(options.waitSeconds);
      service.startWorker();
      await service.startApi();
      await service.workerPolls();
      return service;
    } catch (error) {
      await service.close();
      throw error;
    }
  }

  get url(): string {
    return `http://127.0.0.1:${this.apiPort}`;
  }

  /** From here on whoever registers gets a wait of this length, around the clock, without reminders. */
  async setWait(seconds: number): Promise<void> {
    const policy = {
      ...DEFAULT_SUPPORT_POLICY,
      calendarId: ALWAYS_OPEN.id,
      waitingClientHours: seconds / 3_600,
      reminderHours: [],
    };
    await addPolicyVersion(this.store, policy, { now: new Date(), by: null });
  }

  /** Somebody with an API key; every agent takes tickets only when they are given some by hand. */
  async person(role: Role): Promise<FaultPerson> {
    const email = `${randomUUID()}@example.test`;
    const organizationId = isStaff(role) ? null : this.organizationId;
    const given = { email, name: role, phone: null, role, organizationId, passwordHash: 'none' };
    const user = await addUser(this.store, given, new Date());
    const token = newToken();
    const key = { _id: token.id, secretHash: token.hash, userId: user!._id, name: 'faults' };
    await addApiKey(this.store, { ...key, scopes: null, expiresAt: null }, new Date());
    if (role === 'agent') {
      const skills = DEFAULT_SUPPORT_POLICY.types.map((type) => type.id);
      const duty = { skills, capacity: 1_000, available: false, workingCalendar: null };
      await createAgent(this.store, { _id: user!._id, email, name: role, ...duty });
    }
    return new FaultPerson(this.url, formatApiKey(token), user!._id);
  }

  /** Starts the worker, and again whenever it ends by itself, as whoever supervises it in production does. */
  startWorker(): void {
    this.wantsWorker = true;
    const worker = this.run('worker', 'src/worker.js');
    this.worker = worker;
    void worker.ended.then(async () => {
      if (!this.wantsWorker || this.worker !== worker) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
      if (this.wantsWorker && this.worker === worker) this.startWorker();
    });
  }

  async killWorker(): Promise<void> {
    this.wantsWorker = false;
    await this.worker?.kill();
    this.worker = null;
  }

  /** Asks the worker to stop, as an orchestrator does. @returns how it ended */
  async stopWorker(): Promise<string | undefined> {
    this.wantsWorker = false;
    const { worker } = this;
    this.worker = null;
    await worker?.stop();
    return worker?.ended;
  }

  async startApi(): Promise<void> {
    const api = this.run('api', 'src/api/server.js');
    this.api = api;
    await waitUntil('the API to answer', 60_000, async () => {
      if (api.hasEnded()) throw new Error(`The API ended at once\n${api.lastOutput()}`);
      return fetch(`${this.url}/api/v1/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
    });
  }

  async killApi(): Promise<void> {
    await this.api?.kill();
    this.api = null;
  }

  killEngine(): Promise<void> {
    return this.temporal.kill();
  }

  async startEngine(): Promise<void> {
    const { port } = this.temporal;
    this.temporal = await startTemporal({ dataDir: this.folder, port, headless: true, say: SILENT });
  }

  killMongo(): Promise<void> {
    return this.mongo.kill();
  }

  async startMongo(): Promise<void> {
    this.mongo = await startMongo({ dataDir: this.folder, port: this.mongo.port, say: SILENT });
  }

  /** Runs one of the tools to its end. */
  async tool(path: string): Promise<{ how: string; output: string }> {
    const tool = startServerProcess(process.execPath, [join(this.build, path)], {
      env: this.env(this.mongo.uri),
    });
    return { how: await tool.ended, output: tool.lastOutput() };
  }

  async workerPolls(): Promise<void> {
    await waitUntil('a worker to poll', 60_000, async () => {
      const answer = await fetch(`${this.url}/api/v1/health/ready`).catch(() => null);
      return answer?.ok && ((await answer.json()) as { workers?: string }).workers === 'ok';
    });
  }

  async close(): Promise<void> {
    await this.killWorker();
    await this.killApi();
    await this.store.close();
    await this.connection.close();
    await Promise.all(Object.values(this.gates).map((gate) => gate.close()));
    await Promise.all([this.temporal.kill(), this.mongo.kill()]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(from: Line['from'], program: string): ServerProcess {
    const uri = new URL(this.mongo.uri);
    uri.port = String(this.gates[from].port);
    return startServerProcess(process.execPath, ['--enable-source-maps', join(this.build, program)], {
      env: this.env(uri.href),
      onLine: (text) => void this.lines.push({ from, text }),
    });
  }

  private env(mongoUri: string): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'] ?? '',
      HOST: '127.0.0.1',
      PORT: String(this.apiPort),
      MONGODB_URI: mongoUri,
      TEMPORAL_ADDRESS: this.temporal.address,
      RATE_LIMIT_GENERAL: '0',
      RATE_LIMIT_CREDENTIALS: '0',
      LOG_LEVEL: 'warn',
      SESSION_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      ...this.settings,
    };
  }

  private async seed(waitSeconds = 48 * 3_600): Promise<void> {
    const by = { now: new Date(), by: null };
    await addCalendarVersion(this.store, ALWAYS_OPEN.id, ALWAYS_OPEN, by);
    await this.setWait(waitSeconds);
    await putProduct(this.store, {
      id: PRODUCT,
      name: 'e-Optics online',
      currentVersion: VERSION,
      providedByUs: true,
    });
    const year = new Date().getUTCFullYear();
    const term = { startsOn: `${year - 1}-01-01`, endsOn: `${year + 1}-12-31` };
    const contract = { number: 'C-1', product: PRODUCT, plan: 'basic', suspended: false, ...term };
    const customer = { name: 'Óptica de prueba', customerNumber: null, contracts: [contract] };
    this.organizationId = (await addOrganization(this.store, customer, new Date()))!._id;
  }
}
