import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let admin: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.person('admin');
}, 60_000);

afterAll(() => api.stop());

const put = (by: Caller, id: string, body: object): Promise<Reply> =>
  by.call('putProduct', { params: { id }, body });

test('a new current version holds from the next registration on', async () => {
  const client = await api.person('client');
  const { product: given, productVersion } = registration();
  const product = String(given);
  const before = await client.call('registerTicket', { body: registration() });
  expect(before.status).toBe(201);
  const released = { name: 'e-Optics online', currentVersion: '99.1', providedByUs: true };
  expect(await put(admin, product, released)).toMatchObject({
    status: 200,
    body: { id: product, ...released },
  });
  expect(await client.call('registerTicket', { body: registration() })).toMatchObject({
    status: 422,
    body: { code: 'version_not_supported' },
  });
  const updated = registration({ productVersion: '99.1' });
  expect((await client.call('registerTicket', { body: updated })).status).toBe(201);
  const params = { folio: String(before.body['folio']) };
  expect((await client.call('readTicket', { params })).body).toMatchObject({ productVersion });
  const { body } = await (await api.person('agent')).call('listProducts', {});
  expect(body['items']).toContainEqual({ id: product, ...released, version: 2 });
});

test('a change of a product is audited', async () => {
  const first = { name: 'Zoom', currentVersion: '6', providedByUs: false };
  await put(admin, 'zoom', first);
  await put(admin, 'zoom', { ...first, currentVersion: '7' });
  const { body } = await admin.call('listAudit', { query: '?target=zoom' });
  expect(body['items']).toMatchObject([
    {
      action: 'putProduct',
      target: { kind: 'product', id: 'zoom' },
      details: { before: { currentVersion: '6' }, after: { currentVersion: '7' } },
    },
    { details: { before: null, after: { currentVersion: '6' } } },
  ]);
});

test('products are read by staff and changed by an admin', async () => {
  const given = { name: 'Otro', currentVersion: '1', providedByUs: true };
  for (const role of ['client', 'agent', 'supervisor'] as const) {
    const status = (await put(await api.person(role), 'otro', given)).status;
    expect([403, 404]).toContain(status);
  }
  expect((await (await api.person('client')).call('listProducts', {})).status).toBe(403);
});
