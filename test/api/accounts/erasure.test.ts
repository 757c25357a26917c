import { addInvitation } from '../../../src/store/accounts/invitations';
import { verifyAudit } from '../../../src/store/accounts/audit-verification';
import { addRegistration } from '../../../src/store/accounts/registrations';
import { addSession } from '../../../src/store/accounts/sessions';
import { countAttempt } from '../../../src/store/accounts/login-attempts';
import { keepPending } from '../../../src/store/accounts/second-factors';
import { issueToken } from '../../../src/store/accounts/tokens';
import { createAgent } from '../../../src/store/desk/agents';
import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { registration } from '../registration';

let api: ApiUnderTest;
beforeAll(async () => {
  api = await ApiUnderTest.start();
}, 60_000);
afterAll(() => api.stop());

const WORDS = ['Rosalba Quintanar', '55 8888 0001', 'Navegador de Rosalba', 'llave de Rosalba'];

/** Collections in which somebody's id may stay, since records and their traces refer to it; every other forgets it. */
const KEEP_THE_ID = new Set(['users', 'erasures', 'audit', 'notices', 'invitations', 'answers']);

/** Somebody with an entry in every collection that knows people beside their tickets. */
async function somebodyWithEverything(): Promise<{ person: Caller; email: string }> {
  const { store, clock } = api.deps;
  const person = await api.person('client_admin');
  const { userId, organizationId } = person.who;
  await person.call('changeMe', {
    body: { name: WORDS[0], phone: WORDS[1] },
    headers: { 'User-Agent': WORDS[2]! },
  });
  await person.call('createApiKey', { body: { name: WORDS[3] } });
  await person.call('invite', { body: { email: 'colega@optica.example', name: 'Colega', role: 'client' } });
  const { email } = (await store.users.findById(userId).lean())!;
  const asked = { email, name: WORDS[0]!, phone: WORDS[1]!, company: 'Óptica', customerNumber: null };
  // Twice, under ids of their own: from before the account, and from somebody who typed the address again.
  const registration = await addRegistration(store, asked, clock());
  await issueToken(store, 'registration', registration._id, clock());
  await api.anonymous().call('register', { body: { ...asked, customerNumber: undefined } });
  const invited = { email, name: WORDS[0]!, role: 'client', organizationId, invitedBy: 'admin-1' } as const;
  const invitation = await addInvitation(store, invited, clock());
  await issueToken(store, 'invitation', invitation._id, clock());
  await issueToken(store, 'password_reset', userId, clock());
  const session = { _id: 'session-1', tokenHash: 'h', userId, userAgent: WORDS[2]! };
  await addSession(store, session, clock());
  await keepPending(store, userId, 'secreto de Rosalba');
  for (const what of ['', 'registration:', 'password_reset:', 'invitation:'])
    await countAttempt(store, `${what}${email}`, clock());
  return { person, email };
}

/** Where one of the words stands, in every collection that there is. */
async function tracesOf(words: readonly string[], but: ReadonlySet<string> = new Set()): Promise<string[]> {
  const db = api.deps.store.connection.db!;
  const found = new Set<string>();
  for (const { name } of await db.listCollections().toArray()) {
    if (but.has(name)) continue;
    for (const document of await db.collection(name).find({}).toArray()) {
      const text = JSON.stringify(document);
      for (const word of words) if (text.includes(word)) found.add(`${name}: ${word}`);
    }
  }
  return [...found].sort();
}

test('an erasure leaves nothing of the person in any collection, and the audit log whole', async () => {
  const { person, email } = await somebodyWithEverything();
  const { userId } = person.who;
  const { store } = api.deps;
  const words = [...WORDS, email, 'secreto de Rosalba'];
  const before = await tracesOf(words);
  const places = ['api_keys', 'audit', 'invitations', 'registrations', 'second_factors', 'sessions', 'users'];
  expect([...new Set(before.map((trace) => trace.split(':')[0]))]).toEqual(places);
  const attempts = await store.loginAttempts.countDocuments();
  expect(attempts).toBeGreaterThanOrEqual(4);
  expect(await store.accountTokens.countDocuments()).toBe(3);

  const admin = await api.person('admin');
  const { status } = await admin.call('erasePerson', { params: { id: userId } });
  expect(status).toBe(200);
  expect(await tracesOf(words)).toEqual([]);
  expect(await tracesOf([userId], KEEP_THE_ID)).toEqual([]);
  // Of the answers that are given again only that to the erasure itself is left.
  expect(JSON.stringify(await store.answers.find().lean()).split(userId)).toHaveLength(2);
  expect(await store.loginAttempts.countDocuments()).toBe(attempts - 4);
  expect(await store.accountTokens.countDocuments()).toBe(0);
  const verdict = await verifyAudit(store);
  expect(verdict.problems).toEqual([]);
  expect(verdict.erased).toBeGreaterThanOrEqual(3);
});

test('of somebody of the staff the ids stay on what they did, and no name or address anywhere', async () => {
  const { store, clock } = api.deps;
  const client = await api.person('client');
  const folio = String((await client.call('registerTicket', { body: registration() })).body['folio']);
  const person = await api.person('supervisor');
  const { userId } = person.who;
  await person.call('changeMe', { body: { name: 'Evaristo Solana', phone: '55 8888 0002' } });
  const { email } = (await store.users.findById(userId).lean())!;
  const agent = { _id: userId, email, name: 'Evaristo Solana', skills: [], capacity: 5 };
  await createAgent(store, { ...agent, available: false, workingCalendar: null });
  await person.call('putPresence', { params: { folio }, body: { state: 'viewing' } });
  await person.call('openIncident', { body: { title: 'Caída', severity: 'major' } });
  await person.call('addCannedReply', { body: { title: 'Saludo', shortcut: 'hola', body: 'Hola.' } });
  const invited = { email, name: 'Evaristo Solana', role: 'agent', organizationId: null } as const;
  await addInvitation(store, { ...invited, invitedBy: 'admin-1' }, clock());
  const words = ['Evaristo', '55 8888 0002', email];
  const places = new Set((await tracesOf(words)).map((trace) => trace.split(':')[0]));
  expect([...places]).toEqual(['agents', 'audit', 'invitations', 'users']);

  const admin = await api.person('admin');
  expect((await admin.call('erasePerson', { params: { id: userId } })).status).toBe(200);
  expect(await tracesOf(words)).toEqual([]);
  const [incident] = await store.incidents.find({ createdBy: userId }).lean();
  expect(incident).toMatchObject({ title: 'Caída' });
  expect(await store.cannedReplies.countDocuments({ shortcut: 'hola' })).toBe(1);
});
