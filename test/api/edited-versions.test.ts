import { randomUUID } from 'node:crypto';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';

let api: ApiUnderTest;
let admin: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  admin = await api.person('admin');
}, 60_000);

afterAll(() => api.stop());

type Body = Record<string, unknown>;
type Call = Parameters<Caller['call']>[0];

interface Kind {
  add: (mark: string) => Promise<Reply>;
  change: Call;
  /** What the change sends, by what it is to be called. */
  edit: (name: string) => Body;
  /** How it is called now. */
  nameOf: (body: Body) => unknown;
  list: Call;
  stored: 'agents' | 'products' | 'cannedReplies' | 'incidents';
}

const product = (name: string): Body => ({ name, currentVersion: '1', providedByUs: true });

const KINDS: Record<string, Kind> = {
  'an agent': {
    add: (mark) =>
      admin.call('createAgent', { body: { email: `${mark}@e-optics.test`, name: 'Uno', skills: [] } }),
    change: 'changeAgent',
    edit: (name) => ({ name }),
    nameOf: ({ name }) => name,
    list: 'listAgents',
    stored: 'agents',
  },
  'a product': {
    add: (mark) => admin.call('putProduct', { params: { id: mark }, body: product('Uno') }),
    change: 'putProduct',
    edit: product,
    nameOf: ({ name }) => name,
    list: 'listProducts',
    stored: 'products',
  },
  'a canned reply': {
    add: (mark) =>
      admin.call('addCannedReply', { body: { title: 'Uno', shortcut: mark.slice(0, 8), body: 'Gracias.' } }),
    change: 'changeCannedReply',
    edit: (title) => ({ title }),
    nameOf: ({ title }) => title,
    list: 'listCannedReplies',
    stored: 'cannedReplies',
  },
  'an incident': {
    add: () => admin.call('openIncident', { body: { title: 'Uno', severity: 'minor' } }),
    change: 'changeIncident',
    edit: (title) => ({ title }),
    nameOf: ({ title }) => title,
    list: 'listIncidents',
    stored: 'incidents',
  },
};

describe.each(Object.entries(KINDS))('%s', (_name, kind) => {
  let id: string;
  let added: Reply;

  beforeEach(async () => {
    added = await kind.add(randomUUID());
    id = String(added.body['id']);
  });

  const change = (name: string, seen?: string): Promise<Reply> =>
    admin.call(kind.change, {
      params: { id },
      body: kind.edit(name),
      headers: seen === undefined ? {} : { 'If-Match': seen },
    });

  async function listed(): Promise<Body> {
    const query = kind.list === 'listProducts' ? '' : '?limit=100';
    const { body } = await admin.call(kind.list, { query });
    return (body['items'] as Body[]).find((item) => item['id'] === id)!;
  }

  test('has a version that each change raises, as entity tag too', async () => {
    expect([added.body['version'], added.headers.get('etag')]).toEqual([1, '"1"']);
    const changed = await change('Dos', '"1"');
    expect(changed).toMatchObject({ status: 200, body: { version: 2 } });
    expect(changed.headers.get('etag')).toBe('"2"');
    // Who does not say what they saw is taken at their word.
    expect(await change('Tres')).toMatchObject({ status: 200, body: { version: 3 } });
    expect(await listed()).toMatchObject({ version: 3 });
  });

  test('is not changed from a version that is not the present one, and the refusal names it', async () => {
    await change('Dos');
    const refused = await change('Otro', '"1"');
    expect(refused).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect(refused.headers.get('etag')).toBe('"2"');
    const now = await listed();
    expect([kind.nameOf(now), now['version']]).toEqual(['Dos', 2]);
  });

  test('is changed by one of two who saw the same version, and by both of two who do not say', async () => {
    const bound = await Promise.all([change('Dos', '"1"'), change('Tres', '"1"')]);
    expect(bound.map(({ status }) => status).sort()).toEqual([200, 412]);
    const free = await Promise.all([change('Cuatro'), change('Cinco')]);
    expect(free.map(({ status }) => status)).toEqual([200, 200]);
    expect(await listed()).toMatchObject({ version: 4 });
  });

  test('that was written before there were versions is at its first', async () => {
    await api.deps.store[kind.stored].collection.updateOne({ _id: id as never }, { $unset: { version: 1 } });
    expect(await listed()).toMatchObject({ version: 1 });
    expect((await change('Dos', '"2"')).status).toBe(412);
    expect(await change('Dos', '"1"')).toMatchObject({ status: 200, body: { version: 2 } });
    expect((await change('Tres', '"1"')).status).toBe(412);
  });

  test('has its change in the audit log, with the version before and after', async () => {
    await change('Dos');
    await change('Tres');
    const { body } = await admin.call('listAudit', { query: `?target=${id}` });
    const [newest] = body['items'] as Body[];
    expect(newest).toMatchObject({
      action: kind.change,
      details: { before: { version: 2 }, after: { version: 3 } },
    });
  });
});

test('a stale change of an agent leaves the account under its name too', async () => {
  const { body } = await KINDS['an agent']!.add(randomUUID());
  const params = { id: String(body['id']) };
  await admin.call('changeAgent', { params, body: { capacity: 3 } });
  const headers = { 'If-Match': '"1"' };
  expect(await admin.call('changeAgent', { params, body: { name: 'Otra' }, headers })).toMatchObject({
    status: 412,
  });
  expect((await api.deps.store.users.findById(params.id).lean())?.name).toBe('Uno');
});

test('an agent who comes and goes meanwhile is no reason to refuse what somebody writes of them', async () => {
  const { body } = await KINDS['an agent']!.add(randomUUID());
  const params = { id: String(body['id']) };
  const came = await admin.call('setAvailability', { params, body: { available: true } });
  expect(came.body).toMatchObject({ available: true, version: 1 });
  const given = { params, body: { capacity: 3 }, headers: { 'If-Match': '"1"' } };
  expect(await admin.call('changeAgent', given)).toMatchObject({ status: 200, body: { available: true } });
});

test('an agent who changes their own name makes a version of what the team sees', async () => {
  const agent = await api.person('agent');
  await agent.call('changeMe', { body: { name: 'Nombre Nuevo' } });
  const given = { params: { id: agent.who.userId }, body: { name: 'Viejo' }, headers: { 'If-Match': '"1"' } };
  expect((await admin.call('changeAgent', given)).status).toBe(412);
});

test('a product that is not there yet has no version but none', async () => {
  const add = (id: string, seen: string): Promise<Reply> =>
    admin.call('putProduct', { params: { id }, body: product('Uno'), headers: { 'If-Match': seen } });
  const id = randomUUID();
  expect((await add(id, '"1"')).status).toBe(412);
  expect(await add(id, '"0"')).toMatchObject({ status: 200, body: { version: 1 } });
  expect((await add(id, '"0"')).status).toBe(412);
});

test('a change that comes again under its key is answered as the first time', async () => {
  const { body } = await KINDS['a product']!.add(randomUUID());
  const headers = { 'If-Match': '"1"', 'Idempotency-Key': randomUUID() };
  const given = { params: { id: String(body['id']) }, body: product('Dos'), headers };
  const first = await admin.call('putProduct', given);
  expect(first.status).toBe(200);
  await admin.call('putProduct', { params: given.params, body: product('Tres') });
  const again = await admin.call('putProduct', given);
  expect([again.status, again.headers.get('etag'), again.body]).toEqual([200, '"2"', first.body]);
});

test('a canned reply that somebody has changed is not removed by who saw it before', async () => {
  const { body } = await KINDS['a canned reply']!.add(randomUUID());
  const params = { id: String(body['id']) };
  await admin.call('changeCannedReply', { params, body: { body: 'Muchas gracias.' } });
  const remove = (seen: string): Promise<Reply> =>
    admin.call('removeCannedReply', { params, headers: { 'If-Match': seen } });
  const refused = await remove('"1"');
  expect([refused.status, refused.headers.get('etag')]).toEqual([412, '"2"']);
  expect((await remove('"2"')).status).toBe(204);
});
