import { ApiUnderTest, PRODUCT } from '../api-under-test';
import { registration } from '../registration';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
}, 60_000);
afterAll(() => api.stop());

interface Item {
  id: string;
  organization: { id: string; name: string };
  product: string;
  code: string;
  evidence: { reason: string };
}

test('what was not registered for lack of cover is listed for those who renew contracts, with its reason', async () => {
  const client = await api.person('client');
  const organizationId = client.who.organizationId!;
  await client.call('registerTicket', {
    body: registration({ product: 'otro', subject: 'Palabra secreta' }),
  });
  await client.call('registerTicket', { body: registration({ productVersion: '2019.01' }) });
  await api.deps.store.organizations.updateOne({ _id: organizationId }, { $set: { contracts: [] } });
  await client.call('registerTicket', { body: registration() });
  // A form that is wrong is no lack of cover.
  await client.call('registerTicket', { body: registration({ type: 'no_such_type' }) });

  const supervisor = await api.person('supervisor');
  const seen: Item[] = [];
  let query = `?organization=${organizationId}&limit=2`;
  for (;;) {
    const { status, body } = await supervisor.call('listRefusals', { query });
    expect(status).toBe(200);
    seen.push(...(body['items'] as Item[]));
    if (body['nextCursor'] === null) break;
    query = `?organization=${organizationId}&limit=2&cursor=${body['nextCursor'] as string}`;
  }
  expect(seen.map(({ product, code, evidence }) => [product, code, evidence.reason])).toEqual([
    [PRODUCT, 'contract_not_in_force', 'no_contract'],
    [PRODUCT, 'version_not_supported', 'other_version'],
    ['otro', 'product_not_covered', 'unknown_product'],
  ]);
  expect(new Set(seen.map(({ organization }) => organization.id))).toEqual(new Set([organizationId]));
  const kept = JSON.stringify(await api.deps.store.refusals.find().lean());
  expect(kept).not.toMatch(/Palabra secreta|ana@example\.test/);
});

async function listed(organizationId: string): Promise<Item[]> {
  const supervisor = await api.person('supervisor');
  const { body } = await supervisor.call('listRefusals', { query: `?organization=${organizationId}` });
  return body['items'] as Item[];
}

describe('a refusal counts once', () => {
  test('for a person, a product and a reason on one day, also when they come at once', async () => {
    const client = await api.person('client');
    const organizationId = client.who.organizationId!;
    const ask = (change: Record<string, unknown>, by = client): Promise<unknown> =>
      by.call('registerTicket', { body: registration(change) });
    await Promise.all([1, 2, 3].map((turn) => ask({ product: 'otro', subject: `Intento ${turn}` })));
    expect(await listed(organizationId)).toHaveLength(1);
    await ask({ product: 'uno-mas' });
    await ask({ productVersion: '2019.01' });
    await ask({ product: 'otro' }, await api.person('client', organizationId));
    expect(await listed(organizationId)).toHaveLength(4);
  });

  test('for a request that is repeated with its key, whenever', async () => {
    const client = await api.person('client');
    const headers = { 'Idempotency-Key': 'la-misma' };
    const body = registration({ product: 'otro' });
    expect((await client.call('registerTicket', { body, headers })).status).toBe(422);
    const [kept] = await api.deps.store.refusals.find({ personId: client.who.userId }).lean();
    // As if it had been refused on another day.
    await api.deps.store.refusals.deleteOne({ _id: kept!._id });
    await api.deps.store.refusals.create({ ...kept!, _id: 'yesterday' });
    expect((await client.call('registerTicket', { body, headers })).status).toBe(422);
    expect((await listed(client.who.organizationId!)).map(({ id }) => id)).toEqual(['yesterday']);
  });
});

test('a refusal is forgotten after thirteen months, and with its person', async () => {
  const client = await api.person('client');
  const organizationId = client.who.organizationId!;
  await client.call('registerTicket', { body: registration({ product: 'otro' }) });
  await client.call('registerTicket', { body: registration({ product: 'uno-mas' }) });
  const [first, second] = await listed(organizationId);
  const told = (await client.call('exportMe')).body['refusals'] as { product: string }[];
  expect(told.map(({ product }) => product).sort()).toEqual(['otro', 'uno-mas']);
  const at = (days: number): Date => new Date(Date.now() - days * 24 * 3_600_000);
  await api.deps.store.refusals.updateOne({ _id: first!.id }, { $set: { at: at(397) } });
  await api.deps.store.refusals.updateOne({ _id: second!.id }, { $set: { at: at(395) } });
  expect((await listed(organizationId)).map(({ id }) => id)).toEqual([second!.id]);
  const sweeps = await api.deps.store.refusals.collection.indexes();
  expect(sweeps.find(({ key }) => Object.keys(key).join() === 'at')).toMatchObject({
    expireAfterSeconds: 396 * 24 * 3_600,
  });

  const admin = await api.person('admin');
  expect((await admin.call('erasePerson', { params: { id: client.who.userId } })).status).toBe(200);
  expect(await api.deps.store.refusals.countDocuments({ organizationId })).toBe(0);
});

test('neither clients nor agents read the list', async () => {
  for (const role of ['client', 'client_admin', 'agent'] as const) {
    expect((await (await api.person(role)).call('listRefusals')).status).toBe(403);
  }
});
