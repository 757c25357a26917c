import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { waitUntil } from '../../../tools/toolchain/wait-until';
import { startApi, type Reply, type RunningApi, type Who } from './running-api';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex');
const MIB = 1024 * 1024;

function upload(
  content: Buffer,
  name: string,
  { as = 'client', field = 'file', key }: { as?: Who; field?: string; key?: string } = {},
): Promise<Reply> {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(content)]), name);
  const headers: Record<string, string> = key === undefined ? {} : { 'Idempotency-Key': key };
  return api.request('POST', '/attachments', { as, body: form, headers });
}

/** What is stored of files: what is known of them, and their bytes. */
async function stored(): Promise<number[]> {
  const db = api.store.connection.db!;
  const counts = ['attachments', 'attachment_files.files', 'attachment_files.chunks'];
  return Promise.all(counts.map((name) => db.collection(name).countDocuments()));
}

async function newTicket(attachmentIds: string[], as: Who = 'client'): Promise<Reply> {
  const body = {
    subject: 'No imprime',
    description: 'La pantalla muestra un error al imprimir.',
    type: 'technical_problem',
    incidentAt: new Date(Date.now() - 60_000).toISOString(),
    product: 'e-optics-online',
    productVersion: '2026.11',
    contact: { name: 'Laura Méndez', email: 'laura@optica-demo.test', phone: '+52 55 5000 1001' },
    attachmentIds,
  };
  return api.request('POST', '/tickets', { as, body, headers: { 'Idempotency-Key': randomUUID() } });
}

async function statusFor(id: string, as: Who): Promise<number> {
  return (await api.request('GET', `/attachments/${id}`, { as })).status;
}

test('a file comes back as it went, as a download that nothing runs', async () => {
  const up = await upload(PNG, 'señal de error.png');
  expect([up.status, up.body]).toEqual([
    201,
    { id: up.body.id, name: 'señal de error.png', size: PNG.length, type: 'image/png' },
  ]);
  const down = await api.request('GET', `/attachments/${up.body.id}`, { as: 'client' });
  expect(down.bytes.equals(PNG)).toBe(true);
  expect(Object.fromEntries(down.headers)).toMatchObject({
    'content-type': 'image/png',
    'content-disposition': expect.stringMatching(
      /^attachment; filename=.*filename\*=UTF-8''se%C3%B1al%20de%20error\.png/,
    ) as string,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  });
});

test('a file of several chunks comes back whole', async () => {
  const big = Buffer.concat([PNG, Buffer.alloc(3 * MIB, 'óptica')]);
  const { body } = await upload(big, 'grande.png');
  const down = await api.request('GET', `/attachments/${body.id}`, { as: 'client' });
  expect(down.bytes.equals(big)).toBe(true);
  expect(body.size).toBe(big.length);
});

test.each([
  ['reporte.pdf', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['productos.csv', Buffer.from('código,nombre\n1,Armazón\n', 'latin1'), 'text/csv'],
  ['bitácora.LOG', Buffer.from('línea\r\n'), 'text/plain'],
  [
    'lista.xlsx',
    Buffer.from('504b0304140000000000', 'hex'),
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
])('%s is taken', async (name, content, type) => {
  const { status, body } = await upload(content, name);
  expect([status, body.type]).toEqual([201, type]);
});

test.each([
  ['programa.exe', Buffer.from('4d5a90000300000004000000', 'hex')],
  ['imagen.png', Buffer.from('4d5a90000300000004000000', 'hex')],
  ['dibujo.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
  ['página.html', Buffer.from('<html><script>alert(1)</script></html>')],
  ['nota.txt', Buffer.from('hola\0')],
  ['todo.zip', Buffer.from('504b0304140000000000', 'hex')],
  ['vacío.txt', Buffer.alloc(0)],
])('%s is refused, and nothing of it stays', async (name, content) => {
  const before = await stored();
  const { status, body } = await upload(content, name);
  expect([status, body.code, body.errors[0]?.path]).toEqual([415, 'file_type_not_allowed', 'file']);
  expect(await stored()).toEqual(before);
});

test('20 MiB are taken, one byte more is not', async () => {
  const most = Buffer.concat([PNG, Buffer.alloc(20 * MIB - PNG.length)]);
  expect((await upload(most, 'justo.png')).body.size).toBe(20 * MIB);
  const before = await stored();
  const over = await upload(Buffer.concat([most, Buffer.alloc(1)]), 'pasado.png');
  expect([over.status, over.body.code]).toEqual([413, 'file_too_large']);
  await waitUntil(
    'the rest is removed',
    5_000,
    async () => JSON.stringify(await stored()) === JSON.stringify(before),
  );
});

test('an upload that breaks off leaves nothing', async () => {
  const before = await stored();
  const Cookie = await api.logIn('client');
  const request = httpRequest(`${api.url}/attachments`, {
    method: 'POST',
    headers: { Cookie, 'Content-Type': 'multipart/form-data; boundary=b', 'Content-Length': String(5 * MIB) },
  });
  const broken = new Promise((resolve) => request.once('error', resolve));
  request.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n');
  request.write(Buffer.concat([PNG, Buffer.alloc(2 * MIB)]));
  const chunks = api.store.connection.db!.collection('attachment_files.chunks');
  await waitUntil('some of it is stored', 5_000, async () => (await chunks.countDocuments()) > before[2]!);
  request.destroy();
  await broken;
  await waitUntil(
    'it is removed',
    5_000,
    async () => JSON.stringify(await stored()) === JSON.stringify(before),
  );
});

test('without a file in the field, or without multipart, nothing is taken', async () => {
  const other = await upload(PNG, 'a.png', { field: 'other' });
  expect([other.status, other.body.code]).toEqual([400, 'file_missing']);
  const json = await api.request('POST', '/attachments', { as: 'client', body: { file: 'a' } });
  expect([json.status, json.body.code]).toEqual([415, 'unsupported_media_type']);
  const cut = await api.request('POST', '/attachments', {
    as: 'client',
    body: {},
    headers: { 'Content-Type': 'multipart/form-data; boundary=b' },
  });
  expect(cut.status).toBe(400);
});

test.each([
  ['a second file', 'file', new Blob([new Uint8Array(PNG)]), 'repeated'],
  ['a file in another field', 'other', new Blob([new Uint8Array(PNG)]), 'unknown_field'],
  ['another field', 'note', 'hola', 'unknown_field'],
])('%s is refused, never ignored, and nothing of the upload stays', async (_what, field, value, code) => {
  const before = await stored();
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(PNG)]), 'a.png');
  form.append(field, value);
  const { status, body } = await api.request('POST', '/attachments', { as: 'client', body: form });
  expect([status, body.code, body.errors]).toEqual([400, 'invalid_request', [{ path: field, code }]]);
  expect(await stored()).toEqual(before);
});

test.each([
  ['foto.exe', 'foto.exe.png'],
  ['foto', 'foto.png'],
  ['foto.PNG', 'foto.PNG'],
  ['foto.jpg', 'foto.jpg'],
])('a picture leaves under the name of one: %s', async (name, given) => {
  expect((await upload(PNG, name)).body.name).toBe(given);
});

test('nobody uploads unknown', async () => {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(PNG)]), 'a.png');
  expect((await api.request('POST', '/attachments', { body: form })).status).toBe(401);
});

test('a file that no ticket names is its uploader’s alone', async () => {
  const { id } = (await upload(PNG, 'a.png')).body;
  expect(await statusFor(id, 'client')).toBe(200);
  for (const who of ['clientAdmin', 'neighbour', 'agent', 'admin'] as const)
    expect(await statusFor(id, who)).toBe(404);
});

test('a file that a ticket names is readable by who may read the ticket', async () => {
  const { id } = (await upload(PNG, 'a.png')).body;
  expect((await newTicket([id])).status).toBe(201);
  for (const who of ['client', 'clientAdmin', 'agent', 'supervisor'] as const)
    expect(await statusFor(id, who)).toBe(200);
  expect(await statusFor(id, 'neighbour')).toBe(404);
});

test('nobody gets at a file by naming it in a ticket of their own', async () => {
  const { id } = (await upload(PNG, 'a.png')).body;
  const theft = await newTicket([id], 'neighbour');
  expect([theft.status, theft.body.code]).toEqual([422, 'unknown_attachment']);
  await newTicket([id]);
  expect((await newTicket([id], 'neighbour')).status).toBe(422);
  expect(await statusFor(id, 'neighbour')).toBe(404);
});

test('the same file under the same key is the same file, and another one is refused', async () => {
  const key = randomUUID();
  const other = Buffer.concat([PNG, Buffer.from('más')]);
  const first = await upload(PNG, 'señal.png', { key });
  const before = await stored();
  expect(await upload(PNG, 'señal.png', { key })).toMatchObject({ status: 201, body: first.body });
  for (const [content, name] of [
    [other, 'señal.png'],
    [PNG, 'otra.png'],
  ] as const) {
    const reused = { status: 422, body: { code: 'idempotency_key_reused' } };
    expect(await upload(content, name, { key })).toMatchObject(reused);
  }
  expect(await stored()).toEqual(before);
  expect(await statusFor(first.body.id, 'client')).toBe(200);
  expect((await upload(other, 'señal.png', { key, as: 'neighbour' })).status).toBe(201);
});

test('of the same file twice at once one is kept, and both are told of it', async () => {
  const key = randomUUID();
  const before = await stored();
  const both = await Promise.all([0, 1].map(() => upload(PNG, 'señal.png', { key })));
  expect(both.map(({ status }) => status)).toEqual([201, 201]);
  expect(both[0]!.body.id).toBe(both[1]!.body.id);
  expect(await stored()).toEqual(before.map((count) => count + 1));
});
