import { randomBytes } from 'node:crypto';
import type { Payload } from '@temporalio/common';
import pino from 'pino';
import { addSession } from '../../src/store/accounts/sessions';
import { formatSessionToken, newToken } from '../../src/api/auth/token';
import { destroyTicketKey } from '../../src/store/tickets/ticket-keys';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

const UI = 'http://127.0.0.1:8233';

let api: ApiUnderTest;
let client: Caller;
let admin: Caller;
const lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  const logger = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line) as never) });
  const config = { payloadMasterKeys: randomBytes(32).toString('base64'), temporalUiUrl: `${UI}/` };
  api = await ApiUnderTest.start({ worker: true, config, logger });
  client = await api.person('client');
  admin = await api.person('admin');
}, 120_000);

afterAll(() => api.stop());

interface Packed {
  metadata: Record<string, string>;
  data: string;
}

/** A ticket that runs, and the first argument of its execution as the engine stores it. */
async function startedTicket(): Promise<{ folio: string; payloads: Packed[] }> {
  const { body } = await client.call('registerTicket', { body: registration() });
  const folio = String(body['folio']);
  return { folio, payloads: await firstArguments(ticketWorkflowId(folio)) };
}

async function firstArguments(workflowId: string): Promise<Packed[]> {
  const handle = api.deps.temporal.workflow.getHandle(workflowId);
  for (;;) {
    const history = await handle.fetchHistory().catch(() => null);
    const started = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads;
    if (started) return started.map(packed);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function packed({ metadata, data }: Payload): Packed {
  const text = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('base64');
  const named = Object.entries(metadata ?? {}).map(([name, value]) => [name, text(value)]);
  return { metadata: Object.fromEntries(named) as Record<string, string>, data: text(data) };
}

function textOf(body: Record<string, unknown>): string {
  const [first] = body['payloads'] as Packed[];
  return Buffer.from(first!.data, 'base64').toString('utf8');
}

test('an administrator sees what the engine stores sealed, and the look is noted', async () => {
  const { folio, payloads } = await startedTicket();
  expect(textOf({ payloads })).not.toContain('Ana López');
  const { status, body } = await admin.call('decodePayloads', { body: { payloads } });
  expect([status, textOf(body)]).toEqual([200, expect.stringContaining('Ana López')]);
  const look = lines.find(({ msg }) => msg === 'payloads of the engine opened');
  expect(look).toMatchObject({ userId: admin.who.userId, folios: [folio] });
  const [entry] = (await admin.call('listAudit', { query: `?target=${folio}` })).body['items'] as unknown[];
  const actor = { id: admin.who.userId, role: 'admin' };
  expect(entry).toMatchObject({ action: 'decodePayloads', actor, details: { after: { folios: [folio] } } });
});

test('to anybody else it comes back as it is, so that the page shows what is in the clear', async () => {
  const { payloads } = await startedTicket();
  for (const role of ['client', 'client_admin', 'agent', 'supervisor'] as const) {
    const somebody = await api.person(role);
    const answer = await somebody.call('decodePayloads', { body: { payloads } });
    expect([answer.status, answer.body]).toEqual([200, { payloads }]);
  }
  const { body } = await api.anonymous().call('decodePayloads', { body: { payloads } });
  expect(body).toEqual({ payloads });
  const encoding = { body: { payloads: [] } };
  expect((await api.anonymous().call('encodePayloads', encoding)).status).toBe(401);
});

test('what is in the clear, altered or of a destroyed key comes back as it is', async () => {
  const { folio, payloads } = await startedTicket();
  const [first] = payloads;
  const altered = { ...first!, data: `AAAA${first!.data.slice(4)}` };
  const clear = {
    metadata: { encoding: Buffer.from('json/plain').toString('base64') },
    data: Buffer.from('1').toString('base64'),
  };
  expect((await admin.call('decodePayloads', { body: { payloads: [altered, clear] } })).body).toEqual({
    payloads: [altered, clear],
  });
  await destroyTicketKey(api.deps.store, folio);
  expect((await admin.call('decodePayloads', { body: { payloads } })).body).toEqual({ payloads });
});

test('what an operator sends goes to the engine as it is', async () => {
  const body = { payloads: [{ metadata: { encoding: 'anNvbi9wbGFpbg==' }, data: 'MQ==' }] };
  expect((await admin.call('encodePayloads', { body })).body).toEqual(body);
});

describe('a page of the Web UI', () => {
  const path = '/api/v1/codec/decode';
  const headers = { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' };

  async function sessionCookie(): Promise<string> {
    const token = newToken();
    const owner = { userId: admin.who.userId, userAgent: null, secondFactor: true };
    const given = { _id: token.id, tokenHash: token.hash, ...owner };
    await addSession(api.deps.store, given, new Date());
    return `e_optics_session=${formatSessionToken(token)}`;
  }

  it('may ask with the session of whoever is logged in', async () => {
    const asked = await fetch(api.url + path, { method: 'OPTIONS', headers: { origin: UI } });
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe(UI);
    expect(asked.headers.get('access-control-allow-credentials')).toBe('true');
    expect(asked.headers.get('access-control-allow-headers')).toContain('X-Namespace');
    const answer = await fetch(`${api.url}${path}?preserveStorageRefs=true`, {
      method: 'POST',
      headers: { ...headers, origin: UI, cookie: await sessionCookie() },
      body: '{"payloads":[]}',
    });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, UI]);
  });

  it('of another origin may not', async () => {
    const answer = await fetch(api.url + path, {
      method: 'POST',
      headers: { ...headers, origin: 'http://127.0.0.1:8234', cookie: await sessionCookie() },
      body: '{"payloads":[]}',
    });
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});
