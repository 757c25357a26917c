import { ROUTES } from '../../src/contract/registry';
import { NO_BODY, type Route } from '../../src/contract/route';
import { may, type Permission } from '../../src/domain/access/permissions';
import { ROLES } from '../../src/domain/access/role';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

const BELOW_TICKETS = (ROUTES as readonly Route[]).filter(({ path }) =>
  /^\/(tickets|archive)\/\{folio\}/.test(path),
);

let api: ApiUnderTest;
let owner: Caller;
let params: Record<string, string>;
const callers: Record<string, Caller> = {};

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
  owner = await api.person('client');
  const { organizationId } = owner.who;
  callers['colleague not on the ticket'] = await api.person('client', organizationId);
  callers['client of another customer'] = await api.person('client');
  callers['client_admin of another customer'] = await api.person('client_admin');
  callers['client'] = owner;
  callers['client_admin'] = await api.person('client_admin', organizationId);
  for (const role of ['agent', 'supervisor', 'admin'] as const) callers[role] = await api.person(role);
  const { body } = await owner.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']), clientId: owner.who.userId, commandId: '0'.repeat(32) };
});

afterAll(() => api.stop());

// A body that no route takes: whoever gets as far as their input being judged is told 400, and nothing changes.
function call(caller: Caller, route: Route): Promise<Reply> {
  return caller.call(route.id as never, {
    params,
    ...(route.body === NO_BODY ? { query: '?wrong=1' } : { body: { wrong: 1 } }),
  });
}

test('there are routes to try', () => expect(BELOW_TICKETS.length).toBeGreaterThan(20));

describe.each(BELOW_TICKETS.map((route) => [`${route.method} ${route.path}`, route] as const))(
  '%s',
  (_name, route) => {
    test('is for nobody who is not logged in', async () => {
      expect((await call(api.anonymous(), route)).status).toBe(401);
    });

    test.each([
      'colleague not on the ticket',
      'client of another customer',
      'client_admin of another customer',
    ])('does not exist for a %s', async (name) => {
      expect(await call(callers[name]!, route)).toMatchObject({ status: 404, body: { code: 'not_found' } });
    });

    test.each(ROLES)('is open to a %s exactly when the table of permissions says so', async (role) => {
      const reply = await call(callers[role]!, route);
      const open = may(role, route.permission as Permission);
      expect(reply).toMatchObject(open ? { status: 400 } : { status: 403, body: { code: 'forbidden' } });
    });
  },
);

test('lists hold what may be read, and nothing else', async () => {
  const seenBy = async (caller: Caller): Promise<boolean> => {
    // The list shows what has been projected; the same reach is asked of the store here.
    const { body } = await caller.call('listTickets', { query: '?limit=100' });
    return JSON.stringify(body).includes(`"folio":"${params['folio']}"`);
  };
  await api.project(params['folio']!);
  expect(await seenBy(owner)).toBe(true);
  expect(await seenBy(callers['client_admin']!)).toBe(true);
  expect(await seenBy(callers['agent']!)).toBe(true);
  expect(await seenBy(callers['colleague not on the ticket']!)).toBe(false);
  expect(await seenBy(callers['client of another customer']!)).toBe(false);
  expect(await seenBy(callers['client_admin of another customer']!)).toBe(false);
});

test('a ticket can follow only one that its client may see, of the same customer', async () => {
  const stranger = callers['client of another customer']!;
  const reply = await stranger.call('registerTicket', { body: registration({ follows: params['folio'] }) });
  expect(reply).toMatchObject({
    status: 422,
    body: { code: 'unknown_ticket', errors: [{ path: 'follows' }] },
  });
});

test('nobody registers in the name of another unless they are of support, and then with a reason', async () => {
  const onBehalfOf = owner.who.userId;
  const forged = await callers['client_admin']!.call('registerTicket', {
    body: registration({ onBehalfOf, onBehalfReason: 'x' }),
  });
  expect(forged).toMatchObject({ status: 403 });
  const agent = callers['agent']!;
  expect(await agent.call('registerTicket', { body: registration() })).toMatchObject({
    status: 422,
    body: { code: 'on_behalf_required', errors: [{ path: 'onBehalfOf' }] },
  });
  expect(await agent.call('registerTicket', { body: registration({ onBehalfOf }) })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'onBehalfReason' }] },
  });
  const onBehalfReason = 'Llamó porque no puede entrar al Sitio.';
  const done = await agent.call('registerTicket', { body: registration({ onBehalfOf, onBehalfReason }) });
  expect(done).toMatchObject({ status: 201, body: { requester: { id: onBehalfOf }, onBehalfReason } });
});

test('a client sees neither our clock nor our names', async () => {
  const { body } = await owner.call('readTicket', { params });
  expect(body['internal']).toBeNull();
  const { body: events } = await owner.call('listTicketEvents', { params });
  expect(JSON.stringify(events)).not.toMatch(/coverage|firstAttentionDue|policyVersion/);
  const { body: seen } = await callers['agent']!.call('readTicket', { params });
  expect(seen['internal']).toMatchObject({
    targets: { firstAttention: { alarmed: false } },
    needsRepair: false,
  });
});

test('a refused coverage names the field, and no ticket is made', async () => {
  const before = await api.deps.store.intakes.countDocuments();
  const refusals = await Promise.all(
    [
      { product: 'otra-marca' },
      { productVersion: '2019.01' },
      { incidentAt: '2199-01-01T00:00:00.000Z' },
      { type: 'no_such_type' },
      { incidentAt: undefined },
      { attachmentIds: ['nobody-knows'] },
    ].map((change) => owner.call('registerTicket', { body: registration(change) })),
  );
  expect(refusals.map(({ status, body }) => [status, body['code']])).toEqual([
    [422, 'product_not_covered'],
    [422, 'version_not_supported'],
    [422, 'incident_in_future'],
    [422, 'unknown_type'],
    [422, 'incident_required'],
    [422, 'unknown_attachment'],
  ]);
  expect(refusals.every(({ body }) => (body['errors'] as unknown[]).length === 1)).toBe(true);
  expect(await api.deps.store.intakes.countDocuments()).toBe(before);
});

test('a follow-up shows on the ticket that it follows, without changing it', async () => {
  const follows = params['folio']!;
  const { body } = await owner.call('registerTicket', { body: registration({ follows }) });
  expect(body['links']).toMatchObject({ follows });
  const { body: followed } = await owner.call('readTicket', { params });
  expect(followed).toMatchObject({ version: 1, links: { followedBy: [body['folio']] } });
});
