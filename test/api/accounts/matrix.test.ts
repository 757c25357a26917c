import { randomUUID } from 'node:crypto';
import { ROUTES } from '../../../src/contract/registry';
import { NO_BODY, type Route } from '../../../src/contract/route';
import { isStaff, may, ROLES, type Permission, type Role } from '../../../src/domain/access/permissions';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import { sessionConditions } from '../../../src/domain/policy/remote-session-policy';
import { requestedSession } from '../../../src/domain/session/evolve';
import { addInvitation } from '../../../src/store/accounts/invitations';
import { addRegistration } from '../../../src/store/accounts/registrations';
import { writeSession } from '../../../src/store/remote-sessions';
import { ApiUnderTest } from '../api-under-test';
import type { Caller } from '../caller';
import { registration } from '../registration';

type Who = Role | 'anonymous';
const WHO: readonly Who[] = ['anonymous', ...ROLES];

let api: ApiUnderTest;
let params: Record<string, string>;
/** Records of a customer to which none of the callers belongs, by the collection before `{id}`. */
const foreign: Record<string, string> = { calendars: 'mx', products: 'eo' };
const callers = new Map<Who, Caller>();

beforeAll(async () => {
  api = await ApiUnderTest.start({ config: { engineDeadlineMs: 200 } });
  const owner = await api.person('client');
  const { userId, organizationId } = owner.who;
  const { body } = await owner.call('registerTicket', { body: registration() });
  const folio = String(body['folio']);
  params = { folio, clientId: userId, number: 'C-1', provider: 'nadie' };
  const remote = requestedSession({
    id: `session-${folio}-1`,
    folio,
    organizationId: organizationId!,
    clientId: userId,
    platform: 'zoom',
    reason: 'Ver la pantalla',
    conditions: sessionConditions(DEFAULT_SUPPORT_POLICY),
    at: '2026-11-20T15:00:00.000Z',
  });
  await writeSession(api.deps.store, remote, []);
  const somebody = { email: 'alguien@example.test', name: 'Ana', phone: '5512345678', company: 'Óptica' };
  const asks = await addRegistration(api.deps.store, { ...somebody, customerNumber: null }, new Date());
  const invited = { ...somebody, role: 'client', organizationId, invitedBy: userId } as const;
  const { email, name, role, invitedBy } = invited;
  const invitation = { email, name, role, organizationId, invitedBy };
  foreign['remote-sessions'] = remote.id;
  foreign['registrations'] = asks._id;
  foreign['invitations'] = (await addInvitation(api.deps.store, invitation, new Date()))._id;
  foreign['organizations'] = organizationId!;
  foreign['people'] = userId;
  foreign['agents'] = (await api.person('agent')).who.userId;
  foreign['api-keys'] = (await api.deps.store.apiKeys.findOne({ userId }).lean())!._id;
  callers.set('anonymous', api.anonymous());
  for (const one of ROLES) callers.set(one, await api.person(one));
}, 60_000);

afterAll(() => api.stop());

const CELLS = (ROUTES as readonly Route[]).flatMap((route) =>
  WHO.map((who) => [who, `${route.method.toUpperCase()} ${route.path}`, route] as const),
);

test('every route has a cell for everybody', () => {
  expect(CELLS).toHaveLength(ROUTES.length * (ROLES.length + 1));
});

test.each(CELLS)('%s: %s', async (who, _line, route) => {
  expect(judge(who, route)).toContain(await ask(callers.get(who)!, route));
});

/** The statuses that a cell may answer; whatever opens the door is among none of those that must stay shut. */
function judge(who: Who, { permission, path, params: shape }: Route): number[] {
  // The provider proves itself by its signature, whoever else is logged in.
  if (path === '/webhooks/mail') return [401];
  if (permission === 'public') return OPEN;
  if (who === 'anonymous') return [401];
  const named = Object.keys(shape.shape).length > 0;
  // To clients every record here is somebody else's, whatever their role may do with their own.
  if (!isStaff(who) && named) return path.includes('{folio}') ? [404] : [403, 404];
  // The way into a session is open to its own people only, and only while it lasts.
  if (path === '/remote-sessions/{id}/access') return [403];
  if (may(who, permission as Permission)) return OPEN;
  // Staff sees every ticket; of what does not exist or is hidden from the role, 404 tells no more.
  return named && !path.startsWith('/tickets/{folio}') ? [403, 404] : [403];
}

/** Let in: what follows is the answer, or the judgement of an input that is wrong on purpose. */
const OPEN = [200, 201, 202, 204, 400, 404, 409, 415, 422, 503];

async function ask(caller: Caller, route: Route): Promise<number> {
  const path = route.path.replace(/\{(\w+)\}/g, (_match, name: string) => valueOf(route, name));
  const withBody = route.reads === 'json' && route.body !== NO_BODY;
  const known: Record<string, string> =
    caller.who.userId === '' ? {} : { authorization: caller.authorization };
  const typed: Record<string, string> = withBody ? { 'content-type': 'application/json' } : {};
  const response = await fetch(`${api.url}/api/v1${path}`, {
    method: route.method.toUpperCase(),
    headers: { ...known, ...typed, 'Idempotency-Key': randomUUID() },
    ...(withBody && { body: '{"no such field": 1}' }),
  });
  // A stream does not end by itself.
  await response.body?.cancel();
  return response.status;
}

function valueOf({ path }: Route, name: string): string {
  if (name === 'token') return `${'0'.repeat(20)}.${'A'.repeat(43)}`;
  const [, collection = ''] = path.split('/');
  return name === 'id' ? (foreign[collection] ?? 'x1') : (params[name] ?? 'x1');
}
