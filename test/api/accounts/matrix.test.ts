import { randomUUID } from 'node:crypto';
import { ROUTES } from '../../../src/contract/registry';
import { NO_BODY, type Route } from '../../../src/contract/route';
import { isStaff, may, ROLES, type Permission, type Role } from '../../../src/domain/access/permissions';
import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { ownedRecords, type OwnedRecords } from './owned-records';

type Who = Role | 'anonymous';
const WHO: readonly Who[] = ['anonymous', ...ROLES];

let api: ApiUnderTest;
/** Of a customer to which none of the callers belongs. */
let foreign: OwnedRecords;
const callers = new Map<Who, Caller>();

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
  foreign = await ownedRecords(api);
  callers.set('anonymous', api.anonymous());
  for (const one of ROLES) callers.set(one, await api.person(one));
}, 60_000);

afterAll(() => api.stop());

test('every path names a record that there is', () => {
  const made = (ROUTES as readonly Route[]).map(({ path }) => path).filter((path) => path.includes('{'));
  const missing = made.filter((path) =>
    /x1(\/|$)/.test(path.replace(/\{(\w+)\}/g, (_all, name: string) => valueOf({ path } as Route, name))),
  );
  expect(missing).toEqual([]);
});

const CELLS = (ROUTES as readonly Route[]).flatMap((route) =>
  WHO.map((who) => [who, `${route.method.toUpperCase()} ${route.path}`, route] as const),
);

test('every route has a cell for everybody', () => {
  expect(CELLS).toHaveLength(ROUTES.length * (ROLES.length + 1));
});

test.each(CELLS)('%s: %s', async (who, _line, route) => {
  expect(judge(who, route)).toContain(await ask(callers.get(who)!, route));
});

/** What a cell answers: one status, but where what one role removes is gone for the next. */
function judge(who: Who, route: Route): number[] {
  const { permission, path, method, id } = route;
  const named = /\{(?!token)/.test(path);
  if (permission === 'public') return PUBLIC[id] ?? [400];
  if (who === 'anonymous') return [401];
  // What belongs to one person is nobody else's, whatever their role.
  if (path === '/sessions/{id}' || path === '/api-keys/{id}') return [404];
  // To clients every record here is somebody else's, whatever their role may do with their own.
  if (!isStaff(who) && named && !SETTING.test(path)) return [404];
  if (!may(who, permission as Permission)) return path.startsWith('/people/{id}') ? [404] : [403];
  if (sends(route)) return [400];
  // Agents hand over their own tickets, not those of others.
  if (id === 'handOver' && who === 'agent') return [403];
  return ANSWERS[id] ?? (method === 'get' ? [200] : [204]);
}

/** What belongs to no customer: that there is such a setting is no secret. */
const SETTING = /^\/(calendars|products)\//;

/** Public routes: those with a body refuse it, since it is wrong on purpose. */
const PUBLIC: Readonly<Record<string, number[]>> = {
  // Providers prove themselves by their signature, whoever else is logged in.
  receiveMailReport: [401],
  receivePaymentNews: [404],
  isAlive: [200],
  isReady: [200],
  readOpenApi: [200],
  readPublicSettings: [200],
};

/** Where being let in ends otherwise than with 200 for a read and 204 for a command without a body. */
const ANSWERS: Readonly<Record<string, number[]>> = {
  // The ticket does not wait for its client.
  readDeadline: [404],
  removeCannedReply: [204, 404],
  // The ticket itself says what it is part of, and no engine runs it here.
  linkIncidentTicket: [503],
  unlinkIncidentTicket: [503],
  listRemoteSessionSlots: [409],
  // The way into a session is open to its own people only, and only while it lasts.
  readRemoteSessionAccess: [403],
  // The session runs in no engine here.
  retryRemoteSession: [503],
  removeBranch: [200, 404],
  putDeparture: [200],
  deleteDeparture: [200],
  handOver: [200],
  // No file came along.
  createAttachment: [415],
  // Somebody with open tickets.
  erasePerson: [409],
};

function sends({ reads, body }: Route): boolean {
  return reads === 'json' && body !== NO_BODY;
}

async function ask(caller: Caller, route: Route): Promise<number> {
  const path = route.path.replace(/\{(\w+)\}/g, (_match, name: string) => valueOf(route, name));
  const hasBody = sends(route);
  const known: Record<string, string> =
    caller.who.userId === '' ? {} : { authorization: caller.authorization };
  const typed: Record<string, string> = hasBody ? { 'content-type': 'application/json' } : {};
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method: route.method.toUpperCase(),
    headers: { ...known, ...typed, 'Idempotency-Key': randomUUID() },
    ...(hasBody && { body: '{"no such field": 1}' }),
  });
  // A stream does not end by itself.
  await response.body?.cancel();
  return response.status;
}

function valueOf({ path }: Route, name: string): string {
  if (name === 'token') return `${'0'.repeat(20)}.${'A'.repeat(43)}`;
  const [, collection = ''] = path.split('/');
  if (name === 'id' || collection === 'archive') return foreign.ids[collection] ?? 'x1';
  return foreign.params[name] ?? 'x1';
}
