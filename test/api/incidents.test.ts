import { randomUUID } from 'node:crypto';
import { finishUpdates, sendUpdate } from '../../src/api/routes/incidents/update';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { keepUpdate } from '../../src/store/desk/incidents';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let supervisor: Caller;
let agent: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  supervisor = await api.person('supervisor');
  agent = await api.person('agent');
}, 120_000);

afterAll(() => api.stop());

async function openIncident(changes: object = {}): Promise<{ id: string }> {
  const body = { title: 'Agenda caída', notice: 'La agenda no abre.', severity: 'critical', ...changes };
  const reply = await supervisor.call('openIncident', { body });
  expect(reply).toMatchObject({ status: 201, body: { ...body, state: 'open', affectedCustomers: 0 } });
  return { id: String(reply.body['id']) };
}

async function register(owner: Caller, changes: Record<string, unknown> = {}): Promise<string> {
  return String((await owner.call('registerTicket', { body: registration(changes) })).body['folio']);
}

async function link(params: { id: string }, folio: string): Promise<void> {
  const reply = await supervisor.call('linkIncidentTicket', { params: { ...params, folio } });
  expect(reply).toMatchObject({ status: 200 });
}

/** How often a ticket's timeline holds a message. */
async function published(folio: string, body: string): Promise<number> {
  const { body: events } = await agent.call('listTicketEvents', { params: { folio }, query: '?limit=100' });
  return (events['items'] as { data: unknown }[]).filter(({ data }) => JSON.stringify(data).includes(body))
    .length;
}

test('an update reaches every linked open ticket once, also when it is repeated', async () => {
  const owners = [await api.person('client'), await api.person('client')];
  const folios = [await register(owners[0]!), await register(owners[1]!), await register(owners[1]!)];
  const closed = folios[2]!;
  const params = await openIncident();
  for (const folio of folios) await link(params, folio);
  const { body: seen } = await agent.call('readIncident', { params });
  expect(seen).toMatchObject({ folios, affectedCustomers: 2, updates: [] });
  await owners[1]!.call('closeTicket', {
    params: { folio: closed },
    body: { reason: 'withdrawn', message: 'Ya no hace falta.' },
  });
  const text = `Trabajamos en ello ${randomUUID()}`;
  const given = { params, body: { body: text }, headers: { 'Idempotency-Key': randomUUID() } };
  const first = await supervisor.call('postIncidentUpdate', given);
  const outcomes = first.body['tickets'] as { folio: string; outcome: string }[];
  expect(outcomes.map(({ outcome }) => outcome)).toEqual(['sent', 'sent', 'closed']);
  expect((await agent.call('readIncident', { params })).body).toMatchObject({ folios, openTickets: 2 });
  expect((await supervisor.call('postIncidentUpdate', given)).body).toEqual(first.body);
  for (const folio of folios) expect(await published(folio, text)).toBe(folio === closed ? 0 : 1);
}, 60_000);

function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

test('a crash between the record and the sending is finished by the next round', async () => {
  const owner = await api.person('client');
  const folios = [await register(owner), await register(owner)];
  const outcomes = { [folios[0]!]: 'pending', [folios[1]!]: 'pending' } as const;
  const by = { id: supervisor.who.userId, role: 'supervisor' } as const;
  const left = async (minutes: number): Promise<{ id: string; text: string }> => {
    const [id, text] = [randomUUID().replaceAll('-', ''), `Aviso ${randomUUID()}`];
    const update = { _id: id, incidentId: 'x', body: text, by, at: minutesAgo(minutes), outcomes };
    await keepUpdate(api.deps.store, { ...update, settled: false });
    return { id, text };
  };
  const [young, due, stale] = [await left(0), await left(1), await left(25 * 60)];
  await finishUpdates(api.deps);
  await finishUpdates(api.deps);
  const stored = async ({ id }: { id: string }): Promise<unknown> =>
    api.deps.store.incidentUpdates.findById(id).lean();
  expect(await stored(young)).toMatchObject({ outcomes, settled: false });
  expect(await stored(due)).toMatchObject({
    outcomes: { [folios[0]!]: 'sent', [folios[1]!]: 'sent' },
    settled: true,
  });
  expect(await stored(stale)).toMatchObject({
    outcomes: { [folios[0]!]: 'refused', [folios[1]!]: 'refused' },
    settled: true,
  });
  for (const folio of folios) {
    expect(await published(folio, young.text)).toBe(0);
    expect(await published(folio, due.text)).toBe(1);
    expect(await published(folio, stale.text)).toBe(0);
  }
}, 60_000);

test('a crash after some tickets were told is finished without telling them twice', async () => {
  const owner = await api.person('client');
  const folios = [await register(owner), await register(owner)];
  const text = `Aviso ${randomUUID()}`;
  const update = await keepUpdate(api.deps.store, {
    _id: randomUUID().replaceAll('-', ''),
    incidentId: 'x',
    body: text,
    by: { id: supervisor.who.userId, role: 'supervisor' },
    at: minutesAgo(1),
    outcomes: { [folios[0]!]: 'pending' },
    settled: false,
  });
  await sendUpdate(api.deps, update);
  // As it stood before any outcome was noted.
  const outcomes = { [folios[0]!]: 'pending', [folios[1]!]: 'pending' } as const;
  await api.deps.store.incidentUpdates.updateOne({ _id: update._id }, { $set: { outcomes, settled: false } });
  await finishUpdates(api.deps);
  expect(await api.deps.store.incidentUpdates.findById(update._id).lean()).toMatchObject({
    outcomes: { [folios[0]!]: 'sent', [folios[1]!]: 'sent' },
    settled: true,
  });
  for (const folio of folios) expect(await published(folio, text)).toBe(1);
}, 60_000);

test('a ticket has one incident, and can be taken out of it', async () => {
  const folio = await register(await api.person('client'));
  const [one, other] = [await openIncident(), await openIncident()];
  await link(one, folio);
  await link(one, folio);
  expect(await supervisor.call('linkIncidentTicket', { params: { ...other, folio } })).toMatchObject({
    status: 409,
    body: { code: 'already_exists' },
  });
  await supervisor.call('unlinkIncidentTicket', { params: { ...one, folio } });
  await link(other, folio);
});

/** Types and data of the events that tell of an incident, as somebody reads them. */
async function toldOf(caller: Caller, folio: string): Promise<[string, unknown][]> {
  const { body } = await caller.call('listTicketEvents', { params: { folio }, query: '?limit=100' });
  const items = body['items'] as { type: string; data: unknown }[];
  return items
    .filter(({ type }) => type === 'incident_linked' || type === 'incident_unlinked')
    .map(({ type, data }) => [type, data]);
}

test("a ticket's timeline tells support which incident it is part of, and its client only that it is", async () => {
  const owner = await api.person('client');
  const folio = await register(owner);
  const incident = await openIncident();
  const params = { ...incident, folio };
  await link(incident, folio);
  await link(incident, folio);
  const called = { incidentId: incident.id, title: 'Agenda caída' };
  expect(await toldOf(agent, folio)).toEqual([['incident_linked', called]]);
  expect(await toldOf(owner, folio)).toEqual([['incident_linked', {}]]);
  for (let times = 0; times < 2; times += 1)
    expect(await supervisor.call('unlinkIncidentTicket', { params })).toMatchObject({ status: 204 });
  expect(await toldOf(agent, folio)).toEqual([
    ['incident_linked', called],
    ['incident_unlinked', called],
  ]);
  expect(await toldOf(owner, folio)).toEqual([
    ['incident_linked', {}],
    ['incident_unlinked', {}],
  ]);
  expect((await agent.call('readIncident', { params: incident })).body).toMatchObject({ folios: [] });
});

test('of two incidents at once a ticket becomes part of one', async () => {
  const folio = await register(await api.person('client'));
  const both = [await openIncident(), await openIncident()];
  const replies = await Promise.all(
    both.map((incident) => supervisor.call('linkIncidentTicket', { params: { ...incident, folio } })),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = both[replies.findIndex(({ status }) => status === 200)]!;
  expect((await agent.call('readTicket', { params: { folio } })).body['incident']).toMatchObject(won);
  expect(await toldOf(agent, folio)).toHaveLength(1);
});

test('a closed ticket stays as it is: nothing links it or takes it out', async () => {
  const owner = await api.person('client');
  const [alone, linked] = [await register(owner), await register(owner)];
  const incident = await openIncident();
  await link(incident, linked);
  for (const folio of [alone, linked])
    await owner.call('closeTicket', {
      params: { folio },
      body: { reason: 'withdrawn', message: 'Ya no hace falta.' },
    });
  const refused = { status: 409, body: { code: 'ticket_closed' } };
  const paramsOf = (folio: string): Record<string, string> => ({ ...incident, folio });
  expect(await supervisor.call('linkIncidentTicket', { params: paramsOf(alone) })).toMatchObject(refused);
  expect(await supervisor.call('unlinkIncidentTicket', { params: paramsOf(linked) })).toMatchObject(refused);
  expect((await agent.call('readIncident', { params: incident })).body).toMatchObject({ folios: [linked] });
  expect(await toldOf(agent, linked)).toHaveLength(1);
});

test('a link from before tickets knew of theirs is kept to, and can be undone', async () => {
  const owner = await api.person('client');
  const folio = await register(owner);
  const [old, other] = [await openIncident(), await openIncident()];
  const organizationId = owner.who.organizationId!;
  await api.deps.store.incidentLinks.create({ _id: folio, incidentId: old.id, organizationId });
  expect(await supervisor.call('linkIncidentTicket', { params: { ...other, folio } })).toMatchObject({
    status: 409,
    body: { code: 'already_exists' },
  });
  expect(await supervisor.call('unlinkIncidentTicket', { params: { ...old, folio } })).toMatchObject({
    status: 204,
  });
  await link(other, folio);
  expect((await agent.call('readTicket', { params: { folio } })).body['incident']).toMatchObject(other);
});

test('support sees the incident of a ticket, its client does not', async () => {
  const owner = await api.person('client');
  const folio = await register(owner);
  const seen = async (caller: Caller): Promise<unknown> =>
    (await caller.call('readTicket', { params: { folio } })).body['incident'];
  expect(await seen(agent)).toBeNull();
  const params = await openIncident();
  await link(params, folio);
  expect(await seen(agent)).toEqual({ id: params.id, title: 'Agenda caída' });
  expect(await seen(owner)).toBeNull();
});

test('a customer whose tickets have ended is not affected any more', async () => {
  const owners = [await api.person('client'), await api.person('client')];
  const folios = [await register(owners[0]!), await register(owners[1]!)];
  const params = await openIncident();
  for (const folio of folios) await link(params, folio);
  await owners[1]!.call('closeTicket', {
    params: { folio: folios[1]! },
    body: { reason: 'withdrawn', message: 'Ya no hace falta.' },
  });
  await waitUntil('the archive', 30_000, async () => {
    const { body } = await agent.call('readIncident', { params });
    return body['openTickets'] === 1;
  });
  expect((await agent.call('readIncident', { params })).body).toMatchObject({
    folios,
    affectedCustomers: 1,
    linkedCustomers: 2,
  });
}, 60_000);

test('clients read the notices of open incidents, and nothing else of them', async () => {
  const client = await api.person('client');
  const params = await openIncident({ notice: 'Estamos revisando la agenda.' });
  const notices = async (): Promise<string> =>
    JSON.stringify((await client.call('listIncidentNotices')).body);
  expect(await notices()).toContain('Estamos revisando la agenda.');
  expect(await notices()).not.toContain('Agenda caída');
  expect(await client.call('readIncident', { params })).toMatchObject({ status: 404 });
  expect(await client.call('listIncidents')).toMatchObject({ status: 403 });
  expect(await agent.call('changeIncident', { params, body: { state: 'resolved' } })).toMatchObject({
    status: 403,
  });
  const { body } = await supervisor.call('changeIncident', { params, body: { state: 'resolved' } });
  expect(body).toMatchObject({ state: 'resolved', resolvedAt: expect.any(String) as string });
  expect(await notices()).not.toContain('Estamos revisando la agenda.');
});

test('a burst of one type is proposed until its tickets are linked', async () => {
  const owners = [await api.person('client'), await api.person('client')];
  const folios: string[] = [];
  for (let count = 0; count < 5; count += 1) {
    const folio = await register(owners[count % 2]!, { type: 'service_interruption' });
    folios.push(folio);
    await agent.call('addNote', { params: { folio }, body: { body: 'visto' } });
  }
  const proposals = async (): Promise<unknown[]> =>
    (await supervisor.call('proposeIncidents')).body['items'] as unknown[];
  expect(await proposals()).toContainEqual(
    expect.objectContaining({ type: 'service_interruption', folios, customers: 2 }),
  );
  await link(await openIncident(), folios[0]!);
  expect(JSON.stringify(await proposals())).not.toContain('service_interruption');
}, 60_000);
