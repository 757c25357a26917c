import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';

let api: ApiUnderTest;
let agent: Caller;
let supervisor: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start();
  agent = await api.person('agent');
  supervisor = await api.person('supervisor');
});

afterAll(() => api.stop());

test('a supervisor adds, changes and removes a canned reply that agents read', async () => {
  const body = {
    title: 'Saludo',
    shortcut: 'saludo',
    body: 'Buen día, {{cliente}}: su folio es {{ folio }}.',
  };
  const added = await supervisor.call('addCannedReply', { body });
  expect(added).toMatchObject({ status: 201, body: { ...body, type: null } });
  const params = { id: String(added.body['id']) };
  const changed = await supervisor.call('changeCannedReply', {
    params,
    body: { title: 'Buen día', type: 'technical_problem' },
  });
  expect(changed).toMatchObject({ status: 200, body: { title: 'Buen día', shortcut: 'saludo' } });
  const { body: seen } = await agent.call('listCannedReplies');
  expect(seen['items']).toEqual([changed.body]);
  expect(await supervisor.call('removeCannedReply', { params })).toMatchObject({ status: 204 });
  expect((await agent.call('listCannedReplies')).body['items']).toEqual([]);
  expect(await supervisor.call('changeCannedReply', { params, body })).toMatchObject({ status: 404 });
});

test('with a type, the list holds those for it and those for every type', async () => {
  for (const [shortcut, type] of [
    ['a', 'technical_problem'],
    ['b', 'question'],
    ['c', null],
  ] as const) {
    const body = { title: `Texto ${shortcut}`, shortcut, body: 'Gracias.', type };
    expect(await supervisor.call('addCannedReply', { body })).toMatchObject({ status: 201 });
  }
  const { body } = await agent.call('listCannedReplies', { query: '?type=technical_problem' });
  expect((body['items'] as { shortcut: string }[]).map(({ shortcut }) => shortcut)).toEqual(['a', 'c']);
});

test('a shortcut that is taken, a misspelt variable and an unknown type are refused by name', async () => {
  const good = { title: 'Uno', shortcut: 'uno', body: 'Gracias.' };
  const one = await supervisor.call('addCannedReply', { body: good });
  expect(await supervisor.call('addCannedReply', { body: good })).toMatchObject({
    status: 409,
    body: { code: 'already_exists' },
  });
  const other = await supervisor.call('addCannedReply', { body: { ...good, shortcut: 'dos' } });
  const params = { id: String(other.body['id']) };
  expect(one.status).toBe(201);
  expect(await supervisor.call('changeCannedReply', { params, body: { shortcut: 'uno' } })).toMatchObject({
    status: 409,
  });
  expect(
    await supervisor.call('addCannedReply', { body: { ...good, shortcut: 'tres', body: '{{client}}' } }),
  ).toMatchObject({ status: 400, body: { errors: [{ path: 'body', code: 'unknown_variable' }] } });
  expect(
    await supervisor.call('addCannedReply', { body: { ...good, shortcut: 'tres', type: 'nada' } }),
  ).toMatchObject({ status: 422, body: { code: 'unknown_type' } });
});

test('agents change none, and clients know of none', async () => {
  const body = { title: 'Dos', shortcut: 'x-dos', body: 'Gracias.' };
  const { body: added } = await supervisor.call('addCannedReply', { body });
  const params = { id: String(added['id']) };
  expect(await agent.call('addCannedReply', { body })).toMatchObject({ status: 403 });
  expect(await agent.call('removeCannedReply', { params })).toMatchObject({ status: 403 });
  const client = await api.person('client');
  expect(await client.call('listCannedReplies')).toMatchObject({ status: 403 });
  expect(await client.call('removeCannedReply', { params })).toMatchObject({ status: 404 });
});
