import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { everythingStored } from './everything-stored';
import { registration } from './registration';

let api: ApiUnderTest;
let client: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  client = await api.person('client');
});

afterAll(() => api.stop());

const json = JSON.stringify(registration());
const bytes = (...parts: (string | number[])[]): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)));

test.each([
  ['nothing', '', 'application/json', 400, 'invalid_request'],
  ['half an object', '{"subject": ', 'application/json', 400, 'malformed_json'],
  ['a comment', '{/* */}', 'application/json', 400, 'malformed_json'],
  ['not a number', '{"a": NaN}', 'application/json', 400, 'malformed_json'],
  ['a list', '[]', 'application/json', 400, 'invalid_request'],
  ['a text', '"texto"', 'application/json', 400, 'invalid_request'],
  ['null', 'null', 'application/json', 400, 'invalid_request'],
  ['a number', '7', 'application/json', 400, 'invalid_request'],
  [
    'bytes that are no UTF-8',
    bytes('{"subject": "', [0xc3, 0x28], '"}'),
    'application/json',
    400,
    'malformed_json',
  ],
  ['half a character escaped', '{"subject": "\\ud800"}', 'application/json', 400, 'invalid_request'],
  ['NUL in a name', '{"a\\u0000": 1}', 'application/json', 400, 'invalid_request'],
  ['a thousand levels', `${'['.repeat(1000)}${']'.repeat(1000)}`, 'application/json', 400, 'invalid_request'],
  [
    'half a million levels',
    '['.repeat(500_000) + ']'.repeat(500_000),
    'application/json',
    400,
    'invalid_request',
  ],
  ['a form', 'subject=No+abre', 'application/x-www-form-urlencoded', 415, 'unsupported_media_type'],
  ['JSON called text', json, 'text/plain', 415, 'unsupported_media_type'],
  ['Latin 1', json, 'application/json; charset=iso-8859-1', 415, 'unsupported_media_type'],
  ['a relative of JSON', json, 'application/ld+json', 415, 'unsupported_media_type'],
  [
    'more than a MiB',
    JSON.stringify({ subject: 'a'.repeat(1_048_577) }),
    'application/json',
    413,
    'payload_too_large',
  ],
] as const)('%s is no registration', async (_name, raw, type, status, code) => {
  const before = await everythingStored(api.deps.store);
  const reply = await client.call('registerTicket', { raw, headers: { 'content-type': type } });
  expect(reply).toMatchObject({ status, body: { code } });
  expect(await everythingStored(api.deps.store)).toEqual(before);
});

test('a compressed body is refused, since a small one can unpack to a large one', async () => {
  const headers = { 'content-encoding': 'gzip' };
  expect(await client.call('registerTicket', { raw: json, headers })).toMatchObject({ status: 415 });
});

test('UTF-8 may be said in every usual way', async () => {
  for (const charset of ['utf-8', 'UTF8', '"utf-8"']) {
    const headers = { 'content-type': `Application/JSON; charset=${charset}` };
    expect(await client.call('registerTicket', { raw: json, headers })).toMatchObject({ status: 201 });
  }
});

test('people write what they write: emoji, accents, right to left and line ends are kept', async () => {
  const description = 'Ñandú 👓 family 👨‍👩‍👧 עברית\r\n\tsegunda línea';
  const { body } = await client.call('registerTicket', { body: registration({ description }) });
  expect(body['description']).toBe(description);
});

test.each([
  ['GET', '/api/v1/nada', 404, 'not_found'],
  ['POST', '/api/v1/tickets/', 404, 'not_found'],
  ['GET', '/api/v1/Tickets', 404, 'not_found'],
  ['GET', '/api/v1/tickets/%', 400, 'invalid_request'],
  ['GET', '/api/v1/tickets/%00', 404, 'not_found'],
  ['GET', '/api/v1/tickets/..%2f..%2fhealth', 404, 'not_found'],
  ['GET', '/api/v1/tickets/[object Object]', 404, 'not_found'],
  ['GET', '/api/v1/tickets/99999999999999999999', 404, 'not_found'],
  ['GET', '/nada', 404, 'not_found'],
  ['DELETE', '/api/v1/tickets', 405, 'method_not_allowed'],
  ['PATCH', '/api/v1/tickets/1', 405, 'method_not_allowed'],
  ['GET', '/api/problems/constructor', 404, 'not_found'],
])('%s %s answers a problem', async (method, path, status, code) => {
  expect(await client.send(method, path)).toMatchObject({ status, body: { code } });
});

test('a method that an address does not have names those that it has', async () => {
  const { headers } = await client.send('DELETE', '/api/v1/tickets');
  expect(headers.get('allow')).toBe('POST, GET, HEAD');
});

test.each([
  ['limit=0', 'limit'],
  ['limit=101', 'limit'],
  ['limit=1e1', 'limit'],
  ['limit=-1', 'limit'],
  ['limit=', 'limit'],
  ['limit=5&limit=5', 'limit'],
  ['limit[$gt]=1', 'limit[$gt]'],
  ['page=2', 'page'],
  ['__proto__=1', '__proto__'],
  ['constructor=1', 'constructor'],
  ['cursor=made-up', 'cursor'],
  ['cursor=WyJ0aWNrZXRzL3VwZGF0ZWQiLDFd', 'cursor'],
  ['cursor=%7B%7D', 'cursor'],
  ['status=open', 'status'],
  ['status=closed', 'status'],
  ['priority=Alta', 'priority'],
  ['view=all', 'view'],
  ['sort=-version', 'sort'],
  ['q=', 'q'],
  ['q=%20%20', 'q'],
  ['q=a%00b', 'q'],
  ['q=%ED%A0%80', 'q'],
  [`q=${'a'.repeat(201)}`, 'q'],
  ['type[$ne]=x', 'type[$ne]'],
  ['organization=$where', 'organization'],
])('GET /tickets?%s names the parameter', async (query, path) => {
  const { status, body } = await client.call('listTickets', { query: `?${query}` });
  expect(status).toBe(400);
  expect((body['errors'] as { path: string }[]).map((error) => error.path)).toContain(path);
});

test.each([
  ['closedFrom=2026-02-30T00:00:00Z', 'closedFrom'],
  ['closedTo=ayer', 'closedTo'],
  ['reason=because', 'reason'],
  ['cursor=made-up', 'cursor'],
])('GET /archive?%s names the parameter', async (query, path) => {
  const { status, body } = await client.call('listArchive', { query: `?${query}` });
  expect({ status, errors: body['errors'] }).toMatchObject({ status: 400, errors: [{ path }] });
});

test('words that are patterns elsewhere are only words in a search', async () => {
  for (const q of ['.*', '(a+)+$', '[', '\\', '$where']) {
    const reply = await client.call('listTickets', { query: `?q=${encodeURIComponent(q)}` });
    expect(reply).toMatchObject({ status: 200, body: { items: [] } });
  }
});

test.each([
  ['If-Match', '7', 'If-Match'],
  ['If-Match', 'W/"7"', 'If-Match'],
  ['If-Match', '"siete"', 'If-Match'],
  ['Idempotency-Key', 'a'.repeat(256), 'Idempotency-Key'],
  ['Idempotency-Key', 'con espacio', 'Idempotency-Key'],
])('%s: %s is refused', async (name, value, path) => {
  const { body } = await client.call('registerTicket', { body: registration() });
  const params = { folio: String(body['folio']) };
  const reply = await client.call('postMessage', {
    params,
    body: { body: 'Hola' },
    headers: { [name]: value },
  });
  expect(reply).toMatchObject({ status: 400, body: { errors: [{ path }] } });
});
