import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import type { ServiceReport, TrendsReport } from '../../src/contract/reports';
import { fold } from '../../src/domain/ticket/evolve';
import { registeredEvent } from '../../src/domain/ticket/register';
import { archiveTicket } from '../../src/store/tickets/archive';
import { appendEvents } from '../../src/store/tickets/events';
import { findIntake } from '../../src/store/tickets/intakes';
import { keepRegistration } from '../../src/store/desk/keep-facts';
import { aTicket, type TicketStory } from '../support/ticket-builder';
import { ApiUnderTest } from './api-under-test';
import type { Caller } from './caller';
import { registration } from './registration';

let api: ApiUnderTest;
let supervisor: Caller;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 100 } });
  supervisor = await api.person('supervisor');
}, 60_000);

afterAll(() => api.stop());

const RANGE = '?from=2026-03-01&to=2026-03-31';
let folios = 500_000;

function called(story: TicketStory): TicketStory {
  const call = { at: story.now, minutes: 5, number: '+52 55 5555 0101', summary: 'Ya funciona' };
  return story.step('recordPhoneCall', { ...call, outcome: 'answered', clientReplied: false });
}

/** A ticket of a customer with a life of its own, at rest in the archive. */
async function archived(
  organizationId: string,
  day: string,
  live: (story: TicketStory) => TicketStory,
  subject = 'No se guardan las ventas',
): Promise<string> {
  const folio = String((folios += 1));
  const at = `${day}T16:00:00.000Z`;
  const given = { organizationId, subject };
  const story = aTicket({ calendar: DEFAULT_CALENDAR, registeredAt: at, registration: given });
  live(story);
  const events = story.events.map((event) => ({ ...event, folio }));
  const ticket = { ...story.ticket, folio };
  await appendEvents(api.deps.store, events, organizationId);
  await archiveTicket(api.deps.store, ticket);
  return folio;
}

async function trends(query: string): Promise<TrendsReport> {
  const { status, body } = await supervisor.call('readTrends', { query });
  expect(status).toBe(200);
  return body as unknown as TrendsReport;
}

async function service(query = RANGE): Promise<ServiceReport> {
  const { status, body } = await supervisor.call('readServiceReport', { query });
  expect(status).toBe(200);
  return body as unknown as ServiceReport;
}

test('registrations and closings are told by step and by what they are divided into', async () => {
  const organization = await api.organization();
  const solve = (story: TicketStory): TicketStory => story.attended().solved();
  // Sunday and Monday are two weeks.
  await archived(organization, '2025-03-02', (story) => solve(story).accepted());
  await archived(organization, '2025-03-03', (story) => solve(story).after({ hours: 48 }).accepted());
  const range = '?from=2025-03-01&to=2025-03-31';
  const weekly = await trends(`${range}&by=week&group=organization`);
  expect(weekly.periods.slice(0, 2)).toEqual([
    { from: '2025-03-01', to: '2025-03-02' },
    { from: '2025-03-03', to: '2025-03-09' },
  ]);
  expect(weekly.series).toHaveLength(1);
  expect(weekly.series[0]).toMatchObject({
    id: organization,
    name: 'Óptica de prueba',
    registered: [1, 1, 0, 0, 0, 0],
    closed: [1, 1, 0, 0, 0, 0],
    totals: { registered: 2, closed: 2 },
  });
  const daily = await trends(range);
  expect(daily).toMatchObject({ by: 'day', group: 'type', timeZone: 'America/Mexico_City' });
  expect(daily.totals.closed.slice(0, 6)).toEqual([0, 1, 0, 0, 1, 0]);
  expect(daily.series[0]).toMatchObject({ id: 'technical_problem', name: expect.any(String) as string });
  expect((await trends(`${range}&by=month&group=priority`)).series).toEqual([
    { id: 'high', name: 'Alta', registered: [2], closed: [2], totals: { registered: 2, closed: 2 } },
  ]);
});

test('the service report tells how tickets ended and how long they took', async () => {
  const organization = await api.organization();
  const silence = (story: TicketStory): TicketStory =>
    story.at(story.ticket.waiting!.autoCloseAt).step('expire', {});
  const day = '2026-03-02';
  await archived(organization, day, (story) =>
    story.attended().after({ hours: 2 }).solved().after({ hours: 1 }).accepted(),
  );
  await archived(organization, day, (story) => silence(story.attended().after({ hours: 3 }).solved()));
  await archived(organization, day, (story) => silence(story.attended().asked()));
  await archived(organization, day, (story) =>
    called(story.attended().after({ hours: 1 })).step('close', {
      reason: 'resolved',
      message: 'Quedó por teléfono.',
      confirmedBy: 'call',
      origin: 'client_use',
    }),
  );
  await archived(organization, day, (story) =>
    story.taken().step('close', { reason: 'duplicate', message: 'Es el mismo.', duplicateOf: '1' }),
  );
  const { registered, closed, times } = await service();
  expect(registered).toEqual({ total: 5, onBehalf: 0, splitParts: 0, followUps: 0 });
  expect(closed).toMatchObject({
    total: 5,
    automatic: { total: 2, withSolution: 1, withoutSolution: 1 },
    withoutWait: { total: 1, clientMessage: 0, call: 1, none: 0 },
    duplicates: 1,
    mailFailed: 0,
    divided: 0,
  });
  expect(closed.reasons).toContainEqual({ reason: 'no_client_response', count: 2 });
  expect(closed.origins).toEqual([
    { origin: 'platform', count: 0 },
    { origin: 'client_use', count: 1 },
    { origin: 'third_party', count: 0 },
    { origin: 'not_reproduced', count: 0 },
    { origin: null, count: 4 },
  ]);
  // 60, 120 and 180 business minutes.
  expect(times.resolution).toEqual({ measured: 3, medianMinutes: 120, p90Minutes: 180 });
  expect(times.firstAttention).toMatchObject({ measured: 5, met: 5, missed: 0 });
  expect(times.byPriority.find(({ priority }) => priority === 'high')).toMatchObject({
    closed: 4,
    resolution: { measured: 3 },
  });
  expect(times.byPriority.find(({ priority }) => priority === null)).toMatchObject({ closed: 1 });
});

test('what recurs is told per customer, and an erased word is told no more', async () => {
  const [organization, other] = [await api.organization(), await api.organization()];
  const close = (story: TicketStory): TicketStory => story.attended().solved().accepted();
  const found: string[] = [];
  for (const subject of ['Impresora no imprime', 'La IMPRESORA falla', 'Problema: impresóra'])
    found.push(await archived(organization, '2026-04-01', close, subject));
  await archived(other, '2026-04-01', close, 'Impresora');
  const range = '?from=2026-04-01&to=2026-04-30';
  expect((await service(range)).recurringSubjects).toEqual([
    {
      organization: { id: organization, name: 'Óptica de prueba' },
      word: 'impresora',
      tickets: 3,
      folios: [...found].reverse(),
    },
  ]);
  const { store } = api.deps;
  for (const folio of found)
    await store.archive.updateOne({ _id: folio }, { $set: { 'ticket.subject': '—' } });
  expect((await service(range)).recurringSubjects).toEqual([]);
});

test('an open ticket counts from its registration on', async () => {
  const client = await api.person('client');
  const { body } = await client.call('registerTicket', { body: registration() });
  const { input } = (await findIntake(api.deps.store, String(body['folio'])))!;
  const { registeredAt, actor, commandId } = input;
  const event = registeredEvent(String(body['folio']), registeredAt, actor, commandId, input.registration);
  const before = await trends('?group=organization');
  expect(before.periods).toHaveLength(30);
  await keepRegistration(api.deps.store, fold([event]), [event]);
  const { series } = await trends('?group=organization');
  expect(series.find(({ id }) => id === client.who.organizationId)).toMatchObject({
    totals: { registered: 1, closed: 0 },
  });
});

test('both come as a table that a spreadsheet reads', async () => {
  const organization = await api.organization();
  const { store } = api.deps;
  await store.organizations.updateOne({ _id: organization }, { $set: { name: '=Óptica, "Luz"' } });
  await archived(organization, '2026-05-04', (story) => story.attended().solved().accepted());
  const range = 'from=2026-05-01&to=2026-05-31';
  const table = await read(`/reports/trends?${range}&by=month&group=organization`);
  expect(table.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
  expect(table.headers.get('content-disposition')).toContain('tendencias-2026-05-01-2026-05-31.csv');
  expect(table.text.split('\r\n')).toEqual([
    'Desde,Hasta,Cliente,Clave,Registrados,Cerrados',
    `2026-05-01,2026-05-31,"'=Óptica, ""Luz""",${organization},1,1`,
    '',
  ]);
  const { text } = await read(`/reports/service?${range}`);
  expect(text).toContain('Motivo de cierre,Aceptado por el cliente,tickets,1\r\n');
  expect(text).toContain('Tiempos: Alta,Solución,medidos,1\r\n');
});

async function read(path: string): Promise<{ headers: Headers; text: string }> {
  const { signal } = new AbortController();
  const response = await supervisor.open(`/api/v1${path}`, { accept: 'text/csv' }, signal);
  expect(response.status).toBe(200);
  return { headers: response.headers, text: await response.text() };
}

test.each([
  ['from=2026-03-02&to=2026-03-01', 'to'],
  ['from=2020-01-01&to=2026-03-01', 'from'],
  ['from=2026-02-30', 'from'],
  ['to=1850-01-01', 'to'],
  ['by=hour', 'by'],
  ['group=agent', 'group'],
  ['organization=x', 'organization'],
])('%s is refused by the name of %s', async (query, path) => {
  const { status, body } = await supervisor.call('readTrends', { query: `?${query}` });
  expect(status).toBe(400);
  expect(body['errors']).toEqual([expect.objectContaining({ path })]);
});

test('only supervisors read them', async () => {
  for (const role of ['client', 'client_admin', 'agent'] as const) {
    const caller = await api.person(role);
    expect((await caller.call('readTrends')).status).toBe(403);
    expect((await caller.call('readServiceReport')).status).toBe(403);
  }
});
