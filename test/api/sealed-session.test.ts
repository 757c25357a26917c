import { setTimeout as wait } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { findRemoteSession, readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { startSessionApi, type SessionApi } from '../support/session-api';
import type { Caller } from './caller';
import { registration } from './registration';

let sessions: SessionApi;
let client: Caller;
let agent: Caller;
let admin: Caller;

beforeAll(async () => {
  sessions = await startSessionApi();
  const { api } = sessions;
  [client, agent, admin] = [await api.person('client'), await api.person('agent'), await api.person('admin')];
}, 120_000);

afterAll(() => sessions.stop());

const WORDS = ['Que me guíe con la agenda', 'Ya no hace falta, soy Ana', 'Ana López'];

/** As it lies in the engine: everything that is not sealed, readable. */
async function storedHistory(workflowId: string): Promise<string> {
  const history = await sessions.api.deps.temporal.workflow.getHandle(workflowId).fetchHistory();
  const text = historyToJSON(history);
  const values = [...text.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].map(([, value]) => value!);
  return [text, ...values.map((value) => Buffer.from(value, 'base64').toString('utf8'))].join('\n');
}

async function untilEnded(workflowId: string): Promise<void> {
  const handle = sessions.api.deps.temporal.workflow.getHandle(workflowId);
  while ((await handle.describe()).status.name === 'RUNNING') await wait(30);
}

async function pay(id: string): Promise<void> {
  const { body } = await client.call('openRemoteSessionCheckout', { params: { id } });
  const { url } = body['checkout'] as { url: string };
  await fetch(url, { method: 'POST', body: 'tarjeta=aceptada', redirect: 'manual' });
  await waitUntil('the payment to be on record', 20_000, async () => {
    return (await findRemoteSession(sessions.api.deps.store, id))?.session.state === 'paid';
  });
}

test('a session is sealed with the key of its ticket, holds an erasure, and loses its words with it', async () => {
  const { store } = sessions.api.deps;
  const { body: ticket } = await client.call('registerTicket', { body: registration() });
  const params = { folio: String(ticket['folio']) };
  const asked = await client.call('requestRemoteSession', {
    params,
    body: { platform: 'zoom', reason: WORDS[0] },
  });
  const id = String(asked.body['id']);
  expect((await agent.call('quoteRemoteSession', { params: { id }, body: {} })).status).toBe(200);
  await pay(id);
  // What is owed must be sent back before the session ends.
  sessions.payments.mischief.failing = 1_000;
  await client.call('cancelRemoteSession', { params: { id }, body: { reason: WORDS[1] } });
  await client.call('closeTicket', { params, body: { reason: 'withdrawn', message: WORDS[2] } });
  await untilEnded(ticketWorkflowId(params.folio));

  const person = { id: client.who.userId };
  const refused = await admin.call('erasePerson', { params: person });
  expect([refused.status, refused.body['code']]).toEqual([409, 'open_tickets']);
  sessions.payments.mischief.failing = 0;
  await agent.call('retryRemoteSession', { params: { id } });
  await untilEnded(id);
  for (const workflowId of [id, ticketWorkflowId(params.folio)]) {
    const stored = await storedHistory(workflowId);
    expect(stored).toContain('encryption-key-id');
    expect(WORDS.filter((word) => stored.includes(word))).toEqual([]);
  }
  const before = (await findRemoteSession(store, id))!;
  expect(before.session.reason).toBe(WORDS[0]);

  expect((await admin.call('erasePerson', { params: person })).status).toBe(200);
  const after = (await findRemoteSession(store, id))!;
  expect(after).toEqual({ ...before, session: { ...before.session, reason: '—' } });
  const events = JSON.stringify(await readSessionEvents(store, id));
  expect(WORDS.filter((word) => events.includes(word))).toEqual([]);
}, 60_000);
