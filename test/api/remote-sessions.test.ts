import { setTimeout as wait } from 'node:timers/promises';
import { readLedger } from '../../src/store/remote-sessions/ledger';
import { findRemoteSession } from '../../src/store/remote-sessions/remote-sessions';
import { startSessionApi, type SessionApi } from '../support/session-api';
import type { Caller, Reply } from './caller';
import { OpenStream, type Message } from './open-stream';
import { registration } from './registration';

let sessions: SessionApi;
let client: Caller;
let stranger: Caller;
let agent: Caller;
let supervisor: Caller;

beforeAll(async () => {
  sessions = await startSessionApi();
  const { api } = sessions;
  [client, stranger, agent, supervisor] = [
    await api.person('client'),
    await api.person('client'),
    await api.person('agent'),
    await api.person('supervisor'),
  ];
  await api.deps.store.agents.updateOne({ _id: agent.who.userId }, { $set: { available: true } });
}, 120_000);

afterAll(() => sessions.stop());

async function request(platform = 'zoom'): Promise<{ id: string; folio: string }> {
  const ticket = await client.call('registerTicket', { body: registration() });
  const folio = String(ticket.body['folio']);
  const asked = await client.call('requestRemoteSession', {
    params: { folio },
    body: { platform, reason: 'Verlo juntos' },
  });
  expect(asked.status).toBe(201);
  expect(asked.body).toMatchObject({ state: 'requested', folio, troubles: null });
  return { id: String(asked.body['id']), folio };
}

async function until(
  id: string,
  condition: (body: Reply['body']) => boolean,
  by = client,
): Promise<Reply['body']> {
  for (;;) {
    const { status, body } = await by.call('readRemoteSession', { params: { id } });
    expect(status).toBe(200);
    if (condition(body)) return body;
    await wait(50);
  }
}

function pageOf(body: Reply['body']): { url: string; checkoutId: string } {
  const url = String((body['checkout'] as { url: string }).url);
  return { url, checkoutId: url.split('/').at(-1)! };
}

async function quoted(platform?: string): Promise<{ id: string; folio: string }> {
  const made = await request(platform);
  const { body, status } = await agent.call('quoteRemoteSession', { params: { id: made.id }, body: {} });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    state: 'quoted',
    quote: { amount: 116_000, net: 100_000, vat: 16_000, currency: 'MXN' },
  });
  return made;
}

async function paid(platform?: string): Promise<{ id: string; folio: string; checkoutId: string }> {
  const made = await quoted(platform);
  const opened = await client.call('openRemoteSessionCheckout', { params: { id: made.id } });
  expect(opened.status).toBe(201);
  const { url, checkoutId } = pageOf(opened.body);
  const page = await fetch(url, { method: 'POST', body: 'tarjeta=aceptada', redirect: 'manual' });
  expect(page.status).toBe(303);
  const seen = await until(made.id, ({ state }) => state === 'paid');
  expect(seen).toMatchObject({
    nextActor: 'client',
    countdown: { to: 'chooseTimeBefore' },
    actions: ['choose_slot', 'cancel', 'put_invoice_data'],
    receipt: { amount: 116_000, net: 100_000, vat: 16_000, method: 'card' },
    ledger: null,
    stuck: null,
  });
  return { ...made, checkoutId };
}

async function send(body: string, signature: string): Promise<number> {
  const { status } = await fetch(`${sessions.api.url}/api/v1/webhooks/local`, {
    method: 'POST',
    headers: { 'stripe-signature': signature, 'content-type': 'application/json' },
    body,
  });
  return status;
}

test('a client pays on the page, chooses a time, and sees the access only in its window', async () => {
  const { id } = await paid();
  const { body: slots } = await client.call('listRemoteSessionSlots', { params: { id } });
  const [slot] = slots['items'] as { startsAt: string; endsAt: string }[];
  const chosen = await client.call('chooseRemoteSessionSlot', {
    params: { id },
    body: { startsAt: slot!.startsAt },
  });
  expect(chosen.body).toMatchObject({ state: 'scheduled', slot });
  const ready = await until(id, ({ meetingReady }) => meetingReady === true);
  const meeting = [...sessions.meetings.meetings.values()].at(-1)!;

  const early = await client.call('readRemoteSessionAccess', { params: { id } });
  expect(early.status).toBe(403);
  expect(early.body).toMatchObject({
    code: 'outside_window',
    opensAt: (ready['window'] as { opensAt: string }).opensAt,
  });

  const { deps } = sessions.api;
  const moment = Date.parse(slot!.startsAt) - 60_000;
  const clock = jest.spyOn(deps, 'clock').mockReturnValue(new Date(moment));
  try {
    for (const person of [client, agent]) {
      const access = await person.call('readRemoteSessionAccess', { params: { id } });
      expect(access.body).toMatchObject({ link: meeting.joinUrl, password: meeting.passcode });
      expect(access.headers.get('cache-control')).toBe('no-store');
    }
    expect((await supervisor.call('readRemoteSessionAccess', { params: { id } })).status).toBe(403);
    expect((await stranger.call('readRemoteSessionAccess', { params: { id } })).status).toBe(404);
  } finally {
    clock.mockRestore();
  }
  const everything = JSON.stringify([
    (await agent.call('listRemoteSessions')).body,
    await findRemoteSession(deps.store, id),
    await deps.store.sessionEvents.find({ sessionId: id }).lean(),
    await deps.store.sessionAccess.find({}).lean(),
  ]);
  expect(everything).not.toContain(meeting.passcode);
  expect(everything).not.toContain(meeting.joinUrl);

  const gone = await client.call('cancelRemoteSession', { params: { id }, body: { reason: 'Ya no' } });
  expect(gone.status).toBe(200);
  const end = await until(
    id,
    ({ ledger, payments }) => {
      const [payment] = payments as { refundDue: number }[];
      return (ledger as unknown[]).length === 2 && payment?.refundDue === 0;
    },
    agent,
  );
  expect(end).toMatchObject({ state: 'cancelled', payments: [{ kept: true, refundDue: 0 }] });
});

test('a session whose payment the bank takes back before it was held ends, and gives its time and meeting back', async () => {
  const { id, checkoutId } = await paid();
  const { body: slots } = await client.call('listRemoteSessionSlots', { params: { id } });
  const [slot] = slots['items'] as { startsAt: string }[];
  const body = { startsAt: slot!.startsAt };
  await client.call('chooseRemoteSessionSlot', { params: { id }, body });
  await until(id, ({ meetingReady }) => meetingReady === true);
  const meeting = [...sessions.meetings.meetings.values()].at(-1)!;

  await sessions.payments.dispute(checkoutId, 'needs_response');
  await until(id, ({ payments }) => (payments as { dispute: string }[])[0]?.dispute === 'open');
  await sessions.payments.dispute(checkoutId, 'lost');
  const ended = await until(id, ({ state, meetingReady }) => state === 'cancelled' && !meetingReady);
  expect(ended).toMatchObject({ slot: null, payments: [{ dispute: 'lost', refunded: 0, refundDue: 0 }] });
  expect(meeting.state).toBe('deleted');
  const { store } = sessions.api.deps;
  const told = await store.notices.find({ folio: id, kind: 'session_cancelled' }).lean();
  expect(told.map(({ recipientId }) => recipientId)).toEqual([client.who.userId]);
});

test('AnyDesk: the agent enters address and code, and nobody reads them before the time', async () => {
  const made = await request('anydesk');
  const params = { id: made.id };
  await agent.call('quoteRemoteSession', { params, body: {} });
  const file = { method: 'transfer', reference: 'SPEI-9', attachmentId: 'no-such-file' };
  const unknown = await supervisor.call('confirmRemoteSessionPayment', { params, body: file });
  expect(unknown.body).toMatchObject({ status: 422, code: 'unknown_attachment' });
  const early = await agent.call('giveRemoteSessionMeeting', {
    params,
    body: { address: '123 456 789', code: 'x' },
  });
  expect(early.body).toMatchObject({ status: 409, code: 'session_state' });
  expect((await agent.call('confirmRemoteSessionPayment', { params, body: file })).status).toBe(403);
  expect((await stranger.call('readRemoteSession', { params })).status).toBe(404);
  expect((await client.call('quoteRemoteSession', { params, body: {} })).status).toBe(403);
});

test('a repeated request gives the first answer, and one session at a time is enough', async () => {
  const { folio } = await request();
  const again = await client.call('requestRemoteSession', {
    params: { folio },
    body: { platform: 'zoom', reason: 'Otra' },
  });
  expect(again.body).toMatchObject({ status: 409, code: 'session_underway' });
});

test('a storm of hundreds of news, many of them twice, in any order, moves the money once', async () => {
  const { id, checkoutId } = await paid();
  const object = { id: checkoutId, object: 'checkout.session', metadata: { session_id: id } };
  const completed = sessions.payments.news('checkout.session.completed', object);
  const others = ['charge.refunded', 'checkout.session.expired', 'payment_intent.succeeded'].map((type) =>
    sessions.payments.news(type, { ...object, id: `x_${type}` }),
  );
  const known = Array.from({ length: 40 }, () => [completed, ...others]).flat();
  const fresh = Array.from({ length: 60 }, (_, count) =>
    sessions.payments.news(count % 2 ? 'checkout.session.completed' : 'charge.updated', object),
  );
  const storm = shuffled([...known, ...fresh, ...fresh]);
  const statuses: number[] = [];
  const senders = Array.from({ length: 40 }, async () => {
    for (let news = storm.pop(); news; news = storm.pop())
      statuses.push(await send(news.body, news.signature));
  });
  await Promise.all(senders);
  expect(statuses).toHaveLength(280);
  expect(new Set(statuses)).toEqual(new Set([200]));
  await until(id, ({ state }) => state === 'paid');
  expect((await readLedger(sessions.api.deps.store, [id])).map(({ kind }) => kind)).toEqual(['captured']);
  const noted = await sessions.api.deps.store.sessionWebhooks.find({ sessionId: id }).lean();
  expect(noted.every(({ handledAt }) => handledAt !== null)).toBe(true);
  const ids = noted.map(({ _id }) => _id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.length).toBeGreaterThanOrEqual(64);
  const { session } = (await findRemoteSession(sessions.api.deps.store, id))!;
  expect(session.payments).toMatchObject([{ capturedMinor: 116_000, refundedMinor: 0, kept: true }]);
});

/** By a fixed seed: a storm that finds a fault finds it again. */
function shuffled<T>(given: T[]): T[] {
  const mixed = [...given];
  let seed = 7;
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    const other = seed % (last + 1);
    [mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!];
  }
  return mixed;
}

test('a refused card is noted and the page stays', async () => {
  const { id } = await quoted();
  const { body } = await client.call('openRemoteSessionCheckout', { params: { id } });
  const { url } = pageOf(body);
  const page = await fetch(url, { method: 'POST', body: 'tarjeta=rechazada' });
  expect(await page.text()).toContain('Pagar');
  const after = await until(id, ({ history }) => JSON.stringify(history).includes('payment_refused'));
  expect(after).toMatchObject({ state: 'checkout', payments: [] });
});

test.each([
  ['another secret', (body: string) => sessions.payments.news('x', { body }).signature],
  ['none', () => ''],
  ['a malformed one', () => 't=now,v1=zz'],
])('news signed with %s is refused', async (_name, signature) => {
  const { body } = sessions.payments.news('checkout.session.completed', { id: 'cs_1' });
  expect(await send(body, signature(body))).toBe(400);
});

test('news of a payment that is none of ours is taken and forgotten; another provider is not found', async () => {
  const { body, signature } = sessions.payments.news('checkout.session.completed', { id: 'cs_unknown' });
  expect(await send(body, signature)).toBe(200);
  const other = await fetch(`${sessions.api.url}/api/v1/webhooks/stripe`, { method: 'POST', body });
  expect(other.status).toBe(404);
});

test('what staff has to look at is in one list, and one action mends it', async () => {
  const { id } = await quoted();
  sessions.payments.mischief.failing = 1_000;
  const opened = await client.call('openRemoteSessionCheckout', { params: { id } });
  expect(opened.body).toMatchObject({ state: 'checkout', checkout: { url: null } });
  await until(id, ({ stuck }) => (stuck as unknown[]).length > 0, agent);
  const { body } = await agent.call('listRemoteSessions', { query: '?stuck=true' });
  const items = body['items'] as Record<string, unknown>[];
  expect(items.find((item) => item['id'] === id)).toMatchObject({
    stuck: [{ why: 'payment_page_not_opened', action: 'retry' }],
    nextActor: 'support',
  });
  sessions.payments.mischief.failing = 0;
  expect((await agent.call('retryRemoteSession', { params: { id } })).status).toBe(200);
  await until(id, (one) => (one['checkout'] as { url: string | null } | null)?.url != null);
});

test('a session whose execution was ended from outside starts again from its record', async () => {
  const { id } = await quoted();
  await sessions.api.deps.temporal.workflow.getHandle(id).terminate('test');
  const opened = await client.call('openRemoteSessionCheckout', { params: { id } });
  expect(opened.body).toMatchObject({ state: 'checkout' });
});

test('a withdrawal cancels the paid session first, with its refund; every other closing is refused', async () => {
  const { id, folio } = await paid();
  const params = { folio };
  await agent.call('categorizeTicket', { params, body: { type: 'technical_problem' } });
  const duplicate = { reason: 'out_of_scope', message: 'No corresponde' };
  const refused = await agent.call('closeTicket', { params, body: duplicate });
  expect(refused.body).toMatchObject({ status: 409, code: 'session_open' });
  const withdrawn = await client.call('closeTicket', { params, body: { reason: 'withdrawn' } });
  expect(withdrawn.body).toMatchObject({ status: 'closed', closure: { reason: 'withdrawn' } });
  const end = await until(
    id,
    ({ ledger, payments }) => {
      const [payment] = payments as { refundDue: number }[];
      return (ledger as unknown[]).length === 2 && payment?.refundDue === 0;
    },
    agent,
  );
  expect(end).toMatchObject({ state: 'cancelled', payments: [{ refunded: 116_000, refundDue: 0 }] });
});

async function evidence(): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob(['%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\n%%EOF']), 'comprobante.pdf');
  const upload = await fetch(`${sessions.api.url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await keyOf(supervisor)}` },
    body: form,
  });
  expect(upload.status).toBe(201);
  return ((await upload.json()) as { id: string }).id;
}

test('a transfer for a quote that has expired is taken note of, and goes back by hand', async () => {
  const { id } = await request();
  const params = { id };
  const validUntil = new Date(Date.now() + 1_500).toISOString();
  await agent.call('quoteRemoteSession', { params, body: { validUntil } });
  const expired = await until(id, ({ state }) => state === 'expired', supervisor);
  expect(expired['actions']).toContain('confirm_transfer');
  await sessions.api.deps.temporal.workflow.getHandle(id).result();
  const body = { method: 'transfer', reference: 'SPEI-20', attachmentId: await evidence() };
  const late = await supervisor.call('confirmRemoteSessionPayment', { params, body });
  expect(late.body).toMatchObject({
    state: 'expired',
    payments: [{ id: 'transfer:SPEI-20', kept: false, refundDue: 116_000 }],
    stuck: [{ why: 'transfer_to_return', action: 'confirm_refund' }],
  });
  const back = { paymentId: 'transfer:SPEI-20', reference: 'SPEI-21' };
  const returned = await supervisor.call('confirmRemoteSessionRefund', { params, body: back });
  expect(returned.body).toMatchObject({ stuck: [], payments: [{ refunded: 116_000, refundDue: 0 }] });
});

test('a transfer is confirmed with its evidence, and the invoice data are asked once', async () => {
  const { id } = await quoted();
  const params = { id };
  const attachmentId = await evidence();
  const body = { method: 'transfer', reference: 'SPEI-10', attachmentId };
  const confirmed = await supervisor.call('confirmRemoteSessionPayment', { params, body });
  expect(confirmed.body).toMatchObject({ state: 'paid', payments: [{ id: 'transfer:SPEI-10', kept: true }] });
  const data = {
    rfc: 'ODE010203AB1',
    legalName: 'Óptica Demo',
    postalCode: '06600',
    taxRegime: '601',
    cfdiUse: 'G03',
  };
  await client.call('putInvoiceData', { params, body: data });
  const next = await request();
  const { body: other } = await client.call('readRemoteSession', { params: { id: next.id } });
  expect(other).toMatchObject({ invoice: { data } });

  await client.call('cancelRemoteSession', { params });
  const owed = await until(id, ({ stuck }) => (stuck as unknown[]).length > 0, supervisor);
  expect(owed).toMatchObject({ payments: [{ refundDue: 116_000 }] });
  const back = { paymentId: 'transfer:SPEI-10', reference: 'SPEI-11' };
  const returned = await supervisor.call('confirmRemoteSessionRefund', { params, body: back });
  expect(returned.body).toMatchObject({ stuck: [], payments: [{ refunded: 116_000, refundDue: 0 }] });
});

test('a transfer that paid one session is refused for another, however its reference is written', async () => {
  const [first, second] = [await quoted(), await quoted()];
  const confirm = async ({ id }: { id: string }, reference: string): Promise<Reply> =>
    supervisor.call('confirmRemoteSessionPayment', {
      params: { id },
      body: { method: 'transfer', reference, attachmentId: await evidence() },
    });
  expect((await confirm(first, 'MBAN 0127-a')).body).toMatchObject({
    state: 'paid',
    payments: [{ id: 'transfer:MBAN0127-A', kept: true }],
  });
  const refused = await confirm(second, 'mban0127-A');
  expect(refused.body).toMatchObject({
    status: 409,
    code: 'transfer_used',
    errors: [{ path: 'reference' }],
  });
  const still = await supervisor.call('readRemoteSession', { params: { id: second.id } });
  expect(still.body).toMatchObject({ state: 'quoted', payments: [] });
  expect((await confirm(first, 'mban 0127-A')).body).toMatchObject({ payments: [{ captured: 116_000 }] });
});

test.each([
  ['amount', { amount: 999 }],
  ['validUntil', { validUntil: new Date(Date.now() + 367 * 24 * 3_600_000).toISOString() }],
  ['validUntil', { validUntil: '2020-01-01T00:00:00.000Z' }],
])('a quote that nobody can pay, or that hardly ends, is refused by its %s', async (path, body) => {
  const { id } = await request();
  const refused = await agent.call('quoteRemoteSession', { params: { id }, body });
  expect(refused.body).toMatchObject({ code: 'invalid_command', errors: [{ path }] });
  const least = await agent.call('quoteRemoteSession', { params: { id }, body: { amount: 1_000 } });
  expect(least.body).toMatchObject({ state: 'quoted', quote: { amount: 1_000 } });
});

test('the client of a closed ticket sees that its quote ended with it, and pays nothing', async () => {
  const { id, folio } = await quoted();
  await client.call('closeTicket', { params: { folio }, body: { reason: 'withdrawn' } });
  const seen = await until(id, ({ state }) => state === 'cancelled');
  expect(seen).toMatchObject({ nextActor: null, checkout: null, receipt: null });
  expect(seen['actions']).not.toContain('pay');
  expect((seen['history'] as { name: string }[]).at(-1)).toMatchObject({ name: 'ticket_gone' });
  const { body: ticket } = await client.call('readTicket', { params: { folio } });
  expect(ticket).toMatchObject({ remoteSessions: [{ id, state: 'cancelled' }] });
  expect((await client.call('openRemoteSessionCheckout', { params: { id } })).body['code']).toBe(
    'ticket_closed',
  );
});

test('the ticket tells both sides the money, and only support by what it is known', async () => {
  const { folio, checkoutId } = await paid();
  const told = async (by: Caller): Promise<Record<string, unknown>[]> => {
    const { body } = await by.call('listTicketEvents', { params: { folio } });
    return (body['items'] as { data: { money?: Record<string, unknown>[] } }[]).flatMap(
      ({ data }) => data.money ?? [],
    );
  };
  while ((await told(client)).length < 3) await wait(50);
  const amounts = { amountMinor: 116_000, currency: 'MXN' };
  expect(await told(client)).toMatchObject([
    { step: 'quoted', ...amounts },
    { step: 'accepted', ...amounts },
    { step: 'paid', ...amounts, method: 'card' },
  ]);
  const known = JSON.stringify(await told(client));
  expect(known).not.toContain('pi_');
  expect(known).not.toContain(agent.who.userId);
  const paymentId = sessions.payments.checkouts.get(checkoutId)!.intentId;
  expect(await told(agent)).toMatchObject([
    { by: agent.who.userId },
    { by: client.who.userId },
    { paymentId, by: null },
  ]);
});

test('AnyDesk data that the agent enters are told live to the client and support, and to no stranger', async () => {
  const { id } = await paid('anydesk');
  const { body: slots } = await client.call('listRemoteSessionSlots', { params: { id } });
  const [slot] = slots['items'] as { startsAt: string }[];
  await client.call('chooseRemoteSessionSlot', { params: { id }, body: { startsAt: slot!.startsAt } });
  const [own, support, strange] = await Promise.all(
    [client, supervisor, stranger].map((one) => OpenStream.of(one)),
  );
  const isNews = ({ event, data }: Message): boolean => event === 'session' && data['id'] === id;
  // What was just written is told to who comes now; only what comes after counts.
  await own!.next(isNews);
  await support!.next(isNews);
  for (const stream of [own!, support!]) stream.heard.length = 0;
  const body = { address: '123 456 789', code: 'qx-71' };
  await agent.call('giveRemoteSessionMeeting', { params: { id }, body });
  for (const stream of [own!, support!]) expect((await stream.next(isNews)).data).toEqual({ id });
  const other = await stranger.call('registerTicket', { body: registration() });
  await strange!.next(({ data }) => data['folio'] === other.body['folio']);
  expect(strange!.heard.filter(isNews)).toEqual([]);
  OpenStream.closeAll();
});

/** A key of the caller's own, for a request that is no JSON. */
async function keyOf(caller: Caller): Promise<string> {
  const { body } = await caller.call('createApiKey', { body: { name: 'upload' } });
  return String(body['key']);
}
