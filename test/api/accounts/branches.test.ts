import { ApiUnderTest } from '../api-under-test';
import type { Caller, Reply } from '../caller';
import { registration } from '../registration';

let api: ApiUnderTest;
let client: Caller;
let supervisor: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
  client = await api.person('client');
  supervisor = await api.person('supervisor');
}, 60_000);
afterAll(() => api.stop());

function put(branchId: string, body: object, of: Caller = client): Promise<Reply> {
  return supervisor.call('putBranch', { params: { id: of.who.organizationId!, branchId }, body });
}

const CENTRO = { name: 'Centro', address: 'Av. Juárez 1, Ciudad de México', phone: '+52 55 1234 5678' };

test('branches are added, replaced and removed, and the own people list them by name', async () => {
  await put('norte', { name: 'Norte', address: 'Calle 2' });
  await put('centro', { ...CENTRO, name: 'Centro viejo' });
  const { body } = await put('centro', CENTRO);
  const branches = [
    { id: 'centro', ...CENTRO },
    { id: 'norte', name: 'Norte', address: 'Calle 2', phone: null },
  ];
  expect(body['branches']).toEqual(branches);
  expect((await client.call('listBranches')).body['items']).toEqual(branches);
  expect((await (await api.person('client')).call('listBranches')).body['items']).toEqual([]);
  const params = { id: client.who.organizationId!, branchId: 'norte' };
  expect((await supervisor.call('removeBranch', { params })).body['branches']).toEqual([branches[0]]);
  expect((await supervisor.call('removeBranch', { params })).status).toBe(404);
});

test('a ticket names a branch of its customer, and keeps its id when the branch is gone', async () => {
  await put('sur', { name: 'Sur', address: 'Calle 3' });
  const made = await client.call('registerTicket', { body: registration({ branchId: 'sur' }) });
  expect([made.status, made.body['branch']]).toEqual([201, { id: 'sur', name: 'Sur' }]);
  const params = { folio: String(made.body['folio']) };
  expect((await client.call('readTicket', { params })).body['branch']).toEqual({ id: 'sur', name: 'Sur' });
  await supervisor.call('removeBranch', { params: { id: client.who.organizationId!, branchId: 'sur' } });
  expect((await client.call('readTicket', { params })).body['branch']).toEqual({ id: 'sur', name: null });
  const without = await client.call('registerTicket', { body: registration() });
  expect([without.status, without.body['branch']]).toEqual([201, null]);
});

test('a branch of another customer is none', async () => {
  const other = await api.person('client');
  await put('ajena', CENTRO, other);
  const { status, body } = await client.call('registerTicket', { body: registration({ branchId: 'ajena' }) });
  expect([status, body['code'], body['errors']]).toEqual([
    422,
    'unknown_branch',
    [{ path: 'branchId', code: 'unknown_branch' }],
  ]);
});
