import { z } from 'zod';
import { DEFAULT_CALENDAR } from '../../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../../src/domain/policy/default-support-policy';
import { sessionConditions } from '../../src/domain/policy/remote-session-policy';
import { requestedSession } from '../../src/domain/session/evolve';
import { addCannedReply } from '../../src/store/desk/canned-replies';
import { addIncident } from '../../src/store/desk/incidents';
import { addRegistration } from '../../src/store/accounts/registrations';
import { writeSession } from '../../src/store/remote-sessions/remote-sessions';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { ROUTES } from '../../src/contract/registry';
import { NO_BODY, type Route } from '../../src/contract/route';
import { may, type Permission } from '../../src/domain/access/permissions';
import { ApiUnderTest } from './api-under-test';
import { spoiltBodies, type Spoilt } from './bad-values';
import type { Caller } from './caller';
import { everythingStored } from './everything-stored';
import { registration } from './registration';
import { inline, sample, type Schema } from './sample';

const WITH_BODY = (ROUTES as readonly Route[]).filter(
  (route) => route.reads === 'json' && route.body !== NO_BODY,
);

/** Where a sample made from the schema alone would not be accepted. */
const GOOD: Record<string, Record<string, unknown>> = {
  registerTicket: registration({
    attachmentIds: ['a1'],
    follows: '100001',
    onBehalfOf: 'u1',
    onBehalfReason: 'Llamó',
  }),
  giveRemoteSessionMeeting: { address: '123 456 789', code: '4711' },
  putInvoiceData: {
    rfc: 'OPT010101AB1',
    legalName: 'Óptica de prueba',
    postalCode: '06600',
    taxRegime: '601',
    cfdiUse: 'G03',
  },
  assignTicket: { agentId: 'agente' },
  putCalendar: without(DEFAULT_CALENDAR, 'id', 'version'),
  previewDeadline: {
    ...without(DEFAULT_CALENDAR, 'id', 'version'),
    startsAt: '2026-11-20T15:00:00.000Z',
    hours: 48,
  },
  putSupportPolicy: without(DEFAULT_SUPPORT_POLICY, 'version'),
};

let api: ApiUnderTest;
let client: Caller;
let admin: Caller;
let params: Record<string, string>;

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
  client = await api.person('client');
  admin = await api.person('admin');
  const agent = await api.person('agent');
  const { body } = await client.call('registerTicket', { body: registration() });
  params = { folio: String(body['folio']), clientId: client.who.userId };
  // Its start goes on in the background and would change what is stored in the middle of a comparison.
  await waitUntil('the ticket to be started', 30_000, () => api.deps.starter.load === 0);
  const session = requestedSession({
    id: `session-${params['folio']}-1`,
    folio: params['folio']!,
    organizationId: client.who.organizationId!,
    clientId: client.who.userId,
    platform: 'zoom',
    reason: 'Ver la pantalla',
    conditions: sessionConditions(DEFAULT_SUPPORT_POLICY),
    at: '2026-11-20T15:00:00.000Z',
  });
  await writeSession(api.deps.store, session, []);
  const waiting = await addRegistration(
    api.deps.store,
    {
      email: 'espera@example.test',
      name: 'Ana',
      phone: '5512345678',
      company: 'Óptica',
      customerNumber: null,
    },
    new Date(),
  );
  const text = { title: 'Gracias', shortcut: 'gracias-1', body: 'Gracias.', type: null };
  byPath['/canned-replies'] = (await addCannedReply(api.deps.store, text, new Date()))!._id;
  const cause = { title: 'Agenda', notice: null, severity: 'major', createdBy: 'x' } as const;
  byPath['/incidents'] = (await addIncident(api.deps.store, cause, '2026-11-20T15:00:00.000Z'))._id;
  byPath['/remote-sessions'] = session.id;
  byPath['/agents'] = agent.who.userId;
  byPath['/registrations'] = waiting._id;
  byPath['/people'] = client.who.userId;
  byPath['/organizations'] = String(client.who.organizationId);
}, 60_000);

afterAll(() => api.stop());

/** What `{id}` stands for, by the collection before it. */
const byPath: Record<string, string> = { '/calendars': 'mx' };

test.each(WITH_BODY.map((route) => [route.id, route] as const))(
  '%s refuses every spoilt body, names the field and changes nothing',
  async (_id, route) => {
    const schema = z.toJSONSchema(route.body, { io: 'input', unrepresentable: 'any' }) as Schema;
    const good = GOOD[route.id] ?? sample(inline(schema));
    expect(route.body.safeParse(good).error?.issues).toBeUndefined();
    const spoilt = spoiltBodies(inline(schema), good).filter(
      ({ field, body }) => !isBlankPassword(field, body) && !isNoBody(route, body),
    );
    expect(spoilt.length).toBeGreaterThan(5);
    const before = await everythingStored(api.deps.store);
    const wrong = (await inTurns(spoilt, (one) => judge(route, one))).filter((verdict) => verdict !== null);
    expect(wrong).toEqual([]);
    expect(await everythingStored(api.deps.store)).toEqual(before);
  },
  60_000,
);

async function judge(route: Route, { name, field, body }: Spoilt): Promise<string | null> {
  const { status, body: problem } = await caller(route).call(route.id as never, {
    params: paramsOf(route),
    body,
  });
  const paths = ((problem?.['errors'] ?? []) as { path: string }[]).map(({ path }) => path);
  const named = paths.some(
    (path) => path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`),
  );
  return (status === 400 || status === 422) && named
    ? null
    : `${name}: ${status} ${String(problem?.['code'])} ${paths.join()}`;
}

function caller({ permission }: Route): Caller {
  if (permission === 'public') return api.anonymous();
  return may('admin', permission as Permission) ? admin : client;
}

function paramsOf({ path }: Route): Record<string, string> {
  const collection = /^(\/[a-z-]+)\/\{id\}/.exec(path)?.[1];
  return {
    ...params,
    id: byPath[collection ?? ''] ?? 'x1',
    number: 'C-1',
    branchId: 'centro',
    token: `${'0'.repeat(20)}.${'A'.repeat(43)}`,
  };
}

/** Where a body may be left out, `{}` leaves it out. */
function isNoBody({ body: schema }: Route, body: unknown): boolean {
  return schema.safeParse(undefined).success && JSON.stringify(body) === '{}';
}

/** A password may be anything that somebody can type: blanks are wrong, not malformed. */
function isBlankPassword(field: string, body: unknown): boolean {
  const { password } = body as { password?: unknown };
  return (
    field === 'password' &&
    typeof password === 'string' &&
    password !== '' &&
    /^[\s\p{Cf}\u3164]+$/u.test(password)
  );
}

function without<T extends object>(value: T, ...fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value).filter(([name]) => !fields.includes(name)));
}

async function inTurns<In, Out>(items: readonly In[], work: (item: In) => Promise<Out>): Promise<Out[]> {
  const results: Out[] = [];
  for (let start = 0; start < items.length; start += 8) {
    results.push(...(await Promise.all(items.slice(start, start + 8).map(work))));
  }
  return results;
}
