import { startApi, type Reply, type RunningApi } from './running-api';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

let count = 5000;
async function newOrganization(name = 'Óptica Nueva'): Promise<{ id: string; customerNumber: string }> {
  count += 1;
  const body = { name, customerNumber: String(count) };
  const reply = await api.request('POST', '/organizations', { as: 'supervisor', body });
  expect(reply.status).toBe(201);
  return { id: reply.body.id, customerNumber: body.customerNumber };
}

const CONTRACT = { product: 'e-optics-online', startsOn: '2020-01-01', endsOn: '2090-12-31', plan: 'anual' };

test('a supervisor adds a customer with a contract, an agent reads it', async () => {
  const { id } = await newOrganization();
  const put = await api.request('PUT', `/organizations/${id}/contracts/C-1`, {
    as: 'supervisor',
    body: CONTRACT,
  });
  expect(put.status).toBe(200);
  const { body } = await api.request('GET', `/organizations/${id}`, { as: 'agent' });
  expect(body).toMatchObject({ id, name: 'Óptica Nueva' });
  expect(body.contracts).toEqual([{ number: 'C-1', ...CONTRACT, suspended: false, standing: 'in_force' }]);
});

test('putting a contract again replaces it, others stay', async () => {
  const { id } = await newOrganization();
  const put = (number: string, body: object): ReturnType<RunningApi['request']> =>
    api.request('PUT', `/organizations/${id}/contracts/${number}`, { as: 'supervisor', body });
  await put('C-1', CONTRACT);
  await put('C-2', { ...CONTRACT, startsOn: '2019-01-01', endsOn: '2019-12-31' });
  const { body } = await put('C-1', { ...CONTRACT, suspended: true });
  expect(body.contracts.map(({ number, standing }) => [number, standing])).toEqual([
    ['C-2', 'ended'],
    ['C-1', 'suspended'],
  ]);
});

test("people of a customer learn whether its contract lets them register today, and support's have none", async () => {
  const support = async (as: 'client' | 'agent'): Promise<unknown> =>
    (await api.request('GET', '/me/support', { as })).body;
  const put = (terms: object): ReturnType<RunningApi['request']> =>
    api.request('PUT', '/organizations/optica-demo/contracts/C-1001', { as: 'supervisor', body: terms });
  const { product: id, startsOn, endsOn } = CONTRACT;
  await put(CONTRACT);
  expect(await support('client')).toEqual({
    readOnlyUntil: null,
    products: [{ id, standing: 'in_force', startsOn, endsOn }],
  });
  await put({ ...CONTRACT, suspended: true });
  expect(await support('client')).toMatchObject({ products: [{ standing: 'suspended' }] });
  expect(await support('agent')).toMatchObject({
    products: [{ id: 'e-optics-online', standing: 'none', startsOn: null, endsOn: null }],
  });
});

test.each([
  ['PATCH', '', { name: 'Óptica Corregida' }],
  ['PUT', '/contracts/C-1', CONTRACT],
  ['PUT', '/branches/centro', { name: 'Centro', address: 'Calle 1' }],
])('%s %s is refused when the customer has changed since it was read', async (method, path, body) => {
  const { id } = await newOrganization();
  const read = await api.request('GET', `/organizations/${id}`, { as: 'agent' });
  const headers = { 'If-Match': read.headers.get('etag') ?? '' };
  const send = (): Promise<Reply> =>
    api.request(method, `/organizations/${id}${path}`, { as: 'supervisor', body, headers });
  const replies = await Promise.all([send(), send()]);
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 412]);
  const done = replies.find(({ status }) => status === 200)!;
  expect(done.headers.get('etag')).toBe(`"${read.body.version + 1}"`);
  expect((await send()).body.code).toBe('stale_version');
  const after = await api.request('GET', `/organizations/${id}`, { as: 'agent' });
  expect(after.body).toEqual(done.body);
});

test('contracts written at once are all kept', async () => {
  const { id } = await newOrganization();
  const numbers = Array.from({ length: 8 }, (_, index) => `C-${index}`);
  const put = (number: string): ReturnType<RunningApi['request']> =>
    api.request('PUT', `/organizations/${id}/contracts/${number}`, { as: 'supervisor', body: CONTRACT });
  await Promise.all(numbers.map(put));
  const { body } = await api.request('GET', `/organizations/${id}`, { as: 'agent' });
  expect(body.contracts.map(({ number }) => number).sort()).toEqual(numbers);
});

test.each([
  [{ product: 'no-such-product' }, 422, 'unknown_product'],
  [{ product: 'third-party' }, 422, 'unknown_product'],
  [{ endsOn: '2019-12-31' }, 422, 'ends_before_start'],
  [{ startsOn: '2026-02-30' }, 400, 'invalid_request'],
  [{ plan: ' ' }, 400, 'invalid_request'],
  [{ standing: 'in_force' }, 400, 'invalid_request'],
])('a contract with %j is refused', async (change, status, code) => {
  const reply = await api.request('PUT', '/organizations/optica-demo/contracts/C-9', {
    as: 'supervisor',
    body: { ...CONTRACT, ...change },
  });
  expect([reply.status, reply.body.code]).toEqual([status, code]);
  expect(reply.body.errors[0]?.path).toBe(Object.keys(change)[0]);
  const { body } = await api.request('GET', '/organizations/optica-demo', { as: 'agent' });
  expect(body.contracts).toHaveLength(1);
});

test('a customer number belongs to one customer', async () => {
  const first = await newOrganization();
  const second = await newOrganization();
  const { customerNumber } = first;
  const again = await api.request('POST', '/organizations', {
    as: 'admin',
    body: { name: 'Otra', customerNumber },
  });
  expect([again.status, again.body.code]).toEqual([409, 'already_exists']);
  const moved = await api.request('PATCH', `/organizations/${second.id}`, {
    as: 'admin',
    body: { customerNumber },
  });
  expect([moved.status, moved.body.code]).toEqual([409, 'already_exists']);
});

test('many customers may be without a number', async () => {
  const make = (): ReturnType<RunningApi['request']> =>
    api.request('POST', '/organizations', { as: 'admin', body: { name: 'Sin número' } });
  expect([(await make()).status, (await make()).status]).toEqual([201, 201]);
});

test('correcting the name keeps the rest', async () => {
  const { id, customerNumber } = await newOrganization();
  const { status, body } = await api.request('PATCH', `/organizations/${id}`, {
    as: 'admin',
    body: { name: 'Otro' },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({ name: 'Otro', customerNumber });
});

test('the list pages by name and finds without accents', async () => {
  for (const letter of ['A', 'B', 'C', 'D', 'E']) await newOrganization(`Páginas ${letter}`);
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const after: string = cursor && `&cursor=${cursor}`;
    const { body }: Reply = await api.request('GET', `/organizations?q=PAGINAS&limit=2${after}`, {
      as: 'agent',
    });
    seen.push(...body.items.map(({ name }) => name));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual(['Páginas A', 'Páginas B', 'Páginas C', 'Páginas D', 'Páginas E']);
});

test.each(['q=.*', 'q=%5B$ne%5D'])('a search for %s is for those very characters', async (query) => {
  const { status, body } = await api.request('GET', `/organizations?${query}`, { as: 'agent' });
  expect([status, body.items]).toEqual([200, []]);
});

test.each(['cursor=bWFkZSB1cA', 'limit=0', 'limit=101', 'q=a&q=b', 'sort=name'])(
  '%s is refused',
  async (query) => {
    const { status, body } = await api.request('GET', `/organizations?${query}`, { as: 'agent' });
    expect([status, body.errors[0]?.path]).toEqual([400, query.split('=')[0]]);
  },
);

test('clients learn nothing of customers', async () => {
  const status = async (path: string, as: 'client' | 'clientAdmin'): Promise<number> =>
    (await api.request('GET', path, { as })).status;
  expect(await status('/organizations', 'clientAdmin')).toBe(403);
  expect(await status('/organizations/optica-vecina', 'clientAdmin')).toBe(404);
  expect(await status('/organizations/no-such-one', 'clientAdmin')).toBe(404);
  expect(await status('/organizations/optica-demo', 'client')).toBe(403);
});

test('an agent may read but not manage', async () => {
  const patch = await api.request('PATCH', '/organizations/optica-demo', {
    as: 'agent',
    body: { name: 'Mía' },
  });
  const put = await api.request('PUT', '/organizations/optica-demo/contracts/C-2', {
    as: 'agent',
    body: CONTRACT,
  });
  expect([patch.status, put.status]).toEqual([403, 403]);
});

test('the same key makes one customer, and answers the same', async () => {
  const headers = { 'Idempotency-Key': 'one-customer' };
  const make = (name: string): ReturnType<RunningApi['request']> =>
    api.request('POST', '/organizations', { as: 'admin', body: { name }, headers });
  const first = await make('Una sola');
  expect((await make('Una sola')).body).toEqual(first.body);
  expect((await make('Otra')).body.code).toBe('idempotency_key_reused');
});
