import { claimNotice, dueNotices } from '../../src/store/notices/notice-outbox';
import { AGENT, aTicketInput, CLIENT } from '../support/registration';
import {
  aTicket,
  COLLEAGUE,
  sixPoints,
  STRANGER,
  SUPERVISOR,
  type TicketStory,
} from '../support/ticket-builder';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { addPolicyVersion } from '../../src/store/accounts/policies';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { SunkMail } from '../support/mail-sink';
import { PostOffice, PUBLIC_URL, subjectOf } from './post-office';

let office: PostOffice;
let addresses: Record<'client' | 'colleague' | 'stranger' | 'agent' | 'supervisor' | 'otherAgent', string>;
const CONSULTING = 'consultoria@e-optics.test';

beforeEach(async () => {
  office = await PostOffice.open();
  addresses = {
    client: await office.person(CLIENT.id, 'client'),
    colleague: await office.person(COLLEAGUE.id, 'client'),
    stranger: await office.person(STRANGER.id, 'client', 'org-2'),
    agent: await office.person(AGENT.id, 'agent'),
    otherAgent: await office.person('agent-2', 'agent'),
    supervisor: await office.person(SUPERVISOR.id, 'supervisor'),
  };
});

afterEach(() => office.close());

/** Thursday 14:05 in Mexico City. */
const THURSDAY = '2026-11-26T20:05:00.000Z';

function story(): TicketStory {
  return aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: THURSDAY });
}

/** Sends what a story's last step tells, and gives the mails that it brought. */
async function mailsOf(told: TicketStory): Promise<SunkMail[]> {
  const before = told.events.slice(0, told.events.length - told.last.length);
  await office.project(
    { ...told, ticket: { ...told.ticket, status: 'waiting_support' } } as TicketStory,
    before,
  );
  await office.store.notices.updateMany({ state: 'pending' }, { $set: { state: 'dropped' } });
  await office.project(told, told.last);
  office.startSender();
  await office.quiet();
  return office.sink.mails;
}

/** The clock rings for a reminder. */
function reminded(told: TicketStory, hours: number): TicketStory {
  const { at } = told.ticket.waiting!.reminders.find((reminder) => reminder.hours === hours)!;
  return told.at(at).step('remind', { hours });
}

function bothParts({ parsed }: SunkMail): string[] {
  return [parsed.text ?? '', parsed.html || ''];
}

function recipients(mails: readonly SunkMail[]): string[] {
  return mails.flatMap(({ to }) => to).sort();
}

test('a registration tells its folio and what comes next', async () => {
  const told = story();
  await office.project(told, told.events);
  office.startSender();
  await office.quiet();
  expect(recipients(office.sink.mails)).toEqual([addresses.client]);
  const [mail] = office.sink.mails;
  expect(mail!.parsed.subject).toBe('Ticket 100200: quedó registrado (No se guardan las ventas)');
  for (const part of bothParts(mail!)) {
    expect(part).toContain('Folio');
    expect(part).toContain('Qué sigue');
    expect(part).toContain('jueves 26 de noviembre de 2026, 14:05 h (hora de Ciudad de México)');
  }
});

test('a solution tells the exact end of the 48 hours, what silence does and where to answer', async () => {
  const told = story().attended().solved();
  const [mail] = await mailsOf(told);
  expect(told.ticket.waiting!.autoCloseAt).toBe('2026-12-03T23:05:00.000Z');
  for (const part of bothParts(mail!)) {
    expect(part).toContain('48 horas hábiles');
    expect(part).toContain('jueves 3 de diciembre de 2026, 17:05 h (hora de Ciudad de México)');
    expect(part).toContain('se cerrará por completo');
    expect(part).toContain('El corte ya suma las ventas a crédito.');
    expect(part).toContain(`${PUBLIC_URL}/tickets/100200`);
    expect(part).toContain('Sitio de clientes');
  }
});

type Case = [
  what: string,
  tell: () => TicketStory,
  to: (keyof typeof addresses)[],
  subject: string,
  says: string,
];

const attended = (): TicketStory => story().attended();
const withColleague = (): TicketStory =>
  attended().step('addParticipant', { clientId: COLLEAGUE.id }, CLIENT);

/** The same rules with one more day of rest. */
const withHoliday = {
  policy: { ...DEFAULT_SUPPORT_POLICY, version: 2 },
  calendar: {
    ...DEFAULT_CALENDAR,
    version: 2,
    holidays: { ...DEFAULT_CALENDAR.holidays, '2026-12-01': 'Aniversario' },
  },
  reason: 'Día de descanso',
};

const CASES: Case[] = [
  [
    'the first attention',
    () =>
      story()
        .classified()
        .taken()
        .step('attend', sixPoints({ message: 'Ya lo vemos' })),
    ['client'],
    'primera atención',
    'Ya lo vemos',
  ],
  [
    'a public reply',
    () => withColleague().said('Ya casi'),
    ['client', 'colleague'],
    'nueva respuesta de soporte',
    'Ya casi',
  ],
  [
    'a question',
    () => attended().asked(),
    ['client'],
    'soporte necesita su respuesta',
    '17:05 h (hora de Ciudad de México)',
  ],
  [
    'a solution taken back',
    () => attended().solved().step('retract', { reason: 'Era otro ticket' }),
    ['client'],
    'soporte retiró la solución',
    'Era otro ticket',
  ],
  [
    'a reminder',
    () => reminded(attended().solved(), 24),
    ['client'],
    'recordatorio, falta su respuesta',
    'jueves 3 de diciembre de 2026, 17:05 h',
  ],
  [
    'other rules that move the closing',
    () => attended().solved().step('migratePolicy', withHoliday, SUPERVISOR),
    ['client'],
    'cambió el plazo para responder',
    'viernes 4 de diciembre de 2026, 17:05 h',
  ],
  ['a reply of the client', () => attended().replied(), ['agent'], 'el cliente respondió', 'Gracias'],
  [
    'an assignment',
    () => story().classified().step('assign', { agentId: AGENT.id }, SUPERVISOR),
    ['agent'],
    'asignado a usted',
    'Alta',
  ],
  [
    'a reassignment',
    () => attended().step('assign', { agentId: 'agent-2' }),
    ['otherAgent'],
    'reasignado a usted',
    'Alta',
  ],
  [
    'a mention',
    () => attended().step('addNote', { body: '¿Lo ves?', mentions: ['agent-2'] }),
    ['otherAgent'],
    'lo mencionan en una nota',
    '¿Lo ves?',
  ],
  [
    'a missed target',
    () => story().after({ hours: 100 }).step('missTarget', { target: 'first_attention' }),
    ['supervisor'],
    'venció la meta de la primera atención',
    'Meta',
  ],
  [
    'a mail that failed',
    () => attended().step('flagMail', { recipient: { role: 'requester', id: CLIENT.id }, kind: 'bounced' }),
    ['agent'],
    'el correo no llegó, llame al cliente',
    'Llame al cliente',
  ],
  ['an acceptance', () => attended().solved().accepted(), ['client'], 'cerrado', 'Aceptado por el cliente'],
  [
    'a closing by silence',
    () => {
      const told = attended().solved();
      return told.at(told.ticket.waiting!.autoCloseAt).step('expire', {});
    },
    ['client'],
    'cerrado',
    'Sin respuesta del cliente',
  ],
];

test.each(CASES)('%s is told to its people, in both forms', async (_what, tell, to, subject, says) => {
  const mails = await mailsOf(tell());
  expect(recipients(mails)).toEqual(to.map((name) => addresses[name]).sort());
  const isToClients = to.every((name) => name === 'client' || name === 'colleague');
  for (const mail of mails) {
    expect(subjectOf(mail)).toBe(subject);
    for (const part of bothParts(mail)) {
      expect(part).toContain(says);
      expect(part).toContain('No responda a este correo');
      // Each side finds the ticket where it may enter: support at the very event.
      if (isToClients) expect(linksIn(part)).toEqual([`${PUBLIC_URL}/tickets/100200`]);
      else expect(linksIn(part)).toEqual([expect.stringMatching(CONSOLE_LINK)]);
    }
  }
});

const CONSOLE_LINK = new RegExp(`^${PUBLIC_URL}/consola/tickets/100200#evento-\\d+$`);

/** The different links of a mail's part. */
function linksIn(part: string): string[] {
  return [...new Set(part.match(/https?:[^\s"<)]+/g))];
}

test('the last reminder of a grave ticket also tells the agent to phone', async () => {
  const mails = await mailsOf(reminded(reminded(attended().solved(), 24), 4));
  expect(recipients(mails)).toEqual([addresses.agent, addresses.client].sort());
  expect(subjectOf(office.sink.to(addresses.agent)[0]!)).toBe('llame al cliente por teléfono');
});

test('a referral is mailed to consulting with whom to call, and told to the client', async () => {
  const mails = await mailsOf(
    attended().step('refer', { description: 'Un reporte a la medida', keepOpen: true }),
  );
  expect(recipients(mails)).toEqual([addresses.client, CONSULTING].sort());
  for (const part of bothParts(office.sink.to(CONSULTING)[0]!)) {
    expect(part).toContain('Un reporte a la medida');
    expect(part).toContain('Rosa Núñez');
  }
  expect(office.sink.to(addresses.client)[0]!.source).not.toContain('Rosa');
});

test('the mail to consulting is whole by itself: its reader has no account, and no page to open', async () => {
  const long = `Inicio ${'x'.repeat(6_000)} fin del encargo`;
  const told = attended().step('refer', { description: long, keepOpen: false });
  await mailsOf(told);
  const { folio, description, contact, coverage, productVersion } = told.ticket;
  const mail = office.sink.to(CONSULTING)[0]!;
  const parts = bothParts(mail);
  for (const part of parts) {
    for (const said of [folio, description, contact.phone, contact.email, 'fin del encargo'])
      expect(part).toContain(said);
    expect(part).toContain(`${coverage.product.name} ${productVersion}`);
    // No mail is read: whom to answer, and with what.
    expect(part).toContain('Persona agent-1');
    expect(part).toContain(addresses.agent);
    expect(part).toContain(`con el folio ${folio}`);
    expect(part).not.toContain(PUBLIC_URL);
    expect(part).not.toContain('href');
  }
});

test('mails link to the official policy once its address is known', async () => {
  const at = { now: new Date(), by: null };
  await addPolicyVersion(office.store, DEFAULT_SUPPORT_POLICY, at);
  const url = 'https://e-optics.test/politica?version=actual&pais=mx';
  const told = attended();
  const [without] = await mailsOf(told.said('Lo vemos.'));
  expect(without!.parsed.text).not.toContain('Política oficial');
  await addPolicyVersion(office.store, { ...DEFAULT_SUPPORT_POLICY, documentUrl: url }, at);
  const [, linked] = await mailsOf(told.said('Sigue en revisión.'));
  const { text, html } = linked!.parsed;
  expect(text).toContain(`Política oficial de soporte técnico: ${url}`);
  expect(html).toContain('href="https://e-optics.test/politica?version=actual&#38;pais=mx"');
});

test('what consulting answers to a referral is told to the client alone, with its cost', async () => {
  const cost = { amount: 116_000, currency: 'MXN' } as const;
  const referred = attended().step('refer', { description: 'Un reporte a la medida', keepOpen: true });
  const mails = await mailsOf(referred.step('updateReferral', { reference: 'C-77', cost }));
  expect(recipients(mails)).toEqual([addresses.client]);
  for (const part of bothParts(mails[0]!)) {
    expect(part).toContain('C-77');
    expect(part).toContain('$1,160.00 MXN');
  }
});

test('no client gets an internal note, even one whom it mentions', async () => {
  const mentions = [CLIENT.id, COLLEAGUE.id, STRANGER.id, 'agent-2'];
  const mails = await mailsOf(withColleague().step('addNote', { body: 'Secreto', mentions }));
  expect(recipients(mails)).toEqual([addresses.otherAgent]);
});

test('who has left the customer, the ticket or the service gets nothing', async () => {
  const told = withColleague();
  await office.project(told, told.events);
  await office.store.users.updateOne({ _id: CLIENT.id }, { $set: { organizationId: 'org-2' } });
  await office.store.users.updateOne({ _id: AGENT.id }, { $set: { active: false } });
  const gone = told.said('Ya casi').last;
  await office.project(told, gone);
  await office.project(told.step('removeParticipant', { clientId: COLLEAGUE.id }, CLIENT), told.last);
  office.startSender();
  await office.quiet();
  expect(office.sink.mails).toEqual([]);
  const faults = await office.store.notices.distinct('fault');
  expect(faults).toEqual(['no_recipient']);
});

test('a reminder that an answer has overtaken is not sent', async () => {
  const told = reminded(attended().solved(), 24);
  const reminder = told.last;
  expect(reminder.map(({ type }) => type)).toEqual(['reminder_sent']);
  const before = told.events.slice(0, -1);
  told.replied();
  await office.project(told, before);
  await office.store.notices.updateMany({}, { $set: { state: 'dropped' } });
  await office.project(told, [...reminder, ...told.last]);
  office.startSender();
  await office.quiet();
  expect(recipients(office.sink.mails)).toEqual([addresses.agent]);
});

test('what a person wrote is shown as text, never as markup or as a header', async () => {
  const evil = '<img src=x onerror=alert(1)>\u0007 & "comillas"';
  const told = aTicket({ registration: { subject: 'Uno\r\nBcc: otro@optica.test' } })
    .attended()
    .said(evil);
  const [mail] = await mailsOf(told);
  expect(mail!.parsed.html).not.toContain('<img');
  expect(mail!.parsed.html).toContain('&#60;img src=x onerror=alert(1)&#62; &#38; &#34;comillas&#34;');
  expect(mail!.parsed.text).toContain('> <img src=x onerror=alert(1)> & "comillas"');
  expect(mail!.parsed.bcc).toBeUndefined();
  expect(mail!.to).toEqual([addresses.client]);
});

test('writing the same events again sends nothing again', async () => {
  const told = story();
  await Promise.all([1, 2, 3].map(() => office.project(told, told.events)));
  office.startSender();
  await office.quiet();
  await office.project(told, told.events);
  await office.quiet();
  expect(office.sink.mails).toHaveLength(1);
});

test('several processes at once send every notice once, each ticket in its order', async () => {
  const stories = Array.from({ length: 12 }, (_, index) => {
    const { folio } = aTicketInput({ folio: String(500_000 + index) });
    const told = attended().said('Uno').said('Dos').solved();
    for (const event of told.events) event.folio = folio;
    told.ticket = { ...told.ticket, folio };
    return told;
  });
  await Promise.all(stories.map((told) => office.project(told, told.events)));
  for (let process = 0; process < 4; process += 1) office.startSender();
  await office.quiet();
  expect(office.sink.mails).toHaveLength(12 * 5);
  expect(new Set(office.sink.mails.map(({ parsed }) => parsed.messageId)).size).toBe(12 * 5);
  for (const { ticket } of stories) {
    const mine = office.sink.mails.filter(({ parsed }) =>
      parsed.subject!.startsWith(`Ticket ${ticket.folio}:`),
    );
    expect(mine.map(subjectOf)).toEqual([
      'quedó registrado',
      'primera atención',
      'nueva respuesta de soporte',
      'nueva respuesta de soporte',
      'soporte le dio una solución',
    ]);
  }
});

test('of two who claim the same notice one gets it', async () => {
  const told = story();
  await office.project(told, told.events);
  const [notice] = await dueNotices(office.store, new Date().toISOString(), 1);
  const claims = await Promise.all(
    ['a', 'b', 'c'].map((claim) => claimNotice(office.store, notice!, { claim, messageId: '<x@y>' })),
  );
  expect(claims.filter(Boolean)).toHaveLength(1);
});
