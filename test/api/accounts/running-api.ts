import { randomBytes } from 'node:crypto';
import { Client, Connection } from '@temporalio/client';
import pino from 'pino';
import { compose } from '../../../src/api/compose';
import type { Deps } from '../../../src/api/deps';
import { listen } from '../../../src/api/http/listen';
import { readConfig } from '../../../src/config';
import { openStore, type Store } from '../../../src/store/store';
import { seedDemoData } from '../../../tools/seed';
import { testServers } from '../../support/servers';

export const PASSWORD = 'una contraseña de prueba';

export const PEOPLE = {
  client: 'cliente@optica-demo.test',
  clientAdmin: 'administrador@optica-demo.test',
  neighbour: 'cliente@optica-vecina.test',
  agent: 'agente1@e-optics.test',
  otherAgent: 'agente2@e-optics.test',
  supervisor: 'supervisor@e-optics.test',
  admin: 'admin@e-optics.test',
} as const;
export type Who = keyof typeof PEOPLE;

export interface Reply {
  status: number;
  headers: Headers;
  body: Body;
  /** The body as it came. */
  bytes: Buffer;
}

/** The fields that one answer or another holds; a test knows what it asked for. */
export interface Body {
  id: string;
  name: string;
  email: string;
  phone: string | null;
  role: string;
  version: number;
  key: string;
  lastUsedAt: string | null;
  type: string;
  size: number;
  user: Record<string, unknown>;
  code: string;
  errors: { path: string; code: string }[];
  items: Item[];
  nextCursor: string | null;
  contracts: { number: string; standing: string }[];
  types: Item[];
  priorities: { label: string }[];
  products: Item[];
  exclusions: Item[];
}

export interface Item {
  id: string;
  name: string;
  email: string;
  current: boolean;
  lastUsedAt: string | null;
}

export interface RequestOptions {
  /** Logged in as; nobody when left out. */
  as?: Who;
  body?: unknown;
  headers?: Record<string, string>;
}

export interface RunningApi {
  store: Store;
  deps: Deps;
  url: string;
  request(method: string, path: string, options?: RequestOptions): Promise<Reply>;
  /** Cookie of a new log-in. */
  logIn(who: Who): Promise<string>;
  close(): Promise<void>;
}

/** The API over real servers, with the demo's people. `clock` replaces the time that its handlers see. */
export async function startApi({ clock }: { clock?: () => Date } = {}): Promise<RunningApi> {
  const { mongoUri, temporalAddress, namespace } = await testServers();
  const store = await openStore(mongoUri);
  await seedDemoData(store, { password: PASSWORD });
  const env = {
    PORT: '0',
    RATE_LIMIT_GENERAL: '0',
    RATE_LIMIT_CREDENTIALS: '0',
    LOG_LEVEL: 'silent',
    SESSION_SECRET_KEY: randomBytes(32).toString('base64'),
  };
  const temporal = new Client({ connection: Connection.lazy({ address: temporalAddress }), namespace });
  const composed = compose({ store, temporal, config: readConfig(env), logger: pino({ level: 'silent' }) });
  const deps: Deps = clock ? { ...composed, clock } : composed;
  const server = await listen(deps);
  const base = `${server.url}/api/v1`;
  const cookies = new Map<Who, string>();

  const logIn = async (who: Who): Promise<string> => {
    const reply = await send(`${base}/session`, 'POST', { body: { email: PEOPLE[who], password: PASSWORD } });
    return cookieOf(reply);
  };
  return {
    store,
    deps,
    url: base,
    logIn,
    async request(method, path, { as, body, headers = {} } = {}) {
      if (as && !cookies.has(as)) cookies.set(as, await logIn(as));
      const cookie: Record<string, string> = as ? { Cookie: cookies.get(as) ?? '' } : {};
      return send(`${base}${path}`, method, { body, headers: { ...cookie, ...headers } });
    },
    async close() {
      await server.close();
      await deps.starter.stop();
      await temporal.connection.close();
      await store.close();
    },
  };
}

export function cookieOf({ headers }: Reply): string {
  return headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

async function send(
  url: string,
  method: string,
  { body, headers = {} }: { body?: unknown; headers?: Record<string, string> },
): Promise<Reply> {
  const sent = body instanceof FormData ? body : body === undefined ? null : JSON.stringify(body);
  const type: Record<string, string> = typeof sent === 'string' ? { 'Content-Type': 'application/json' } : {};
  const response = await fetch(url, { method, headers: { ...type, ...headers }, body: sent });
  const bytes = Buffer.from(await response.arrayBuffer());
  const isJson = /json/.test(response.headers.get('content-type') ?? '');
  const content = isJson ? (JSON.parse(bytes.toString()) as Body) : ({} as Body);
  return { status: response.status, headers: response.headers, body: content, bytes };
}
