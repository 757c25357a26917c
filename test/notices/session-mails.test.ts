import { createSessionProjectionActivities } from '../../src/activities/session-projection';
import type { Actor } from '../../src/domain/actor';
import { SYSTEM } from '../../src/domain/actor';
import { decideSession } from '../../src/domain/session/decide';
import type { SessionEvent, SessionEventData, SessionEventName } from '../../src/domain/session/events';
import { evolveSession, requestedSession } from '../../src/domain/session/evolve';
import type { Platform, RemoteSession } from '../../src/domain/session/session';
import { keepInvoiceMail } from '../../src/notices/keep-invoice-mail';
import { claimNotice, dueNotices } from '../../src/store/notices/notice-outbox';
import { CONDITIONS, intentOf, later, SUPERVISOR } from '../domain/session/sessions';
import { AGENT, CLIENT } from '../support/registration';
import type { SunkMail } from '../support/mail-sink';
import { aTicket, type TicketStory } from '../support/ticket-builder';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { PostOffice, PUBLIC_URL, subjectOf } from './post-office';

/** Tuesday 09:00 in Mexico City. */
const T0 = '2026-11-24T15:00:00.000Z';
const START = later(T0, 48);

let office: PostOffice;
let told: TicketStory;
let addresses: Record<'client' | 'agent' | 'otherAgent' | 'supervisor', string>;
let session: RemoteSession;
let refused: string | null;

beforeEach(async () => {
  refused = null;
  office = await PostOffice.open({ refuse: (address) => (address === refused ? 550 : undefined) });
  addresses = {
    client: await office.person(CLIENT.id, 'client'),
    agent: await office.person(AGENT.id, 'agent'),
    otherAgent: await office.person('agent-2', 'agent'),
    supervisor: await office.person(SUPERVISOR.id, 'supervisor'),
  };
  told = aTicket();
  await office.project(told, told.events);
  await office.store.notices.updateMany({ state: 'pending' }, { $set: { state: 'dropped' } });
  begin();
});

afterEach(() => office.close());

function begin(platform: Platform = 'zoom'): void {
  session = requestedSession({
    id: `session-${told.ticket.folio}-1`,
    folio: told.ticket.folio,
    organizationId: told.ticket.organizationId,
    clientId: CLIENT.id,
    platform,
    reason: 'Revisar juntos',
    conditions: CONDITIONS,
    at: T0,
  });
}

/** One step after the other, each written as the worker writes it. */
async function play<N extends SessionEventName>(
  name: N,
  given: { at?: string; actor?: Actor; data?: Partial<SessionEventData[N]> } = {},
): Promise<SessionEvent> {
  const { at = T0, actor = SYSTEM, data = {} } = given;
  const event = decideSession(session, intentOf(name, data), {
    at,
    actor,
    commandId: `c-${session.version}`,
  });
  if (!event) throw new Error(`${name} says nothing`);
  session = evolveSession(session, event);
  await write(event);
  return event;
}

async function write(event: SessionEvent): Promise<void> {
  const projection = createSessionProjectionActivities({ store: office.store });
  await projection.projectSession({ session, events: [event], handled: [] });
}

const chosen = { startsAt: START, endsAt: later(START, 1), agentId: AGENT.id, late: false };

async function paid(): Promise<void> {
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  await play('checkout_opened');
  await play('captured');
}

async function scheduled(): Promise<void> {
  await paid();
  await play('checkout_closed');
  await play('slot_chosen', { actor: CLIENT, data: chosen });
  await play('meeting_ready', { data: { startsAt: START } });
}

/** Sends what the last step tells, and nothing from before. */
async function mailsOf(last: () => Promise<unknown>): Promise<SunkMail[]> {
  await office.store.notices.updateMany({ state: 'pending' }, { $set: { state: 'dropped' } });
  await last();
  office.startSender();
  await office.quiet();
  return office.sink.mails;
}

function bothParts({ parsed }: SunkMail): string[] {
  return [parsed.text ?? '', String(parsed.html)];
}

function only(mails: SunkMail[], address: string): SunkMail {
  const own = mails.filter(({ to }) => to.includes(address));
  expect(own).toHaveLength(1);
  return own[0]!;
}

test('a quote tells cost with VAT, terms and the exact instant at which it ends', async () => {
  const mails = await mailsOf(() => play('quoted', { actor: AGENT }));
  expect(mails).toHaveLength(1);
  for (const part of bothParts(only(mails, addresses.client))) {
    expect(part).toContain('$1,160.00 MXN, IVA incluido');
    expect(part).toContain('$1,000.00 MXN más $160.00 MXN de IVA');
    expect(part).toContain('Términos');
    expect(part).toContain('martes 1 de diciembre de 2026, 09:00 h (hora de Ciudad de México)');
    expect(part).toContain(`${PUBLIC_URL}/sesiones/${session.id}`);
    expect(part).toContain(`${PUBLIC_URL}/tickets/${told.ticket.folio}`);
  }
});

test('another quote says so, and the first one is not sent any more', async () => {
  const mails = await mailsOf(async () => {
    await play('quoted', { actor: AGENT });
    await play('quoted', { actor: AGENT, data: { amountMinor: 58_000 } });
  });
  expect(mails.map(subjectOf)).toEqual(['nueva cotización de su sesión remota']);
  expect(bothParts(mails[0]!)[0]).toContain('$580.00 MXN, IVA incluido');
});

test.each([
  ['quote_reminded', 'la cotización de su sesión remota está por vencer'],
  ['lapsed', 'venció la cotización de su sesión remota'],
] as const)('the end of a quote: %s', async (name, subject) => {
  await play('quoted', { actor: AGENT });
  const mails = await mailsOf(() => play(name));
  expect(mails.map(subjectOf)).toEqual([subject]);
});

test.each(['quote_reminded', 'lapsed'] as const)('of a closed ticket %s is told to nobody', async (name) => {
  await play('quoted', { actor: AGENT });
  await office.store.tickets.updateOne({ _id: told.ticket.folio }, { $set: { closed: true } });
  expect(await mailsOf(() => play(name))).toEqual([]);
});

test('the payment page is told with its end, and its address is in no mail', async () => {
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  const mails = await mailsOf(() => play('checkout_opened'));
  const parts = bothParts(only(mails, addresses.client));
  expect(parts[0]).toContain('martes 24 de noviembre de 2026, 10:00 h');
  for (const part of parts) expect(part).not.toContain('/pagar/');
});

test('a page that nobody paid is told with the end of the quote', async () => {
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  await play('checkout_opened');
  const mails = await mailsOf(() => play('checkout_closed', { at: later(T0, 1) }));
  expect(mails.map(subjectOf)).toEqual(['la página de pago venció']);
});

test('a payment brings its receipt to the client and the news to the agent', async () => {
  told = told.step('categorize', { type: 'technical_problem' });
  told = told.step('prioritize', { impact: 'one_user', urgency: 'inconvenience' });
  told = told.step('assign', { agentId: AGENT.id });
  await office.project(told, told.events);
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  await play('checkout_opened');
  const mails = await mailsOf(() => play('captured'));
  for (const part of bothParts(only(mails, addresses.client))) {
    for (const text of [
      `R-${told.ticket.folio}-1`,
      '$1,000.00 MXN',
      '$160.00 MXN',
      '$1,160.00 MXN, IVA incluido',
      'Tarjeta',
    ])
      expect(part).toContain(text);
  }
  expect(subjectOf(only(mails, addresses.agent))).toBe('sesión remota pagada');
  expect(mails).toHaveLength(2);
});

test('a refused card is told once for a page, and not once it was paid after all', async () => {
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  await play('checkout_opened');
  const mails = await mailsOf(async () => {
    await play('payment_refused');
    await play('payment_refused');
  });
  const [text] = bothParts(only(mails, addresses.client));
  expect(subjectOf(mails[0]!)).toBe('su pago no se autorizó');
  expect(text).toContain('No se le cobró nada');
  expect(text).toContain('$1,160.00 MXN, IVA incluido');
  expect(text).toContain('la página de pago vence el martes 24 de noviembre de 2026, 10:00 h');
  office.sink.mails.length = 0;
  const later = await mailsOf(async () => {
    await play('payment_refused', { data: { checkoutId: 'cs_other' } });
    await play('captured');
  });
  expect(later.map(subjectOf)).toEqual(['recibimos su pago']);
});

const REQUEST = { platform: 'anydesk', reason: 'Ver juntos la impresora' } as const;

test('while nobody has the ticket, a request for a session is told to the supervisors', async () => {
  told.step('requestSession', REQUEST, CLIENT);
  const mails = await mailsOf(() => office.project(told, told.last));
  expect(mails.map(({ to }) => to)).toEqual([[addresses.supervisor]]);
});

test('a request for a session is told to who has the ticket, with platform, reason and what follows', async () => {
  told.attended();
  await office.project(told, told.events.slice(1));
  told.step('requestSession', REQUEST, CLIENT);
  const mails = await mailsOf(() => office.project(told, told.last));
  expect(mails).toHaveLength(1);
  const mail = only(mails, addresses.agent);
  expect(subjectOf(mail)).toBe('se solicitó una sesión remota');
  for (const part of bothParts(mail)) {
    expect(part).toContain('AnyDesk');
    expect(part).toContain('Ver juntos la impresora');
    expect(part).toContain('envíe la cotización');
  }
});

test('who asks for a session on their own ticket is not told by mail', async () => {
  told.attended();
  await office.project(told, told.events.slice(1));
  told.step('requestSession', REQUEST, AGENT);
  expect(await mailsOf(() => office.project(told, told.last))).toEqual([]);
});

test('an attached CFDI is told with its link, once for the same files, and carries none of them', async () => {
  await paid();
  const files = { xmlAttachmentId: 'file-xml', pdfAttachmentId: 'file-pdf' };
  const mails = await mailsOf(async () => {
    await keepInvoiceMail(office.store, session, CLIENT.id, files);
    await keepInvoiceMail(office.store, session, CLIENT.id, files);
  });
  const mail = only(mails, addresses.client);
  expect(mails).toHaveLength(1);
  expect(subjectOf(mail)).toBe('su factura (CFDI) está lista');
  expect(mail.parsed.attachments).toEqual([]);
  for (const part of bothParts(mail)) {
    expect(part).toContain(`${PUBLIC_URL}/sesiones/${session.id}`);
    expect(part).toContain('$1,160.00 MXN, IVA incluido');
    expect(part).not.toContain('file-xml');
  }
  office.sink.mails.length = 0;
  const again = await mailsOf(() =>
    keepInvoiceMail(office.store, session, CLIENT.id, { ...files, xmlAttachmentId: 'file-new' }),
  );
  expect(again.map(subjectOf)).toEqual(['su factura (CFDI) está lista']);
});

test('a second payment is told as going back', async () => {
  await paid();
  const mails = await mailsOf(() => play('captured', { data: { paymentId: 'pi_2' } }));
  expect(mails.map(subjectOf)).toEqual(['le devolvemos un pago']);
});

test('a chosen time is told to both, in words and to the minute, with what cancelling costs', async () => {
  await paid();
  const mails = await mailsOf(() => play('slot_chosen', { actor: CLIENT, data: chosen }));
  const [text] = bothParts(only(mails, addresses.client));
  expect(text).toContain('jueves 26 de noviembre de 2026, 09:00 h (hora de Ciudad de México)');
  expect(text).toContain('miércoles 25 de noviembre de 2026, 09:00 h');
  expect(text).toContain('se reembolsa el 50 %');
  expect(subjectOf(only(mails, addresses.agent))).toBe('sesión remota confirmada con usted');
});

test('a time that is near leaves none to cancel without cost, and none is told', async () => {
  await paid();
  const near = { ...chosen, startsAt: later(T0, 3), endsAt: later(T0, 4) };
  const mails = await mailsOf(() => play('slot_chosen', { actor: CLIENT, data: near }));
  const [text] = bothParts(only(mails, addresses.client));
  expect(text).toContain('Si la cancela, se le devuelve el 50 % de su pago.');
  expect(text).not.toContain('sin costo hasta');
});

test('another time with another agent is told to the client and to both agents', async () => {
  await scheduled();
  const data = { ...chosen, startsAt: later(START, 24), endsAt: later(START, 25), agentId: 'agent-2' };
  const mails = await mailsOf(() => play('slot_chosen', { actor: CLIENT, data }));
  expect(subjectOf(only(mails, addresses.client))).toBe('su sesión remota cambió de horario');
  expect(subjectOf(only(mails, addresses.otherAgent))).toBe('la sesión remota cambió de horario');
  expect(subjectOf(only(mails, addresses.agent))).toBe('ya no atiende la sesión remota');
  expect(mails).toHaveLength(3);
});

test.each([
  ['reminded', 'recordatorio de su sesión remota', 'recordatorio de la sesión remota'],
  ['access_opened', 'ya puede entrar a su sesión remota', 'la sesión remota está por comenzar'],
] as const)('before the start both are told: %s', async (name, client, agent) => {
  await scheduled();
  const mails = await mailsOf(() => play(name, { data: { startsAt: START } as never }));
  expect(subjectOf(only(mails, addresses.client))).toBe(client);
  expect(subjectOf(only(mails, addresses.agent))).toBe(agent);
});

test('a reminder of a time that was moved meanwhile is not sent', async () => {
  await scheduled();
  await office.store.notices.updateMany({ state: 'pending' }, { $set: { state: 'dropped' } });
  const reminder = await play('reminded', { data: { startsAt: START } });
  const data = { ...chosen, startsAt: later(START, 24), endsAt: later(START, 25) };
  await play('slot_chosen', { actor: CLIENT, data });
  office.startSender();
  await office.quiet();
  const own = await office.store.notices.find({ folio: session.id, seq: reminder.seq }).lean();
  expect(own.map(({ state, fault }) => [state, fault])).toEqual([
    ['dropped', 'no_longer_true'],
    ['dropped', 'no_longer_true'],
  ]);
});

test('an access that is given after the moment has come is told then', async () => {
  begin('anydesk');
  await paid();
  await play('slot_chosen', { actor: CLIENT, data: chosen });
  await play('access_opened');
  const mails = await mailsOf(() => play('meeting_given', { actor: AGENT }));
  expect(mails.map(subjectOf)).toEqual(['ya puede entrar a su sesión remota']);
  expect(bothParts(mails[0]!)[0]).toContain('acepte la conexión');
});

test('ten minutes before the end both get the exact instant, and at the end what follows', async () => {
  await scheduled();
  await play('started', { at: START, actor: AGENT });
  const warned = await mailsOf(() => play('warned', { data: { endsAt: later(START, 1) } }));
  for (const address of [addresses.client, addresses.agent])
    expect(bothParts(only(warned, address))[0]).toContain('jueves 26 de noviembre de 2026, 10:00 h');
  office.sink.mails.length = 0;
  await play('time_up', { at: later(START, 1) });
  office.startSender();
  await office.quiet();
  expect(bothParts(only(office.sink.mails, addresses.client))[0]).toContain(
    'le dará la solución por escrito',
  );
  expect(bothParts(only(office.sink.mails, addresses.agent))[0]).toContain('48 horas hábiles completas');
});

test('who did not come, and what follows', async () => {
  await scheduled();
  const mails = await mailsOf(() => play('client_absent', { at: later(START, 0.5), actor: AGENT }));
  expect(bothParts(only(mails, addresses.client))[0]).toContain('se considera impartida');
});

test('a session that support did not hold leaves the client the choice', async () => {
  await scheduled();
  const mails = await mailsOf(() => play('unheld', { at: later(START, 1) }));
  expect(bothParts(only(mails, addresses.client))[0]).toContain('Elija otro día y hora sin costo');
  expect(mails.filter((mail) => subjectOf(mail) === 'la sesión remota no se atendió')).toHaveLength(2);
});

test('support reads what a cancellation gives back, although the money left before the mail', async () => {
  await scheduled();
  const mails = await mailsOf(async () => {
    await play('cancelled', { at: later(START, -2), actor: CLIENT });
    return play('refunded', { data: { totalMinor: 58_000 } });
  });
  expect(bothParts(only(mails, addresses.agent))[0]).toContain('A devolver: $580.00 MXN');
});

test('a cancellation tells what comes back, and the refund that it was sent', async () => {
  await scheduled();
  const mails = await mailsOf(() => play('cancelled', { at: later(START, -2), actor: CLIENT }));
  expect(bothParts(only(mails, addresses.client))[0]).toContain('Se le devuelven $580.00 MXN');
  expect(bothParts(only(mails, addresses.agent))[0]).toContain('A devolver: $580.00 MXN');
  office.sink.mails.length = 0;
  await play('refunded', { data: { totalMinor: 58_000 } });
  office.startSender();
  await office.quiet();
  expect(bothParts(only(office.sink.mails, addresses.client))[0]).toContain('Importe: $580.00 MXN');
});

test('what is given up while a page is open is told once, when the page is shut', async () => {
  await play('quoted', { actor: AGENT });
  await play('accepted', { actor: CLIENT });
  await play('checkout_opened');
  const mails = await mailsOf(async () => {
    await play('cancelled', { actor: CLIENT });
    await play('checkout_closed');
  });
  expect(mails.map(subjectOf)).toEqual(['su sesión remota se canceló']);
  expect(bothParts(mails[0]!)[0]).toContain('No se le cobró nada');
});

test('a dispute and a transfer to return are told to the supervisors', async () => {
  await play('quoted', { actor: AGENT });
  const transfer = { paymentId: 'transfer:7', method: 'transfer' as const, reference: '7' };
  await play('captured', { actor: SUPERVISOR, data: transfer });
  const mails = await mailsOf(async () => {
    await play('disputed', { data: { paymentId: 'transfer:7' } });
    await play('cancelled', { actor: CLIENT });
  });
  expect(mails.filter(({ to }) => to.includes(addresses.supervisor)).map(subjectOf)).toEqual([
    'el banco disputa un pago',
    'devuelva una transferencia',
  ]);
});

test('told again, a step is one notice and one Message-ID per recipient, apart from those of the ticket', async () => {
  await scheduled();
  await office.store.notices.updateMany({ state: 'pending' }, { $set: { state: 'dropped' } });
  const event = await play('reminded', { data: { startsAt: START } });
  await write(event);
  const due = await dueNotices(office.store, new Date(Date.now() + 1_000).toISOString(), 10);
  expect(due.map(({ _id }) => _id).sort()).toEqual(
    [AGENT.id, CLIENT.id].map((id) => `${session.id}:${event.seq}:${id}`).sort(),
  );
  // A process that claimed one and died: the mail goes out again under the same id.
  const [first] = due;
  await claimNotice(office.store, first!, { claim: 'dead', messageId: '<kept@e-optics.test>' });
  office.startSender({ leaseMs: 1_000 });
  await office.quiet();
  const ids = office.sink.mails.map(({ parsed }) => parsed.messageId);
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  expect(ids).toContain('<kept@e-optics.test>');
});

test('who left the ticket gets nothing', async () => {
  await scheduled();
  await office.store.users.updateOne({ _id: CLIENT.id }, { $set: { organizationId: 'org-2' } });
  const mails = await mailsOf(() => play('access_opened'));
  expect(mails.map(subjectOf)).toEqual(['la sesión remota está por comenzar']);
});

test('a mail that is refused is told to the ticket of the session', async () => {
  refused = addresses.client;
  await scheduled();
  await mailsOf(() => play('access_opened'));
  await waitUntil('the ticket to hear', 10_000, () => office.failures.length > 0);
  expect(office.failures).toEqual([
    {
      folio: told.ticket.folio,
      failure: { recipient: { role: 'requester', id: CLIENT.id }, kind: 'refused' },
    },
  ]);
});
