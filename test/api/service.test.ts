import { connect } from 'node:net';
import { Writable } from 'node:stream';
import pino from 'pino';
import { ApiUnderTest } from './api-under-test';
import { registration } from './registration';

describe('the service', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await ApiUnderTest.start();
  });
  afterAll(() => api.stop());

  test('is alive', async () => {
    expect(await api.anonymous().call('isAlive')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  test('is ready; without a worker it says so', async () => {
    expect(await api.anonymous().call('isReady')).toMatchObject({
      status: 200,
      body: { status: 'degraded', mongodb: 'ok', engine: 'ok', workers: 'none' },
    });
  });

  test('shows its contract, and a page to read it with that needs no inline script', async () => {
    const { body } = await api.anonymous().call('readOpenApi');
    expect(body['openapi']).toBe('3.1.0');
    const page = await fetch(`${api.url}/api/docs`);
    const html = await page.text();
    const files = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file!);
    expect(files).toHaveLength(4);
    for (const file of files) expect((await fetch(api.url + file)).status).toBe(200);
    expect(html).not.toMatch(/<script>|<style|onload=/);
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  test('gives its contract compressed to who takes that, and nothing that is somebody’s', async () => {
    const headers = { 'Accept-Encoding': 'gzip, deflate, br' };
    const contract = await fetch(`${api.url}/api/v1/openapi.json`, { headers });
    expect([contract.headers.get('content-encoding'), contract.headers.get('vary')]).toEqual([
      'br',
      'Accept-Encoding',
    ]);
    const plain = await fetch(`${api.url}/api/v1/openapi.json`, {
      headers: { 'Accept-Encoding': 'identity' },
    });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await contract.json()).toEqual(await plain.json());
    const client = await api.person('client');
    await client.call('registerTicket', { body: registration({ description: 'largo '.repeat(1_000) }) });
    for (const id of ['listTickets', 'getMe', 'getCatalog'] as const) {
      const answer = await client.call(id, { headers });
      expect([id, answer.status, answer.headers.get('content-encoding')]).toEqual([id, 200, null]);
    }
  });

  test('explains where the type of a problem points to', async () => {
    const { body } = await api.anonymous().call('listTickets');
    const explained = await fetch(api.url + String(body['type']));
    expect(await explained.json()).toMatchObject({ code: 'unauthenticated', status: 401 });
  });

  test('tells browsers to keep nothing and to guess nothing', async () => {
    const { headers } = await (await api.person('client')).call('listTickets');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('access-control-allow-origin')).toBeNull();
  });

  test('gives every request an id, and keeps one that comes with it', async () => {
    const given = await api.anonymous().call('listTickets', { headers: { 'X-Request-Id': 'proxy-0001' } });
    expect(given.body['instance']).toBe('proxy-0001');
    const strange = await api.anonymous().call('listTickets', { headers: { 'X-Request-Id': '<script>' } });
    expect(strange.body['instance']).toMatch(/^[\w-]{36}$/);
  });

  test('HEAD is GET without its body', async () => {
    const response = await fetch(`${api.url}/api/v1/health/live`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

test('more requests than the limit allows are told when to come back', async () => {
  const api = await ApiUnderTest.start({ config: { rateLimit: { general: 5, credentials: 2 } } });
  const client = await api.person('client');
  const replies = await Promise.all(Array.from({ length: 8 }, () => client.call('listTickets')));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(5);
  const refused = replies.find(({ status }) => status === 429)!;
  expect(refused.body['code']).toBe('rate_limited');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  const logIns = [1, 2, 3].map(() =>
    api.anonymous().call('logIn', { body: { email: 'nobody@example.test', password: 'wrong password' } }),
  );
  expect((await Promise.all(logIns)).filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await api.anonymous().call('isAlive')).status).toBe(200);
  await api.stop();
});

test('the log holds nothing that a person wrote and nothing that opens a door', async () => {
  const lines: string[] = [];
  const sink = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  const api = await ApiUnderTest.start({ logger: pino({ level: 'trace' }, sink) });
  const client = await api.person('client');
  const { body } = await client.call('registerTicket', { body: registration() });
  await client.call('listTickets', { query: '?q=palabrasecreta' });
  await client.call('readTicket', { params: { folio: String(body['folio']) } });
  await api.anonymous().call('logIn', { body: { email: 'ana@example.test', password: 'palabrasecreta' } });
  await api.anonymous().call('listTickets', { headers: { authorization: 'Bearer palabrasecreta' } });
  await api.stop();
  const log = lines.join('');
  expect(lines.length).toBeGreaterThanOrEqual(5);
  expect(log).toContain('"route":"registerTicket"');
  expect(log).toContain(`"folio":"${String(body['folio'])}"`);
  expect(log).not.toMatch(
    /palabrasecreta|example\.test|agenda|Ana|eok_|authorization|127\.0\.0\.1|user-agent/i,
  );
});

test('a stopping server finishes what it has begun and takes nothing new', async () => {
  const api = await ApiUnderTest.start();
  const client = await api.person('client');
  const { hostname, port } = new URL(api.url);
  const body = JSON.stringify(registration());
  const socket = connect(Number(port), hostname);
  const head = [
    'POST /api/v1/tickets HTTP/1.1',
    `Host: ${hostname}`,
    `Authorization: ${client.authorization}`,
    'Idempotency-Key: slow',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
    // The server says so once it has taken the request on.
    'Expect: 100-continue',
    '\r\n',
  ];
  socket.write(head.join('\r\n'));
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
  const answered = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise((resolve) => socket.once('data', resolve));
  const stopped = api.stop();
  await expect(fetch(`${api.url}/api/v1/health/live`)).rejects.toThrow();
  socket.write(body);
  await answered;
  expect(text).toMatch(/^HTTP\/1\.1 201 /m);
  await stopped;
});

test('an unexpected error tells the caller nothing but its id', async () => {
  const api = await ApiUnderTest.start();
  const client = await api.person('client');
  // A document that no code of ours wrote.
  await api.deps.store.tickets.collection.insertOne({ _id: '777' as never, closed: false, version: 1 });
  const reply = await client.call('readTicket', { params: { folio: '777' } });
  expect(reply).toMatchObject({ status: 500, body: { code: 'internal_error' } });
  expect(JSON.stringify(reply.body)).not.toMatch(/undefined|TypeError|\.ts/);
  await api.stop();
});
