import { ApiUnderTest } from './api-under-test';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let client: Caller;
let agent: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ worker: true });
  client = await api.person('client');
  agent = await api.person('agent');
}, 120_000);

afterAll(() => api.stop());

const FIRST_ATTENTION = {
  nature: 'La agenda no carga',
  priorityConfirmed: true,
  contactConfirmed: true,
  historyReviewed: true,
  possibleSolutions: [{ summary: 'Limpiar la memoria del navegador', estimatedMinutes: 30 }],
  responsibilities: 'El cliente prueba con otro navegador.',
};

async function register(
  changes: Record<string, unknown> = {},
  by: Caller = client,
): Promise<{ folio: string }> {
  const { status, body } = await by.call('registerTicket', { body: registration(changes) });
  expect(status).toBe(201);
  return { folio: String(body['folio']) };
}

/** Through the policy's process up to the point where a solution may be given. */
async function attend(params: { folio: string }): Promise<void> {
  const steps = [
    await agent.call('categorizeTicket', { params, body: { type: 'technical_problem', note: 'visto' } }),
    await agent.call('prioritizeTicket', { params, body: { impact: 'one_user', urgency: 'degraded' } }),
    await agent.call('assignTicket', { params, body: { agentId: agent.who.userId } }),
    await agent.call('attendTicket', {
      params,
      body: { ...FIRST_ATTENTION, message: 'Buen día, lo reviso.' },
    }),
  ];
  expect(steps.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
}

function milestonesOf({ body }: Reply): Record<string, unknown> {
  return body['milestones'] as Record<string, unknown>;
}

test('a ticket goes from registration to the archive', async () => {
  const params = await register();
  await attend(params);
  const attended = await client.call('readTicket', { params });
  expect(milestonesOf(attended)).toMatchObject({
    firstAttention: { by: { id: agent.who.userId } },
    resolved: null,
  });

  const solved = await agent.call('proposeSolution', {
    params,
    body: { summary: 'Cambie de navegador', origin: 'client_use' },
  });
  expect(solved.status).toBe(201);
  expect(solved.body).toMatchObject({ status: 'waiting_client' });

  const doubt = await client.call('postMessage', { params, body: { body: 'Sigue igual' } });
  expect([201, 202]).toContain(doubt.status);
  const second = await agent.call('proposeSolution', { params, body: { summary: 'Actualice el navegador' } });
  expect(second.body).toMatchObject({ status: 'waiting_client' });
  const deadline = await client.call('readDeadline', { params });
  expect(deadline.body).toMatchObject({ businessHours: 48, autoCloseAt: second.body['autoCloseAt'] });

  const closed = await client.call('closeTicket', { params, body: { reason: 'accepted' } });
  expect(closed.status).toBe(200);
  expect(closed.body).toMatchObject({ status: 'closed', closure: { reason: 'accepted' } });

  const archived = await client.call('readArchived', { params });
  expect(archived.status).toBe(200);
  const types = (archived.body['events'] as { type: string }[]).map(({ type }) => type);
  expect(types.filter((type) => type === 'closed')).toHaveLength(1);
  const listed = await client.call('listTickets');
  expect(JSON.stringify(listed.body)).not.toContain(`"folio":"${params.folio}"`);
});
