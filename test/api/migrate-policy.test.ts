import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;
let supervisor: Caller;
let params: { folio: string };
/** Of the present policy; others for each test, so that the closing moves. */
let hours = 48;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  agent = await api.person('agent');
  supervisor = await api.person('supervisor');
}, 120_000);

/** A ticket of the present versions that waits for its client, and a policy and a calendar that are newer. */
beforeEach(async () => {
  const { body } = await client.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']) };
  await agent.call('assignTicket', { params, body: { agentId: agent.who.userId } });
  await agent.call('postMessage', { params, body: { body: '¿Qué navegador usa?', awaitsClient: true } });
  const { store, clock } = api.deps;
  const by = { now: clock(), by: null };
  const weekly = { ...DEFAULT_CALENDAR.weekly, '6': [{ from: '09:00', to: '14:00' }] };
  await addCalendarVersion(store, DEFAULT_CALENDAR.id, { ...DEFAULT_CALENDAR, weekly }, by);
  hours += 1;
  await addPolicyVersion(store, { ...DEFAULT_SUPPORT_POLICY, waitingClientHours: hours }, by);
});

afterAll(() => api.stop());

const migrate = (by: Caller, body: Record<string, unknown> = {}): Promise<Reply> =>
  by.call('migrateTicketPolicy', { params, body: { reason: 'Nuevo horario', ...body } });

interface Rules {
  policyVersion: number;
  calendar: { id: string; version: number };
}

async function rulesOf(by: Caller = agent): Promise<Rules> {
  const { internal } = (await by.call('readTicket', { params })).body as { internal: Rules };
  return { policyVersion: internal.policyVersion, calendar: internal.calendar };
}

async function lastEvent(by: Caller): Promise<{ type: string; data: Record<string, unknown> }> {
  const { items } = (await by.call('listTicketEvents', { params, query: '?limit=100' })).body as {
    items: { type: string; data: Record<string, unknown> }[];
  };
  return items.at(-1)!;
}

test('a supervisor holds an open ticket to the present versions, and its wait is explained by them', async () => {
  const before = await rulesOf();
  const reply = await migrate(supervisor);
  const after = {
    policyVersion: before.policyVersion + 1,
    calendar: { ...before.calendar, version: before.calendar.version + 1 },
  };
  expect(reply).toMatchObject({ status: 200, body: { status: 'waiting_client', internal: after } });
  const { body } = await client.call('readDeadline', { params });
  expect(body).toMatchObject({ businessHours: hours, calendar: after.calendar });
  expect(body['autoCloseAt']).toBe(reply.body['autoCloseAt']);
  expect(await lastEvent(agent)).toMatchObject({
    type: 'policy_migrated',
    data: { before, after, reason: 'Nuevo horario' },
  });
});

test('the client is told the other instant, and nothing of versions and reasons', async () => {
  await migrate(supervisor);
  const { type, data } = await lastEvent(client);
  expect(type).toBe('policy_migrated');
  expect(Object.keys(data).sort()).toEqual(['closingBefore', 'wait']);
});

test('versions may be named one by one; what there is not is refused', async () => {
  const before = await rulesOf();
  const calendarOnly = {
    policyVersion: before.policyVersion,
    calendarVersion: before.calendar.version + 1,
  };
  expect((await migrate(supervisor, calendarOnly)).status).toBe(200);
  expect(await rulesOf()).toEqual({
    policyVersion: before.policyVersion,
    calendar: { ...before.calendar, version: before.calendar.version + 1 },
  });
  for (const field of ['policyVersion', 'calendarVersion']) {
    expect(await migrate(supervisor, { [field]: 999 })).toMatchObject({
      status: 422,
      body: { code: 'unknown_version', errors: [{ path: field }] },
    });
  }
});

test('the versions that a ticket is held to already change nothing', async () => {
  const { body } = await migrate(supervisor);
  expect(await migrate(supervisor)).toMatchObject({ status: 200, body: { version: body['version'] } });
});

test('a reason is required, agents may not, clients do not find it, and a closed ticket refuses', async () => {
  expect((await supervisor.call('migrateTicketPolicy', { params, body: {} })).status).toBe(400);
  expect((await migrate(agent)).status).toBe(403);
  expect((await migrate(await api.person('client'))).status).toBe(404);
  await client.call('closeTicket', { params, body: { reason: 'withdrawn' } });
  expect(await migrate(supervisor)).toMatchObject({
    status: 409,
    body: { code: 'ticket_closed', followUp: { follows: params.folio } },
  });
});

test('a repaired ticket goes on under the rules that it was migrated to', async () => {
  const { body } = await migrate(supervisor);
  await api.deps.temporal.workflow.getHandle(`ticket-${params.folio}`).terminate('an operator slipped');
  const repair = { params, body: { reason: 'Se terminó por error' } };
  const repaired = await supervisor.call('repairTicket', repair);
  expect(repaired.body['autoCloseAt']).toBe(body['autoCloseAt']);
  await agent.call('postMessage', { params, body: { body: '¿Y qué versión?', awaitsClient: true } });
  const deadline = await client.call('readDeadline', { params });
  expect(deadline.body).toMatchObject({ businessHours: hours, calendar: (await rulesOf()).calendar });
});

test('the audit log says who did it, and what the ticket was held to', async () => {
  const before = await rulesOf();
  await migrate(supervisor);
  const admin = await api.person('admin');
  const { items } = (await admin.call('listAudit', { query: '?limit=100' })).body as {
    items: { action: string; target: { id: string }; details: { before: Rules; after: Rules } }[];
  };
  const entry = items.find(({ action, target }) => {
    return action === 'migrateTicketPolicy' && target.id === params.folio;
  });
  expect(entry?.details.before).toMatchObject(before);
  expect(entry?.details.after).toMatchObject({ policyVersion: before.policyVersion + 1 });
});
