import { tellMailFailure } from '../../src/engine/tell-mail-failure';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';
import { upload } from './upload';

let api: ApiUnderTest;
let client: Caller;
let colleague: Caller;
let admin: Caller;
let agent: Caller;
let params: { folio: string };

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  colleague = await api.person('client', client.who.organizationId);
  admin = await api.person('client_admin', client.who.organizationId);
  agent = await api.person('agent');
}, 120_000);

beforeEach(async () => {
  const { body } = await client.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
});

afterAll(() => api.stop());

const assign = (): Promise<Reply> =>
  agent.call('assignTicket', { params, body: { agentId: agent.who.userId } });

async function typesSeenBy(caller: Caller): Promise<string[]> {
  const { body } = await caller.call('listTicketEvents', { params, query: '?limit=100' });
  return (body['items'] as { type: string }[]).map(({ type }) => type);
}

test('a priority other than the proposed one needs its reason', async () => {
  await agent.call('categorizeTicket', { params, body: { type: 'technical_problem' } });
  const given = { impact: 'one_user', urgency: 'can_wait', priority: 'urgent' };
  expect(await agent.call('prioritizeTicket', { params, body: given })).toMatchObject({
    status: 422,
    body: { code: 'reason_required' },
  });
  const reply = await agent.call('prioritizeTicket', {
    params,
    body: { ...given, reason: 'Inauguración mañana' },
  });
  expect(reply).toMatchObject({ status: 200, body: { priority: 'urgent', impact: 'one_user' } });
});

test('a ticket is given to an agent, and to nobody who is none', async () => {
  expect(await assign()).toMatchObject({
    status: 200,
    body: { assignee: { id: agent.who.userId, name: 'Persona agent' } },
  });
  const stranger = await agent.call('assignTicket', { params, body: { agentId: client.who.userId } });
  expect(stranger).toMatchObject({
    status: 422,
    body: { code: 'unknown_agent', errors: [{ path: 'agentId' }] },
  });
  const { body } = await client.call('readTicket', { params });
  expect(body['assignee']).toEqual({ id: agent.who.userId, name: null });
});

test('a question gives the word to the client, who sees until when; taking it back gives it to support', async () => {
  await assign();
  const asked = await agent.call('postMessage', {
    params,
    body: { body: '¿Qué navegador usa?', awaitsClient: true },
  });
  expect(asked).toMatchObject({
    status: 201,
    body: { status: 'waiting_client', event: { type: 'message_posted', data: { awaitsClient: true } } },
  });
  const { body } = await client.call('readDeadline', { params });
  expect(body['autoCloseAt']).toBe(asked.body['autoCloseAt']);
  const back = await agent.call('retractSolution', { params, body: { reason: 'Ya lo sé' } });
  expect(back).toMatchObject({
    status: 200,
    body: { status: 'waiting_support', autoCloseAt: null, waiting: null },
  });
  expect((await client.call('readDeadline', { params })).status).toBe(404);
});

test('a client does not make support wait for itself', async () => {
  const reply = await client.call('postMessage', { params, body: { body: 'Hola', awaitsClient: true } });
  expect(reply).toMatchObject({
    status: 403,
    body: { code: 'not_allowed', errors: [{ path: 'awaitsClient' }] },
  });
});

test('notes and unanswered calls stay among agents', async () => {
  await agent.call('addNote', { params, body: { body: 'nota', mentions: [agent.who.userId] } });
  const call = {
    at: '2026-11-20T15:00:00Z',
    minutes: 0,
    number: '55 1234 5678',
    summary: 'No contesta',
    outcome: 'no_answer',
  };
  expect((await agent.call('recordPhoneCall', { params, body: call })).status).toBe(201);
  expect(await typesSeenBy(agent)).toEqual(expect.arrayContaining(['note_added', 'phone_call_recorded']));
  expect(await typesSeenBy(client)).toEqual(['registered']);
  const reply = await agent.call('addNote', {
    params,
    body: { body: 'nota', mentions: [client.who.userId] },
  });
  expect(reply).toMatchObject({ status: 422, body: { errors: [{ path: 'mentions.0' }] } });
});

test('an incident is corrected, but not into the future', async () => {
  const reply = await client.call('correctIncident', {
    params,
    body: { incidentAt: '2026-11-19T10:00:00-06:00' },
  });
  expect(reply).toMatchObject({ status: 200, body: { incidentAt: '2026-11-19T16:00:00.000Z' } });
  const future = await client.call('correctIncident', {
    params,
    body: { incidentAt: '2199-01-01T00:00:00Z' },
  });
  expect(future).toMatchObject({
    status: 422,
    body: { code: 'incident_in_future', errors: [{ path: 'incidentAt' }] },
  });
});

test('a colleague on the ticket sees it, and off it no more', async () => {
  const given = { params: { ...params, clientId: colleague.who.userId } };
  expect((await colleague.call('readTicket', { params })).status).toBe(404);
  expect(await client.call('addParticipant', given)).toMatchObject({
    status: 200,
    body: { participants: [{ id: colleague.who.userId }] },
  });
  expect((await colleague.call('readTicket', { params })).status).toBe(200);
  expect(await client.call('removeParticipant', given)).toMatchObject({
    status: 200,
    body: { participants: [] },
  });
  expect((await colleague.call('readTicket', { params })).status).toBe(404);
  expect(await client.call('removeParticipant', given)).toMatchObject({
    status: 404,
    body: { code: 'not_participant' },
  });
});

test('nobody of another customer comes onto a ticket', async () => {
  const stranger = await api.person('client');
  const refused = { status: 422, body: { code: 'unknown_client', errors: [{ path: 'clientId' }] } };
  const { userId: clientId } = stranger.who;
  expect(await client.call('addParticipant', { params: { ...params, clientId } })).toMatchObject(refused);
  expect(await client.call('changeRequester', { params, body: { clientId } })).toMatchObject(refused);
});

test('a ticket is passed on by its requester or the client_admin', async () => {
  const body = { clientId: colleague.who.userId };
  await client.call('addParticipant', { params: { ...params, clientId: colleague.who.userId } });
  expect(await colleague.call('changeRequester', { params, body })).toMatchObject({
    status: 403,
    body: { code: 'not_allowed' },
  });
  expect(await admin.call('changeRequester', { params, body })).toMatchObject({
    status: 200,
    body: { requester: { id: colleague.who.userId } },
  });
  expect((await client.call('readTicket', { params })).status).toBe(404);
});

test('a split makes tickets of its own, linked both ways', async () => {
  const part = { subject: 'Lentes', description: 'No imprime etiquetas.', type: 'question' };
  const { status, body } = await agent.call('splitTicket', {
    params,
    body: { parts: [part], keepOriginal: true },
  });
  expect(status).toBe(201);
  const [folio] = (body['links'] as { splitInto: string[] }).splitInto;
  const made = await client.call('readTicket', { params: { folio: folio! }, query: '?minVersion=1' });
  expect(made).toMatchObject({
    status: 200,
    body: { subject: 'Lentes', links: { splitFrom: params.folio } },
  });
});

test('a referral closes the ticket as out of scope unless a rest stays', async () => {
  const body = { description: 'Quiere un reporte a la medida.', keepOpen: false };
  const reply = await agent.call('referTicket', { params, body });
  expect(reply).toMatchObject({
    status: 201,
    body: { status: 'closed', closure: { reason: 'out_of_scope' } },
  });
});

test('what consulting answered is recorded later, and shown to the client', async () => {
  const cost = { amount: 116_000, currency: 'MXN' };
  const update = (body: object): Promise<Reply> => agent.call('updateReferral', { params, body });
  expect(await update({ reference: 'C-1' })).toMatchObject({ status: 409, body: { code: 'not_referred' } });
  await agent.call('referTicket', { params, body: { description: 'Un reporte.', keepOpen: true } });
  expect(await update({ reference: 'C-1', cost: { amount: 1.5, currency: 'MXN' } })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'cost.amount' }] },
  });
  expect(await update({ reference: 'C-1', cost })).toMatchObject({ status: 200 });
  const { body } = await client.call('readTicket', { params });
  expect(body['referral']).toMatchObject({ reference: 'C-1', cost });
  expect(await typesSeenBy(client)).toContain('referral_updated');
});

test('a duplicate names another ticket of the same customer', async () => {
  const elsewhere = await (await api.person('client')).call('registerTicket', { body: registration() });
  const close = (duplicateOf: string): Promise<Reply> =>
    agent.call('closeTicket', {
      params,
      body: { reason: 'duplicate', message: 'Ya lo atendemos en otro.', duplicateOf },
    });
  expect(await close('999999999')).toMatchObject({ status: 422, body: { code: 'unknown_ticket' } });
  expect(await close(String(elsewhere.body['folio']))).toMatchObject({
    status: 422,
    body: { code: 'other_organization' },
  });
  expect(await close(params.folio)).toMatchObject({ status: 422, body: { code: 'same_ticket' } });
  const { body } = await client.call('registerTicket', { body: registration() });
  const original = String(body['folio']);
  expect(await close(original)).toMatchObject({
    status: 200,
    body: { closure: { reason: 'duplicate', duplicateOf: original } },
  });
});

test('duplicates never go in a circle', async () => {
  const folios: string[] = [params.folio];
  for (let count = 0; count < 2; count += 1) {
    folios.push(String((await client.call('registerTicket', { body: registration() })).body['folio']));
  }
  const [first, second, third] = folios as [string, string, string];
  const close = (folio: string, duplicateOf: string): Promise<Reply> => {
    const body = { reason: 'duplicate', message: 'Ya lo atendemos en otro.', duplicateOf };
    return agent.call('closeTicket', { params: { folio }, body });
  };
  expect((await close(second, first)).status).toBe(200);
  expect((await close(third, second)).status).toBe(200);
  for (const circle of [second, third]) {
    expect(await close(first, circle)).toMatchObject({
      status: 422,
      body: { code: 'same_ticket', errors: [{ path: 'duplicateOf' }] },
    });
  }
});

test.each([
  ['resolved', () => client],
  ['duplicate', () => client],
  ['accepted', () => agent],
  ['withdrawn', () => agent],
  ['split', () => agent],
  ['no_client_response', () => agent],
])('closing as %s is not for everybody', async (reason, who) => {
  const reply = await who().call('closeTicket', { params, body: { reason, message: 'Fin' } });
  expect(reply).toMatchObject({ status: 403, body: { code: 'not_allowed', errors: [{ path: 'reason' }] } });
});

test('a closed ticket is found in the archive and refuses everything, with the offer of a new one', async () => {
  await client.call('closeTicket', { params, body: { reason: 'withdrawn' } });
  const { body } = await client.call('listArchive', { query: '?reason=withdrawn&limit=100' });
  expect((body['items'] as { folio: string }[]).map(({ folio }) => folio)).toContain(params.folio);
  const closed = { status: 409, body: { code: 'ticket_closed', followUp: { follows: params.folio } } };
  expect(await client.call('postMessage', { params, body: { body: 'Otra cosa' } })).toMatchObject(closed);
  expect(await agent.call('postMessage', { params, body: { body: 'Otra cosa' } })).toMatchObject(closed);
  expect(await agent.call('categorizeTicket', { params, body: { type: 'question' } })).toMatchObject(closed);
  expect(await client.call('closeTicket', { params, body: { reason: 'withdrawn' } })).toMatchObject(closed);
  expect(await client.call('readTicket', { params })).toMatchObject({
    status: 200,
    body: { status: 'closed' },
  });
  expect(await typesSeenBy(client)).toContain('closed');
});

test('a ticket that runs needs no repair', async () => {
  await assign();
  const supervisor = await api.person('supervisor');
  const reply = await supervisor.call('repairTicket', { params, body: { reason: 'por si acaso' } });
  expect(reply).toMatchObject({ status: 409, body: { code: 'not_broken' } });
});

test('a ticket whose execution was terminated is repaired from its events', async () => {
  await assign();
  await api.deps.temporal.workflow.getHandle(`ticket-${params.folio}`).terminate('an operator slipped');
  const note = { params, body: { body: 'después' } };
  expect(await agent.call('addNote', note)).toMatchObject({ status: 409, body: { code: 'needs_repair' } });
  const supervisor = await api.person('supervisor');
  const repaired = await supervisor.call('repairTicket', {
    params,
    body: { reason: 'Se terminó por error' },
  });
  expect(repaired).toMatchObject({ status: 200, body: { assignee: { id: agent.who.userId } } });
  expect((await agent.call('addNote', note)).status).toBe(201);
});

test('a client who waits for a version waits for what clients are shown', async () => {
  for (const body of ['uno', 'dos']) await agent.call('addNote', { params, body: { body } });
  const waiting = client.call('readTicket', { params, query: '?minVersion=2' });
  const said = await agent.call('postMessage', { params, body: { body: 'Ya lo vemos.' } });
  expect(said.body['version']).toBe(4);
  expect((await waiting).body['version']).toBe(4);
});

test('support sees since when mails to the client fail, and the client does not', async () => {
  const failure = { recipient: { role: 'requester', id: client.who.userId }, kind: 'bounced' } as const;
  await tellMailFailure(api.deps.temporal, params.folio, { ...failure, noticeId: 'n-1' });
  await waitUntil('the failure to be shown', 20_000, async () => {
    return (await agent.call('readTicket', { params })).body['version'] === 2;
  });
  const { body } = await agent.call('readTicket', { params });
  const { items } = (await agent.call('listTicketEvents', { params })).body as { items: { at: string }[] };
  expect(body['internal']).toMatchObject({
    mailFailed: [{ recipient: 'requester', kind: 'bounced', since: items[1]!.at }],
  });
  expect((await client.call('readTicket', { params })).body['internal']).toBeNull();
});

/** Every item of a list, two at a time. */
async function pageThrough(read: (query: string) => Promise<Reply>): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  let cursor: string | null = null;
  do {
    const { body } = await read(cursor === null ? '?limit=2' : `?limit=2&cursor=${cursor}`);
    const page = body as { items: Record<string, unknown>[]; nextCursor: string | null };
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return items;
}

test('a timeline is read page by page without gaps', async () => {
  for (const body of ['uno', 'dos', 'tres']) await agent.call('addNote', { params, body: { body } });
  const events = await pageThrough((query) => agent.call('listTicketEvents', { params, query }));
  expect(events.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test('a list is read page by page, each ticket once', async () => {
  const own = await api.person('client');
  const register = async (): Promise<string> =>
    String((await own.call('registerTicket', { body: registration() })).body['folio']);
  const folios = await Promise.all([1, 2, 3, 4, 5].map(register));
  for (const folio of folios) await agent.call('addNote', { params: { folio }, body: { body: 'nota' } });
  const items = await pageThrough((query) => own.call('listTickets', { query }));
  expect(items.map(({ folio }) => folio).sort()).toEqual(folios.sort());
});

test('a message carries files of its writer, each for one ticket', async () => {
  const [own, foreign] = [await upload(client), await upload(colleague)];
  const refused = { status: 422, body: { code: 'unknown_attachment', errors: [{ path: 'attachmentIds' }] } };
  const write = (attachmentIds: string[], at = params): Promise<Reply> =>
    client.call('postMessage', { params: at, body: { body: 'Va el archivo', attachmentIds } });
  expect(await write([foreign])).toMatchObject(refused);
  expect(await write(['no-such-file'])).toMatchObject(refused);
  expect([201, 202]).toContain((await write([own])).status);
  const { body } = await client.call('registerTicket', { body: registration() });
  expect(await write([own], { folio: String(body['folio']) })).toMatchObject(refused);
});

test('a registration carries files too', async () => {
  const file = await upload(client);
  const { status, body } = await client.call('registerTicket', {
    body: registration({ attachmentIds: [file] }),
  });
  expect({ status, attachmentIds: body['attachmentIds'] }).toEqual({ status: 201, attachmentIds: [file] });
  const again = await client.call('registerTicket', { body: registration({ attachmentIds: [file] }) });
  expect(again).toMatchObject({ status: 422, body: { code: 'unknown_attachment' } });
});
