import { randomUUID } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import pino, { type Logger } from 'pino';
import { createTicketActivities } from '../../src/activities/activities';
import { compose } from '../../src/api/compose';
import type { Deps } from '../../src/api/deps';
import { formatApiKey, newToken } from '../../src/api/auth/token';
import { listen } from '../../src/api/http/listen';
import { readConfig, type Config } from '../../src/config';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import type { Permission } from '../../src/domain/access/permissions';
import type { Role } from '../../src/domain/access/role';
import { isStaff } from '../../src/domain/access/role';
import { openTicketKeys } from '../../src/engine/open-ticket-keys';
import { createTicketCodec } from '../../src/integrations/encryption/ticket-codec';
import { addApiKey } from '../../src/store/accounts/api-keys';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addOrganization } from '../../src/store/accounts/organizations';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { putProduct } from '../../src/store/accounts/products';
import { addUser } from '../../src/store/accounts/users';
import { createAgent } from '../../src/store/desk/agents';
import { appendEvents } from '../../src/store/tickets/events';
import { FolioCounter } from '../../src/store/tickets/folio-counter';
import { findIntake } from '../../src/store/tickets/intakes';
import { openStore } from '../../src/store/store';
import { writeSnapshot } from '../../src/store/tickets/tickets';
import { register, registeredEvent } from '../../src/domain/ticket/register';
import { TASK_QUEUE } from '../../src/workflows/messages';
import { AgentTeller } from '../support/agent-teller';
import { testServers } from '../support/servers';
import { workflowBundle } from '../support/workflow-bundle';
import { Caller } from './caller';

export const PRODUCT = 'e-optics-online';
export const VERSION = '2026.11';

interface ApiOptions {
  worker?: boolean;
  workerMongo?: (uri: string) => Promise<string>;
  temporalAddress?: string;
  config?: Partial<Config>;
  logger?: Logger;
}

/** The API on real servers with a database and a namespace of its own. */
export class ApiUnderTest {
  private constructor(
    readonly url: string,
    readonly deps: Deps,
    private readonly parts: { stop(): Promise<void> }[],
  ) {}

  /**
   * @param options.worker whether a worker runs the tickets; `workerMongo` gives it a way of its own to the database, and
   *   `temporalAddress` stands in for an engine that is away
   */
  static async start(options: ApiOptions = {}): Promise<ApiUnderTest> {
    const servers = await testServers();
    const config: Config = {
      ...readConfig({
        HOST: '127.0.0.1',
        RATE_LIMIT_GENERAL: '0',
        RATE_LIMIT_CREDENTIALS: '0',
        SESSION_SECRET_KEY: Buffer.alloc(32, 'test').toString('base64'),
      }),
      port: 0,
      mongodbUri: servers.mongoUri,
      ...options.config,
    };
    const logger = options.logger ?? pino({ level: 'silent' });
    const store = await openStore(config.mongodbUri);
    const workerStore = options.workerMongo
      ? await openStore(await options.workerMongo(config.mongodbUri))
      : store;
    const address = options.temporalAddress ?? servers.temporalAddress;
    // To an engine that is away no call is repeated: a repetition that comes after the connection was closed throws.
    const interceptors = options.temporalAddress === undefined ? {} : { interceptors: [] };
    const connection = Connection.lazy({ address, ...interceptors });
    const ticketKeys = openTicketKeys(store, config.payloadMasterKeys);
    const dataConverter = { payloadCodecs: ticketKeys ? [createTicketCodec(ticketKeys)] : [] };
    const temporal = new Client({ connection, namespace: servers.namespace, dataConverter });
    const deps = compose({ store, temporal, config, logger, ticketKeys });
    const server = await listen(deps);
    const parts = [
      { stop: () => server.close() },
      { stop: () => deps.starter.stop() },
      { stop: () => deps.replyTeller.stop() },
      ...(options.worker
        ? [await startWorker({ ...deps, store: workerStore }, address, servers.namespace)]
        : []),
      { stop: () => connection.close() },
      { stop: () => store.close() },
      { stop: () => workerStore.close() },
    ];
    const api = new ApiUnderTest(server.url, deps, parts);
    await api.seedRules();
    return api;
  }

  async stop(): Promise<void> {
    for (const part of this.parts) await part.stop();
  }

  /** Nobody in particular. */
  anonymous(): Caller {
    return new Caller(this.url, null, { userId: '', organizationId: null, role: 'client' });
  }

  /** A new customer with a contract in force for the product. */
  async organization(): Promise<string> {
    const now = this.deps.clock();
    const day = (years: number): string => `${now.getUTCFullYear() + years}-06-15`;
    const contract = {
      number: 'C-1',
      product: PRODUCT,
      startsOn: day(-1),
      endsOn: day(1),
      plan: 'basic',
      suspended: false,
    };
    const organization = await addOrganization(
      this.deps.store,
      { name: 'Óptica de prueba', customerNumber: null, contracts: [contract] },
      now,
    );
    return organization!._id;
  }

  /** A new person of a role, logged in with an API key. Staff take tickets of every type. */
  async person(
    role: Role,
    organizationId: string | null = null,
    scopes: Permission[] | null = null,
  ): Promise<Caller> {
    const { store, clock } = this.deps;
    const home = isStaff(role) ? null : (organizationId ?? (await this.organization()));
    const email = `${randomUUID()}@example.test`;
    const given = {
      email,
      name: `Persona ${role}`,
      phone: null,
      role,
      organizationId: home,
      passwordHash: 'none',
    };
    const user = await addUser(store, given, clock());
    const token = newToken();
    const key = {
      _id: token.id,
      secretHash: token.hash,
      userId: user!._id,
      name: 'test',
      scopes,
      expiresAt: null,
    };
    await addApiKey(store, key, clock());
    if (role === 'agent') await this.seedAgent(user!._id, email);
    return new Caller(this.url, formatApiKey(token), { userId: user!._id, organizationId: home, role });
  }

  /** What a worker does first with an accepted ticket: its snapshot and its first event are on record. */
  async project(folio: string): Promise<void> {
    const { input } = (await findIntake(this.deps.store, folio))!;
    const event = registeredEvent(
      folio,
      input.registeredAt,
      input.actor,
      input.commandId,
      input.registration,
    );
    await appendEvents(this.deps.store, [event], input.registration.organizationId);
    await writeSnapshot(this.deps.store, register(event));
  }

  private async seedRules(): Promise<void> {
    const { store, clock } = this.deps;
    const by = { now: clock(), by: null };
    await addCalendarVersion(store, DEFAULT_CALENDAR.id, DEFAULT_CALENDAR, by);
    await addPolicyVersion(store, DEFAULT_SUPPORT_POLICY, by);
    await putProduct(store, {
      id: PRODUCT,
      name: 'e-Optics online',
      currentVersion: VERSION,
      providedByUs: true,
    });
  }

  /** Not available for automatic assignment, so that tests assign by hand and nothing moves by itself. */
  private async seedAgent(id: string, email: string): Promise<void> {
    await createAgent(this.deps.store, {
      _id: id,
      email,
      name: 'Agente',
      skills: DEFAULT_SUPPORT_POLICY.types.map((type) => type.id),
      capacity: 20,
      available: false,
      workingCalendar: null,
    });
  }
}

let quiet = false;

/** The engine's own lines would drown those of the tests. */
function quieten(): void {
  if (!quiet) Runtime.install({ logger: new DefaultLogger('WARN') });
  quiet = true;
}

async function startWorker(
  deps: Deps,
  address: string,
  namespace: string,
): Promise<{ stop(): Promise<void> }> {
  quieten();
  const connection = await NativeConnection.connect({ address });
  const teller = new AgentTeller(deps.temporal);
  const worker = await Worker.create({
    connection,
    namespace,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    dataConverter: { payloadCodecs: deps.ticketKeys ? [createTicketCodec(deps.ticketKeys)] : [] },
    activities: createTicketActivities({
      store: deps.store,
      ticketKeys: deps.ticketKeys,
      folios: new FolioCounter(deps.store),
      logger: deps.logger,
      tellTicket: teller.tellTicket,
      wakeRelay: () => undefined,
    }),
  });
  const ended = worker.run();
  return {
    stop: async () => {
      worker.shutdown();
      await ended;
      await teller.settled();
      await connection.close();
    },
  };
}
