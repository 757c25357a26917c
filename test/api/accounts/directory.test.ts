import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { hashPassword } from '../../../src/api/auth/password';
import { changeOrganization } from '../../../src/store/accounts/organizations';
import { setDeparture } from '../../../src/store/accounts/users';
import { verifyAudit } from '../../../src/store/accounts/audit-verification';
import { orderPeople } from '../../../src/store/accounts/order-people';

const PASSWORD = 'una contraseña de prueba';

let api: ApiUnderTest;
let admin: Caller;
let supervisor: Caller;
beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.person('admin');
  supervisor = await api.person('supervisor');
}, 60_000);
afterAll(() => api.stop());

interface Item {
  id: string;
  name: string;
  email: string;
  role: string;
  organization: { id: string; name: string } | null;
  branch: { id: string; name: string } | null;
  status: string;
  lastLogInAt: string | null;
  twoStep: boolean;
}

async function list(query: Record<string, string> = {}, by = supervisor): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Record<string, string> = cursor === '' ? query : { ...query, cursor };
    const { status, body } = await by.call('listPeople', {
      query: `?${new URLSearchParams(page).toString()}`,
    });
    expect(status).toBe(200);
    items.push(...(body['items'] as Item[]));
    cursor = body['nextCursor'] as string | null;
  }
  return items;
}

async function named(who: Caller, name: string): Promise<Caller> {
  expect((await who.call('changeMe', { body: { name } })).status).toBe(200);
  return who;
}

async function get(who: Caller): Promise<Item> {
  const { status, body } = await supervisor.call('getPerson', { params: { id: who.who.userId } });
  expect(status).toBe(200);
  return body as unknown as Item;
}

async function addressOf(who: Caller): Promise<string> {
  return (await api.deps.store.users.findById(who.who.userId).lean())!.email;
}

/** Somebody who logs in with a password, as a browser does. */
async function logIn(who: Caller, password = PASSWORD): Promise<{ status: number; cookie: string }> {
  const body = { email: await addressOf(who), password };
  const { status, headers } = await api.anonymous().call('logIn', { body });
  return { status, cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '' };
}

async function withPassword(who: Caller): Promise<Caller> {
  const passwordHash = await hashPassword(PASSWORD);
  await api.deps.store.users.updateOne({ _id: who.who.userId }, { $set: { passwordHash } });
  return who;
}

async function branchOf(organizationId: string, id: string): Promise<void> {
  const branch = { id, name: 'Sucursal Centro', address: 'Calle 1', phone: null };
  await changeOrganization(api.deps.store, organizationId, () => ({ branches: [branch] }), new Date());
}

describe('the list', () => {
  test('names everybody in the order of names, whatever their accents and capitals, in pages without gaps', async () => {
    const organization = await api.organization();
    for (const name of ['zoe Ruiz', 'Álvaro Paz', 'Zacarías Gil', 'ana Paz', 'Ñandú Sol'])
      await named(await api.person('client', organization), name);
    const shown = await list({ organization, limit: '2' });
    expect(shown.map(({ name }) => name)).toEqual([
      'Álvaro Paz',
      'ana Paz',
      'Ñandú Sol',
      'Zacarías Gil',
      'zoe Ruiz',
    ]);
    const all = await list({ limit: '3' });
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
    expect(all).toHaveLength(await api.deps.store.users.countDocuments());
  });

  test('finds by every word in name or address, and takes nothing for a pattern', async () => {
    const organization = await api.organization();
    const who = await named(await api.person('client', organization), 'José María Peña');
    await named(await api.person('client', organization), 'José Otro');
    const ids = async (q: string): Promise<string[]> => (await list({ organization, q })).map(({ id }) => id);
    expect(await ids('pena JOSE')).toEqual([who.who.userId]);
    expect(await ids((await addressOf(who)).slice(0, 20))).toEqual([who.who.userId]);
    expect(await ids('jos.')).toEqual([]);
    expect(await ids('jose')).toHaveLength(2);
  });

  test('narrows by kind, role, customer and branch', async () => {
    const organization = await api.organization();
    await branchOf(organization, 'centro');
    const boss = await api.person('client_admin', organization);
    const client = await api.person('client', organization);
    const params = { id: client.who.userId };
    const said = await admin.call('changePerson', { params, body: { branchId: 'centro' } });
    expect(said.body).toMatchObject({ branch: { id: 'centro', name: 'Sucursal Centro' } });
    const ids = async (query: Record<string, string>): Promise<string[]> =>
      (await list(query)).map(({ id }) => id);
    expect((await ids({ organization })).sort()).toEqual([boss.who.userId, client.who.userId].sort());
    expect(await ids({ organization, role: 'client_admin' })).toEqual([boss.who.userId]);
    expect(await ids({ organization, branch: 'centro' })).toEqual([client.who.userId]);
    expect(await ids({ organization, kind: 'staff' })).toEqual([]);
    const staff = await list({ kind: 'staff' });
    expect(staff.map(({ id }) => id)).toEqual(
      expect.arrayContaining([admin.who.userId, supervisor.who.userId]),
    );
    expect(staff.every((one) => one.organization === null && one.branch === null)).toBe(true);
    expect(await ids({ role: 'admin' })).toEqual([admin.who.userId]);
  });

  test('tells how each account stands, and is narrowed by it', async () => {
    const gone = await api.organization();
    const [active, locked, left] = [
      await api.person('client'),
      await api.person('client'),
      await api.person('client'),
    ];
    const [reading, shutOut] = [await api.person('client', gone), await api.person('client')];
    const erased = await api.person('client');
    await withPassword(locked);
    for (let guess = 0; guess < 5; guess += 1) expect((await logIn(locked, 'otra cosa')).status).toBe(401);
    await admin.call('setActivity', { params: { id: left.who.userId }, body: { active: false } });
    await setDeparture(api.deps.store, gone, new Date(), new Date());
    const longAgo = new Date(Date.now() - 91 * 24 * 3_600_000);
    await setDeparture(api.deps.store, shutOut.who.organizationId!, longAgo, new Date());
    expect((await admin.call('erasePerson', { params: { id: erased.who.userId } })).status).toBe(200);
    const stands = [
      [active, 'active'],
      [locked, 'locked'],
      [reading, 'read_only'],
      [left, 'left'],
      [shutOut, 'left'],
      [erased, 'erased'],
    ] as const;
    for (const [who, status] of stands) {
      expect((await get(who)).status).toBe(status);
      const found = await list({ status, limit: '2' });
      expect(found.map(({ id }) => id)).toContain(who.who.userId);
      expect(new Set(found.map((one) => one.status))).toEqual(new Set([status]));
    }
  });

  test('tells when somebody logged in last and whether by two steps, and nothing that opens a door', async () => {
    const who = await withPassword(await api.person('client'));
    expect(await get(who)).toMatchObject({ lastLogInAt: null, twoStep: false });
    const before = Date.now();
    expect((await logIn(who, 'otra cosa')).status).toBe(401);
    expect((await get(who)).lastLogInAt).toBeNull();
    expect((await logIn(who)).status).toBe(201);
    const { lastLogInAt } = await get(who);
    expect(Date.parse(lastLogInAt!)).toBeGreaterThanOrEqual(before);
    const factor = { _id: who.who.userId, pending: null, confirmedAt: new Date(), lastStep: 1 };
    await api.deps.store.secondFactors.create({ ...factor, secret: 'sealed:x', recoveryHashes: ['r'] });
    const { body } = await supervisor.call('getPerson', { params: { id: who.who.userId } });
    expect(body['twoStep']).toBe(true);
    expect(JSON.stringify(body)).not.toMatch(/argon2|[Hh]ash|sealed|recovery/);
  });

  test('holds people who were added before it was kept in order', async () => {
    const other = await ApiUnderTest.start();
    try {
      const reader = await other.person('supervisor');
      const old = await other.person('client');
      await other.deps.store.users.updateMany({}, { $unset: { search: 1 } });
      await orderPeople(other.deps.store);
      const { body } = await reader.call('listPeople', { query: '?q=persona&kind=clients' });
      expect((body['items'] as Item[]).map(({ id }) => id)).toEqual([old.who.userId]);
    } finally {
      await other.stop();
    }
  });

  test.each(['?status=gone', '?role=boss', '?kind=all', '?cursor=bm8', '?page=2', '?q='])(
    'refuses %s',
    async (query) => {
      const { status, body } = await supervisor.call('listPeople', { query });
      expect([status, body['code']]).toEqual([400, 'invalid_request']);
    },
  );
});

describe('clients for whom a ticket may be registered', () => {
  async function clients(query: Record<string, string>, by: Caller): Promise<Record<string, unknown>[]> {
    const asked = new URLSearchParams(query).toString();
    const { status, body } = await by.call('listClients', { query: `?${asked}` });
    expect(status).toBe(200);
    return body['items'] as Record<string, unknown>[];
  }

  test('are found by an agent by name, address or telephone, with what is needed to reach them', async () => {
    const agent = await api.person('agent');
    const organization = await api.organization();
    const who = await named(await api.person('client', organization), 'Íñigo Larrañaga');
    await named(await api.person('client', organization), 'Otra Persona');
    await who.call('changeMe', { body: { phone: '+52 (33) 3615-0199' } });
    const email = await addressOf(who);
    const told = {
      id: who.who.userId,
      name: 'Íñigo Larrañaga',
      email,
      phone: '+52 (33) 3615-0199',
      organization: { id: organization, name: expect.any(String) as string },
    };
    for (const q of [
      'larranaga inigo',
      email,
      '3336150199',
      '36 15 01 99',
      '33-3615',
      '+52 3336150199 larra',
    ])
      expect([q, await clients({ q }, agent)]).toEqual([q, [told]]);
    expect(await clients({ q: '3336150198' }, agent)).toEqual([]);
    expect(await clients({ organization }, agent)).toHaveLength(2);
    expect(await clients({ organization: await api.organization(), q: 'larra' }, agent)).toEqual([]);
  });

  test('can log in or are paused; who left, the staff, and a customer that left are not among them', async () => {
    const [organization, gone] = [await api.organization(), await api.organization()];
    const [locked, left] = [
      await api.person('client', organization),
      await api.person('client', organization),
    ];
    await withPassword(locked);
    for (let guess = 0; guess < 5; guess += 1) await logIn(locked, 'otra cosa');
    expect((await get(locked)).status).toBe('locked');
    await admin.call('setActivity', { params: { id: left.who.userId }, body: { active: false } });
    await api.person('client', gone);
    await setDeparture(api.deps.store, gone, new Date(Date.now() - 1_000), new Date());
    const ids = (await clients({ organization }, supervisor)).map(({ id }) => id);
    expect(ids).toEqual([locked.who.userId]);
    expect(await clients({ organization: gone }, supervisor)).toEqual([]);
    expect(await clients({ q: await addressOf(supervisor) }, supervisor)).toEqual([]);
  });

  test('are nobody’s business among clients, and page by page each comes once', async () => {
    const organization = await api.organization();
    const boss = await api.person('client_admin', organization);
    for (const name of ['Uno', 'Dos', 'Tres']) await named(await api.person('client', organization), name);
    expect((await boss.call('listClients')).status).toBe(403);
    const names: unknown[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const query = new URLSearchParams({ organization, limit: '1', ...(cursor !== '' && { cursor }) });
      const { body } = await supervisor.call('listClients', { query: `?${query.toString()}` });
      names.push(...(body['items'] as { name: string }[]).map(({ name }) => name));
      cursor = body['nextCursor'] as string | null;
    }
    expect(names.filter((name) => ['Uno', 'Dos', 'Tres'].includes(String(name)))).toEqual([
      'Dos',
      'Tres',
      'Uno',
    ]);
    expect(names).toHaveLength(4);
  });
});

describe('another role', () => {
  test('holds at once, ends the log-ins and the keys without limits, and is in the log', async () => {
    const organization = await api.organization();
    const who = await withPassword(await api.person('client', organization));
    const { cookie } = await logIn(who);
    const limited = await who.call('createApiKey', { body: { name: 'Catálogo', scopes: ['catalog.read'] } });
    const params = { id: who.who.userId };
    const changed = await admin.call('changePerson', { params, body: { role: 'client_admin' } });
    expect([changed.status, changed.body['role']]).toEqual([200, 'client_admin']);

    const asBrowser = await api.anonymous().send('get', '/api/v1/me', { headers: { Cookie: cookie } });
    expect([asBrowser.status, (await who.call('getMe')).status]).toEqual([401, 401]);
    const authorization = `Bearer ${String(limited.body['key'])}`;
    const byKey = await api.anonymous().send('get', '/api/v1/catalog', { headers: { authorization } });
    expect(byKey.status).toBe(200);
    const again = await logIn(who);
    const headers = { Cookie: again.cookie };
    const invitations = await api.anonymous().send('get', '/api/v1/invitations', { headers });
    expect(invitations.status).toBe(200);

    const { body } = await admin.call('listAudit', { query: `?target=${who.who.userId}` });
    const entries = body['items'] as { action: string; details: unknown }[];
    expect(entries.find(({ action }) => action === 'changePerson')).toMatchObject({
      details: { before: { role: 'client' }, after: { role: 'client_admin' } },
    });
    expect((await verifyAudit(api.deps.store)).problems).toEqual([]);
  });

  test('asks a new supervisor for the second factor, by whatever key they had', async () => {
    const agent = await withPassword(await api.person('agent'));
    const params = { id: agent.who.userId };
    await admin.call('changePerson', { params, body: { role: 'supervisor' } });
    expect((await agent.call('listAgents')).status).toBe(401);
    const { cookie } = await logIn(agent);
    const reply = await api.anonymous().send('get', '/api/v1/agents', { headers: { Cookie: cookie } });
    expect([reply.status, reply.body['code']]).toEqual([403, 'second_factor_required']);
  });

  test('is of the same kind, and never one’s own', async () => {
    const [client, agent] = [await api.person('client'), await api.person('agent')];
    const change = async (id: string, body: object): Promise<unknown> =>
      (await admin.call('changePerson', { params: { id }, body })).body['code'];
    expect(await change(client.who.userId, { role: 'agent' })).toBe('role_of_other_kind');
    expect(await change(agent.who.userId, { role: 'client_admin' })).toBe('role_of_other_kind');
    expect(await change(admin.who.userId, { role: 'supervisor' })).toBe('forbidden');
    expect(await change(client.who.userId, { branchId: 'ninguna' })).toBe('unknown_branch');
    expect(await change(agent.who.userId, { branchId: 'centro' })).toBe('unknown_branch');
    expect((await agent.call('getMe')).body['role']).toBe('agent');
  });

  test('of nobody is told to who may not give it', async () => {
    const who = await api.person('client');
    const given = { params: { id: who.who.userId }, body: { role: 'client_admin' } };
    const boss = await api.person('client_admin', who.who.organizationId);
    for (const by of [who, boss, await api.person('agent'), supervisor])
      expect((await by.call('changePerson', given)).status).toBe(404);
    expect((await who.call('getMe')).body['role']).toBe('client');
  });
});

test('an account that is locked is opened by an admin, who is noted', async () => {
  const who = await withPassword(await api.person('client'));
  for (let guess = 0; guess < 5; guess += 1) await logIn(who, 'otra cosa');
  expect((await logIn(who)).status).toBe(429);
  const params = { id: who.who.userId };
  expect((await supervisor.call('unlockPerson', { params })).status).toBe(404);
  expect((await admin.call('unlockPerson', { params })).status).toBe(204);
  expect((await get(who)).status).toBe('active');
  expect((await logIn(who)).status).toBe(201);
  const { body } = await admin.call('listAudit', { query: `?target=${who.who.userId}` });
  const entries = body['items'] as { action: string; actor: { id: string }; details: unknown }[];
  expect(entries.find(({ action }) => action === 'unlockPerson')).toMatchObject({
    actor: { id: admin.who.userId },
    details: { before: { paused: true }, after: { paused: false } },
  });
});

test('mails that were asked for too often come again at an admin’s word', async () => {
  const who = await withPassword(await api.person('client'));
  const email = await addressOf(who);
  const ask = async (): Promise<number> =>
    (await api.anonymous().call('askForPassword', { body: { email } })).status;
  const statuses = [];
  for (let time = 0; time < 6; time += 1) statuses.push(await ask());
  expect(statuses).toEqual([202, 202, 202, 202, 202, 429]);
  // Nobody is locked out by it.
  expect((await get(who)).status).toBe('active');
  const params = { id: who.who.userId };
  expect((await admin.call('unlockPerson', { params })).status).toBe(204);
  expect(await ask()).toBe(202);
  const { body } = await admin.call('listAudit', { query: `?target=${who.who.userId}` });
  const entries = body['items'] as { action: string; details: unknown }[];
  expect(entries.find(({ action }) => action === 'unlockPerson')).toMatchObject({
    details: { before: { mailsPaused: true }, after: { mailsPaused: false } },
  });
});

test('all log-ins of a person end at an admin’s word; keys stay', async () => {
  const who = await withPassword(await api.person('client'));
  const cookies = [(await logIn(who)).cookie, (await logIn(who)).cookie];
  const params = { id: who.who.userId };
  expect((await admin.call('endLogIns', { params })).status).toBe(204);
  for (const Cookie of cookies)
    expect((await api.anonymous().send('get', '/api/v1/me', { headers: { Cookie } })).status).toBe(401);
  expect((await who.call('getMe')).status).toBe(200);
});
