import { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import pino from 'pino';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { DEFAULT_REMOTE_SESSION_POLICY } from '../../src/domain/policy/remote-session-policy';
import { createSmtpMailer } from '../../src/integrations/mail/smtp-mailer';
import { NoticeSender } from '../../src/relay/send-notices';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { ticketWorkflowId } from '../../src/workflows/messages';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { MailSink } from '../support/mail-sink';
import { ALWAYS_OPEN } from '../support/registration';
import { startSessionApi, WEBHOOK_SECRET, type SessionApi } from '../support/session-api';
import type { Caller, Reply } from './caller';
import { registration } from './registration';

let sessions: SessionApi;
let sink: MailSink;
let sender: NoticeSender;
let client: Caller;
let agent: Caller;
let supervisor: Caller;
const logged: string[] = [];

/** Times can be had at once, and the access is shown as soon as a time is chosen. */
const AT_ONCE = {
  ...DEFAULT_REMOTE_SESSION_POLICY,
  minimumNoticeMinutes: 0,
  slotStepMinutes: 5,
  bufferMinutes: 0,
};

beforeAll(async () => {
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged.push(chunk.toString());
      done();
    },
  });
  const logger = pino({ level: 'trace' }, stream);
  [sessions, sink] = await Promise.all([startSessionApi({ sealed: false, logger }), MailSink.start()]);
  const { store } = sessions.api.deps;
  const by = { now: new Date(), by: null };
  await addCalendarVersion(store, ALWAYS_OPEN.id, ALWAYS_OPEN, by);
  await addPolicyVersion(
    store,
    { ...DEFAULT_SUPPORT_POLICY, calendarId: ALWAYS_OPEN.id, remoteSession: AT_ONCE },
    by,
  );
  [client, supervisor] = [await sessions.api.person('client'), await sessions.api.person('supervisor')];
  sender = new NoticeSender({
    store,
    mailer: createSmtpMailer({
      host: '127.0.0.1',
      port: sink.port,
      secure: false,
      credentials: null,
      from: 'Soporte <no-responder@e-optics.test>',
    }),
    publicUrl: 'https://soporte.e-optics.test',
    logger,
    tellTicket: () => Promise.resolve('told'),
  });
  sender.start();
}, 120_000);

afterAll(async () => {
  await sender.stop();
  await sink.stop();
  await sessions.stop();
});

/** Each session has an agent of its own, who is free at once. */
beforeEach(async () => {
  const { store } = sessions.api.deps;
  await store.agents.updateMany({}, { $set: { available: false } });
  agent = await sessions.api.person('agent');
  await store.agents.updateOne({ _id: agent.who.userId }, { $set: { available: true } });
});

async function until(
  id: string,
  condition: (body: Reply['body']) => boolean,
  by = client,
): Promise<Reply['body']> {
  for (;;) {
    const { body } = await by.call('readRemoteSession', { params: { id } });
    if (condition(body)) return body;
    await wait(50);
  }
}

/** Asked for, quoted, paid on the page, and a time chosen that begins within minutes. */
async function scheduled(platform: 'zoom' | 'anydesk'): Promise<{ id: string; folio: string }> {
  const ticket = await client.call('registerTicket', { body: registration() });
  const folio = String(ticket.body['folio']);
  const body = { platform, reason: 'Verlo juntos' };
  const asked = await client.call('requestRemoteSession', { params: { folio }, body });
  const id = String(asked.body['id']);
  const params = { id };
  await agent.call('quoteRemoteSession', { params, body: {} });
  const opened = await client.call('openRemoteSessionCheckout', { params });
  const { url } = opened.body['checkout'] as { url: string };
  await fetch(url, { method: 'POST', body: 'tarjeta=aceptada', redirect: 'manual' });
  await until(id, ({ state }) => state === 'paid');
  const slots = await client.call('listRemoteSessionSlots', { params });
  const [slot] = slots.body['items'] as { startsAt: string }[];
  const chosen = await client.call('chooseRemoteSessionSlot', { params, body: { startsAt: slot!.startsAt } });
  expect(chosen.body).toMatchObject({ state: 'scheduled', agent: { id: agent.who.userId } });
  return { id, folio };
}

async function hold(id: string): Promise<void> {
  const params = { id };
  for (const outcome of ['started', 'ended'])
    expect((await agent.call('recordRemoteSessionAttendance', { params, body: { outcome } })).status).toBe(
      200,
    );
  await waitUntil('the access to be forgotten', 20_000, async () => {
    const { store } = sessions.api.deps;
    return (await store.sessionAccess.countDocuments({ _id: id })) === 0;
  });
}

/** Everything that is kept or shown of it, but for what is sealed and what is read in the window. */
async function everythingOf({ id, folio }: { id: string; folio: string }): Promise<string> {
  const { store, temporal } = sessions.api.deps;
  await waitUntil('the mails', 20_000, async () => {
    return (await store.notices.countDocuments({ state: { $in: ['pending', 'sending'] } })) === 0;
  });
  const histories: string[] = [];
  for (const workflowId of [id, ticketWorkflowId(folio)]) {
    const text = historyToJSON(await temporal.workflow.getHandle(workflowId).fetchHistory());
    const values = [...text.matchAll(/"([A-Za-z0-9+/]{8,}={0,2})"/g)].map(([, value]) => value!);
    histories.push(text, ...values.map((value) => Buffer.from(value, 'base64').toString('utf8')));
  }
  const shown: unknown[] = [];
  for (const person of [client, agent, supervisor]) {
    shown.push((await person.call('listRemoteSessions')).body);
    shown.push((await person.call('readRemoteSession', { params: { id } })).body);
    shown.push((await person.call('readTicket', { params: { folio } })).body);
    shown.push((await person.call('listTicketEvents', { params: { folio } })).body);
  }
  const models = Object.values(store).filter((part): part is typeof store.tickets => isModel(part));
  expect(models.length).toBeGreaterThan(20);
  const stored = await Promise.all(models.map((model) => model.find().lean()));
  const mails = sink.mails.map(({ source, parsed }) => [source, parsed.text, parsed.html]);
  expect(mails.length).toBeGreaterThan(4);
  expect(logged.length).toBeGreaterThan(10);
  return [...histories, JSON.stringify(shown), JSON.stringify(stored), JSON.stringify(mails), ...logged].join(
    '\n',
  );
}

function isModel(part: unknown): boolean {
  return typeof part === 'function' && 'modelName' in part;
}

function found(everything: string, secrets: string[]): string[] {
  return secrets.filter((secret) => everything.includes(secret));
}

test('AnyDesk: address and code are given, read at the moment by the two, and leave no trace', async () => {
  const session = await scheduled('anydesk');
  const params = { id: session.id };
  expect((await client.call('readRemoteSessionAccess', { params })).body['code']).toBe('not_ready');
  await until(session.id, ({ stuck }) => JSON.stringify(stuck).includes('access_not_given'), agent);
  const body = { address: '771 902 338', code: 'Clave-7Q-secreta' };
  const given = await agent.call('giveRemoteSessionMeeting', { params, body });
  expect(given.body).toMatchObject({ meetingReady: true, stuck: [] });
  for (const person of [client, agent]) {
    const access = await person.call('readRemoteSessionAccess', { params });
    expect(access.body).toMatchObject({
      platform: 'anydesk',
      link: 'anydesk:771902338',
      password: 'Clave-7Q-secreta',
    });
  }
  expect((await supervisor.call('readRemoteSessionAccess', { params })).status).toBe(403);
  const during = await everythingOf(session);
  await hold(session.id);
  const after = await everythingOf(session);
  const secrets = ['771902338', '771 902 338', 'Clave-7Q-secreta', WEBHOOK_SECRET, 'sk_test_local'];
  expect([found(during, secrets), found(after, secrets)]).toEqual([[], []]);
  expect(during).toContain('ya puede entrar a su');
  const ended = await until(session.id, ({ state }) => state === 'completed');
  expect(ended).toMatchObject({ nextActor: null, receipt: { amount: 116_000, refunded: 0, refundDue: 0 } });
  expect((await client.call('readRemoteSessionAccess', { params })).status).toBe(403);
}, 90_000);

test('what an agent enters and the session refuses takes the place of nothing, and nothing of it stays', async () => {
  const { store } = sessions.api.deps;
  const { id } = await scheduled('anydesk');
  const params = { id };
  const before = (await store.remoteSessions.findById(id).lean())!;
  const first = await agent.call('giveRemoteSessionMeeting', {
    params,
    body: { address: '771 902 338', code: 'la-primera' },
  });
  expect(first.status).toBe(200);
  const early = { outcome: 'agent_absent' };
  const refused = await agent.call('recordRemoteSessionAttendance', { params, body: early });
  expect(refused.body).toMatchObject({ status: 409, code: 'too_early' });
  await agent.call('cancelRemoteSession', { params, body: { reason: 'El equipo no está' } });
  await waitUntil('the access to be forgotten', 20_000, async () => {
    return (await store.sessionAccess.countDocuments({ _id: id })) === 0;
  });
  await until(id, ({ meetingReady }) => meetingReady === false);
  // Who reads the record a moment too early sees a session that can still be held.
  await store.remoteSessions.updateOne({ _id: id }, { $set: { session: before.session } });
  const body = { address: '555 555 555', code: 'la-segunda' };
  const late = await agent.call('giveRemoteSessionMeeting', { params, body });
  expect(late.body).toMatchObject({ status: 409, code: 'session_state' });
  expect(await store.sessionAccess.countDocuments({ _id: id })).toBe(0);
  expect(await store.sessionAccessOffers.countDocuments({ sessionId: id })).toBe(0);
}, 60_000);

test('Zoom: link and passcode are nowhere but at the provider and in the window', async () => {
  const session = await scheduled('zoom');
  const params = { id: session.id };
  await until(session.id, ({ meetingReady }) => meetingReady === true);
  const access = await client.call('readRemoteSessionAccess', { params });
  const { link, password } = access.body as { link: string; password: string };
  expect(link).toMatch(/^http/);
  const during = await everythingOf(session);
  await hold(session.id);
  const after = await everythingOf(session);
  expect([found(during, [link, password]), found(after, [link, password])]).toEqual([[], []]);
}, 90_000);

async function upload(caller: Caller, name: string, content: string): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([content]), name);
  const answer = await fetch(`${sessions.api.url}/api/v1/attachments`, {
    method: 'POST',
    headers: { authorization: caller.authorization },
    body: form,
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

test('a supervisor attaches the CFDI, XML and PDF, and the client downloads both', async () => {
  const { id } = await scheduled('anydesk');
  const params = { id };
  const data = {
    rfc: 'ODE010203AB1',
    legalName: 'Óptica Demo',
    postalCode: '06600',
    taxRegime: '601',
    cfdiUse: 'G03',
  };
  expect((await client.call('putInvoiceData', { params, body: data })).status).toBe(200);
  const wrong = await client.call('putInvoiceData', { params, body: { ...data, rfc: 'nope' } });
  expect(wrong.status).toBe(400);
  const cfdi = '<?xml version="1.0" encoding="UTF-8"?><cfdi:Comprobante Version="4.0" Total="1160.00"/>';
  const xmlAttachmentId = await upload(supervisor, 'factura.xml', cfdi);
  const pdfAttachmentId = await upload(supervisor, 'factura.pdf', '%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF');
  const body = { xmlAttachmentId, pdfAttachmentId };
  expect((await agent.call('putInvoice', { params, body })).status).toBe(403);
  const swapped = { xmlAttachmentId: pdfAttachmentId, pdfAttachmentId: xmlAttachmentId };
  expect((await supervisor.call('putInvoice', { params, body: swapped })).body['code']).toBe(
    'unknown_attachment',
  );
  const attached = await supervisor.call('putInvoice', { params, body });
  expect(attached.body).toMatchObject({ invoice: { data, ...body } });
  for (const [file, content] of [
    [xmlAttachmentId, cfdi],
    [pdfAttachmentId, '%PDF-1.4'],
  ] as const) {
    const answer = await fetch(`${sessions.api.url}/api/v1/attachments/${file}`, {
      headers: { authorization: client.authorization },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await answer.text()).toContain(content);
  }
}, 60_000);
