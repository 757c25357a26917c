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

test('neither clients nor agents read the list', async () => {
  for (const role of ['client', 'client_admin', 'agent'] as const) {
    expect((await (await api.person(role)).call('listRefusals')).status).toBe(403);
  }
});
