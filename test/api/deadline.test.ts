import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { ALWAYS_OPEN } from '../support/registration';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

/** One second of business time. */
const A_SECOND = 1 / 3600;

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  agent = await api.person('agent');
  const { store, clock } = api.deps;
  const by = { now: clock(), by: null };
  await addCalendarVersion(store, DEFAULT_CALENDAR.id, ALWAYS_OPEN, by);
  await addPolicyVersion(store, { ...DEFAULT_SUPPORT_POLICY, waitingClientHours: A_SECOND }, by);
}, 120_000);

afterAll(() => api.stop());

async function registered(): Promise<{ folio: string }> {
  const { body } = await client.call('registerTicket', { body: registration() });
  return { folio: String(body['folio']) };
}

test('a ticket that silence closed still explains the wait that closed it, to who may see it', async () => {
  const params = await registered();
  await agent.call('assignTicket', { params, body: { agentId: agent.who.userId } });
  const question = { body: '¿Qué navegador usa?', awaitsClient: true };
  const { body: asked } = await agent.call('postMessage', { params, body: question });
  await waitUntil('silence to close it', 30_000, async () => {
    return (await client.call('readTicket', { params })).body['status'] === 'closed';
  });
  const closed = { autoCloseAt: asked['autoCloseAt'], businessHours: A_SECOND };
  for (const reader of [client, agent]) {
    expect(await reader.call('readDeadline', { params })).toMatchObject({ status: 200, body: closed });
  }
  expect((await (await api.person('client')).call('readDeadline', { params })).status).toBe(404);
});

test('a ticket that was closed by somebody has no such wait', async () => {
  const params = await registered();
  await client.call('closeTicket', { params, body: { reason: 'withdrawn' } });
  expect((await client.call('readDeadline', { params })).status).toBe(404);
});
