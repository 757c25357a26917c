import { Mailbox, tokenIn } from './mailbox';
import { PASSWORD, PEOPLE, startApi, type Item, type RunningApi } from './running-api';
import { appendAudit, eraseAuditOf, listAudit, type NewAuditEntry } from '../../../src/store/accounts/audit';
import { verifyAudit } from '../../../src/store/accounts/audit-verification';
import { openStore } from '../../../src/store/store';

let api: RunningApi;

beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

interface Entry extends Item {
  seq: number;
  action: string;
  actor: { id: string; role: string } | null;
  target: { kind: string; id: string };
  details: { before: unknown; after: unknown; address: string; userAgent: string };
}

async function entries(query = ''): Promise<Entry[]> {
  const { status, body } = await api.request('GET', `/audit?limit=100${query}`, { as: 'admin' });
  expect(status).toBe(200);
  return body.items as Entry[];
}

function anEntry(targetId: string): NewAuditEntry {
  const details = {
    before: { name: 'Ana' },
    after: { name: 'Eva' },
    address: '203.0.113.9',
    userAgent: null,
  };
  const actor = { actorId: 'admin-1', actorRole: 'admin', apiKeyId: null } as const;
  return { ...actor, action: 'changeMe', targetKind: 'person', targetId, requestId: 'r-1', details };
}

test('a change is kept with who, what, before and after, and from where', async () => {
  const headers = { 'User-Agent': 'Navegador de prueba' };
  await api.request('PATCH', '/organizations/optica-demo', {
    as: 'supervisor',
    body: { name: 'Óptica Renombrada' },
    headers,
  });
  const [entry] = await entries('&target=optica-demo');
  const supervisor = await api.store.users.findOne({ email: PEOPLE.supervisor }).lean();
  expect(entry).toMatchObject({
    action: 'changeOrganization',
    actor: { id: supervisor!._id, role: 'supervisor' },
    target: { kind: 'organization', id: 'optica-demo' },
    details: {
      before: { name: 'Óptica Demo' },
      after: { name: 'Óptica Renombrada' },
      userAgent: 'Navegador de prueba',
    },
  });
  expect(entry!.details.address).toMatch(/127\.0\.0\.1|::1/);
});

test('log-ins, keys and passwords leave their entry, and no secret', async () => {
  const mailbox = await Mailbox.open(api.store);
  try {
    const key = await api.request('POST', '/api-keys', { as: 'client', body: { name: 'programa' } });
    await api.request('POST', '/password-resets', { body: { email: PEOPLE.client } });
    const token = tokenIn(await mailbox.next(PEOPLE.client));
    const body = { password: 'otra contraseña, más nueva' };
    expect((await api.request('PUT', `/password-resets/${token}`, { body })).status).toBe(204);
    const all = await entries();
    expect(all.map(({ action }) => action)).toEqual(['logIn', 'setPassword', 'createApiKey', 'logIn']);
    const client = await api.store.users.findOne({ email: PEOPLE.client }).lean();
    expect(all[1]).toMatchObject({ actor: { id: client!._id }, target: { id: client!._id } });
    const kept = JSON.stringify(await api.store.audit.find().lean());
    for (const secret of [PASSWORD, body.password, token.split('.')[1]!, key.body.key]) {
      expect(kept).not.toContain(secret);
    }
    expect(kept).not.toMatch(/argon2|[Hh]ash":"\$/);
  } finally {
    await mailbox.close();
  }
});

test('what is refused for its input, and what is only read, leaves none', async () => {
  await api.request('PATCH', '/organizations/optica-demo', { as: 'supervisor', body: { name: '' } });
  await api.request('GET', '/organizations/optica-demo', { as: 'supervisor' });
  expect(new Set((await entries()).map(({ action }) => action))).toEqual(new Set(['logIn']));
});

test('who tries what their role does not hold leaves an entry, without what they sent', async () => {
  const body = { name: 'Mía' };
  const refused = await api.request('PATCH', '/organizations/optica-demo', { as: 'clientAdmin', body });
  expect(refused.status).toBe(403);
  const [entry] = await entries('&target=optica-demo');
  expect(entry).toMatchObject({
    action: 'changeOrganization.refused',
    actor: { role: 'client_admin' },
    target: { kind: 'route', id: 'optica-demo' },
    details: { before: null, after: { refused: 'forbidden' } },
  });
  expect(JSON.stringify(entry)).not.toContain('Mía');
});

test('log-ins that fail are kept with whom they were for, until they are paused, and never with an unknown address', async () => {
  const agent = await api.store.users.findOne({ email: PEOPLE.agent }).lean();
  for (let attempt = 0; attempt < 6; attempt += 1) {
    await api.request('POST', '/session', { body: { email: PEOPLE.agent, password: 'no es esta' } });
  }
  await api.request('POST', '/session', { body: { email: 'nadie@otra.example', password: 'no es esta' } });
  const all = (await entries()).filter(({ action }) => action === 'logIn.refused');
  expect(all.map(({ target, details }) => [target.id, details.after])).toEqual([
    ['unknown', { refused: 'invalid_credentials' }],
    [agent!._id, { refused: 'account_locked' }],
    ...Array.from({ length: 5 }, () => [agent!._id, { refused: 'invalid_credentials' }]),
  ]);
  const kept = JSON.stringify(await api.store.audit.find().lean());
  expect(kept).not.toMatch(/no es esta|nadie@otra/);
});

test('a registration and its verification leave an entry each; an address is kept once it is verified', async () => {
  const mailbox = await Mailbox.open(api.store);
  try {
    const email = 'elena@optica.example';
    const given = {
      name: 'Elena Ruiz',
      phone: '+52 55 1234 5678',
      company: 'Óptica',
      customerNumber: '1001',
    };
    await api.request('POST', '/registrations', { body: { ...given, email } });
    const [asked] = (await entries()).filter(({ action }) => action === 'register');
    expect(asked).toMatchObject({
      action: 'register',
      actor: null,
      target: { kind: 'registration' },
      details: { after: { state: 'unverified' } },
    });
    expect(JSON.stringify(asked)).not.toContain('elena');
    const token = tokenIn(await mailbox.next(email));
    const body = { token, password: PASSWORD };
    expect((await api.request('POST', '/registrations/verification', { body })).status).toBe(200);
    const [confirmed] = (await entries()).filter(({ action }) => action === 'verifyRegistration');
    expect(confirmed).toMatchObject({
      action: 'verifyRegistration',
      target: asked!.target,
      details: { before: { state: 'unverified' }, after: { state: 'approved', email } },
    });
    expect(JSON.stringify(confirmed)).not.toContain(PASSWORD);
  } finally {
    await mailbox.close();
  }
});

test('a command repeated with its key leaves one entry', async () => {
  const headers = { 'Idempotency-Key': 'clave-de-prueba' };
  const body = { name: 'Óptica Nueva' };
  for (let round = 0; round < 3; round += 1) {
    expect((await api.request('POST', '/organizations', { as: 'supervisor', body, headers })).status).toBe(
      201,
    );
  }
  expect((await entries()).filter(({ action }) => action === 'createOrganization')).toHaveLength(1);
});

test('pages follow each other without gap or repetition', async () => {
  for (let count = 0; count < 7; count += 1) await appendAudit(api.store, anEntry('p1'), new Date());
  const seen: number[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const path: string = `/audit?limit=3&target=p1${cursor && `&cursor=${cursor}`}`;
    const { body } = await api.request('GET', path, { as: 'admin' });
    seen.push(...(body.items as Entry[]).map(({ seq }) => seq));
    cursor = body.nextCursor;
  }
  expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1]);
});

test.each(['client', 'clientAdmin', 'agent', 'supervisor'] as const)('a %s does not read it', async (as) => {
  expect((await api.request('GET', '/audit', { as })).status).toBe(403);
});

test('several processes that write at once make one chain', async () => {
  const uri = `mongodb://${api.store.connection.host}:${api.store.connection.port}/${api.store.connection.name}`;
  const stores = await Promise.all([openStore(uri), openStore(uri), openStore(uri)]);
  try {
    const writes = stores.flatMap((store) =>
      Array.from({ length: 10 }, () => appendAudit(store, anEntry('p1'), new Date())),
    );
    const seqs = (await Promise.all(writes)).map(({ _id }) => _id);
    expect(seqs.sort((a, b) => a - b)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
    expect(await verifyAudit(api.store)).toMatchObject({ entries: 30, problems: [] });
  } finally {
    await Promise.all(stores.map((store) => store.close()));
  }
});

describe('the verifier', () => {
  beforeEach(async () => {
    for (const target of ['p1', 'p2', 'p3', 'p4']) await appendAudit(api.store, anEntry(target), new Date());
  });

  test('finds nothing wrong with what nobody touched', async () => {
    expect(await verifyAudit(api.store)).toMatchObject({ entries: 4, erased: 0, problems: [] });
  });

  test.each([
    ['another actor', { actorId: 'somebody' }, [{ seq: 2, why: 'altered' }]],
    ['another time', { at: new Date(0) }, [{ seq: 2, why: 'altered' }]],
    ['other details', { personal: '{}' }, [{ seq: 2, why: 'details_altered' }]],
    ['half an erasure', { personal: null }, [{ seq: 2, why: 'details_altered' }]],
    [
      'another digest',
      { digest: 'a'.repeat(64) },
      [
        { seq: 2, why: 'altered' },
        { seq: 2, why: 'details_altered' },
      ],
    ],
  ])('finds %s', async (_case, change, problems) => {
    await api.store.audit.updateOne({ _id: 2 }, { $set: change });
    expect((await verifyAudit(api.store)).problems).toEqual(problems);
  });

  test('finds an entry that was taken out', async () => {
    await api.store.audit.deleteOne({ _id: 2 });
    expect((await verifyAudit(api.store)).problems).toEqual([
      { seq: 3, why: 'missing' },
      { seq: 3, why: 'unlinked' },
    ]);
  });

  test('finds an end that was cut off, by the head of an earlier check', async () => {
    const { head } = await verifyAudit(api.store);
    await api.store.audit.deleteOne({ _id: 4 });
    expect((await verifyAudit(api.store)).problems).toEqual([]);
    expect((await verifyAudit(api.store, head)).problems).toEqual([{ seq: 4, why: 'cut_off' }]);
  });

  test('holds after a person’s data was erased, which is gone', async () => {
    const { head } = await verifyAudit(api.store);
    await eraseAuditOf(api.store, 'p2');
    const verdict = await verifyAudit(api.store, head);
    expect(verdict).toMatchObject({ entries: 4, erased: 1, problems: [] });
    const [erased] = await listAudit(api.store, { limit: 1, targetId: 'p2' });
    expect([erased!.personal, erased!.salt]).toEqual([null, null]);
  });
});
