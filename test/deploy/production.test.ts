import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { hashPassword } from '../../src/api/auth/password';
import { addUser } from '../../src/store/accounts/users';
import { openStore } from '../../src/store/store';
import { projectRoot } from '../../tools/toolchain/project-root';
import type { ServerProcess } from '../../tools/toolchain/server-process';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { Balancer } from './balancer';
import { CompiledService } from './compiled-service';
import { Installation } from './installation';

const ADMIN = { email: 'administracion@e-optics.test', password: 'clave de la primera persona' };
const CLIENT = { email: 'cliente@optica.test', password: 'clave de la clienta' };
const CALLERS = 6;

let service: CompiledService;
let installation: Installation;
let adminEnv: Record<string, string>;
/** Of the admin's log-in, once the first test has enrolled the second factor that it owes. */
let adminCookie: string;
let workers: ServerProcess[];
let apis: { url: string; process: ServerProcess }[];

beforeAll(async () => {
  service = await CompiledService.build();
  installation = await Installation.prepare(service);
  adminEnv = {
    ADMIN_EMAIL: ADMIN.email,
    ADMIN_PASSWORD_FILE: installation.secret('admin_password', ADMIN.password),
  };
}, 240_000);

afterAll(async () => {
  await installation?.stop();
  service?.remove();
});

test('what runs in production loads production dependencies only', () => {
  const manifest = readFileSync(join(projectRoot(), 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(manifest) as { dependencies: Record<string, string> };
  const packages = service.packages();
  expect(packages).toContain('@temporalio/worker');
  expect(packages.filter((name) => !(name in dependencies))).toEqual([]);
  expect(service.hasWorkflowBundle()).toBe(true);
});

test('a step that lacks something says which setting, never its value', async () => {
  const short = { ...adminEnv, ADMIN_PASSWORD_FILE: installation.secret('short', 'hunter2') };
  const refused = await installation.run('tools/create-admin.js', short);
  expect(refused.how).toBe('code 1');
  expect(refused.output).toContain('ADMIN_PASSWORD');
  expect(refused.output).not.toContain('hunter2');

  const lost = await installation.run('src/api/server.js', { MONGODB_URI_FILE: '/nowhere/uri' });
  expect(lost.how).toBe('code 1');
  expect(lost.output).toContain('MONGODB_URI_FILE');
});

test('the steps of a new installation may be repeated', async () => {
  const engine = [
    await installation.run('tools/setup-engine.js'),
    await installation.run('tools/setup-engine.js'),
  ];
  expect(engine.map(({ how }) => how)).toEqual(['code 0', 'code 0']);
  expect(engine.map(({ output }) => /: (made|present);/.exec(output)?.[1])).toEqual(['made', 'present']);

  const other = { ...adminEnv, ADMIN_PASSWORD_FILE: installation.secret('other', 'otra clave muy distinta') };
  const admin = [
    await installation.run('tools/create-admin.js', adminEnv),
    await installation.run('tools/create-admin.js', other),
  ];
  expect(admin.map(({ output }) => /: (made|present)$/.exec(output)?.[1])).toEqual(['made', 'present']);
});

test('workers and APIs come up, and each tells its health', async () => {
  expect((await installation.run('tools/check-worker.js')).how).toBe('code 1');
  workers = [installation.startWorker(), installation.startWorker()];
  apis = [await installation.startApi(), await installation.startApi()];
  for (const { url } of apis) expect((await fetch(`${url}/api/v1/health/live`)).status).toBe(200);
  const ready = await waitUntil('everything to be ready', 60_000, async () => {
    if (workers[0]!.hasEnded()) throw new Error(workers[0]!.lastOutput());
    const answer = await fetch(`${apis[0]!.url}/api/v1/health/ready`);
    const body = (await answer.json()) as { workers: string };
    return body.workers === 'ok' && body;
  });
  expect(ready).toMatchObject({ mongodb: 'ok', engine: 'ok', workers: 'ok' });
  expect((await installation.run('tools/check-worker.js')).how).toBe('code 0');
}, 120_000);

test('the first admin logs in, over the proxy’s https, with the password of the first set-up', async () => {
  const door = new Balancer([apis[0]!.url]);
  const entered = await door.send('POST', '/session', { from: '203.0.113.1', body: ADMIN });
  expect(entered.status).toBe(201);
  expect(entered.headers.get('set-cookie')).toMatch(
    /^__Host-e_optics_session=.*; HttpOnly; SameSite=Lax; Secure/,
  );
  expect(entered.body).toMatchObject({ mustEnrol: true });
  adminCookie = await enrol(door, cookieOf(entered));
  const calendar = await door.send('GET', '/calendars/mx', { from: '203.0.113.1', cookie: adminCookie });
  expect(calendar.body).toMatchObject({ id: 'mx', version: 1 });
});

test('stopping an API and a worker under load fails no request and loses no command', async () => {
  const door = new Balancer(apis.map(({ url }) => url));
  const { admin, client } = await enter(door);
  let over = false;
  const folios: string[] = [];
  const call = async (caller: number): Promise<void> => {
    const from = `203.0.113.${10 + caller}`;
    while (!over) {
      const ticket = await door.send('POST', '/tickets', { from, cookie: client, body: aTicket() });
      const folio = String(ticket.body['folio']);
      const path = `/tickets/${folio}`;
      await door.send('PUT', `${path}/category`, { from, cookie: admin, body: { type: 'usability' } });
      await door.send('POST', `${path}/messages`, { from, cookie: client, body: { body: 'Ya lo intenté.' } });
      folios.push(folio);
    }
  };
  const callers = Promise.all(Array.from({ length: CALLERS }, (_, caller) => call(caller)));
  const untilMore = (count: number): Promise<unknown> => {
    const goal = door.answered + count;
    return waitUntil('more answers', 60_000, () => door.failures.length > 0 || door.answered >= goal);
  };

  await untilMore(30);
  const [leaving] = apis;
  await waitUntil('a request under way', 10_000, () => door.underWay(leaving!.url) > 0);
  door.takeOut(leaving!.url);
  expect(door.underWay(leaving!.url)).toBeGreaterThan(0);
  await leaving!.process.stop(25_000);
  expect(await leaving!.process.ended).toBe('code 0');

  await untilMore(15);
  await workers[0]!.stop(40_000);
  expect(await workers[0]!.ended).toBe('code 0');

  await untilMore(45);
  over = true;
  await callers;
  expect(door.failures).toEqual([]);
  for (const folio of folios) {
    // A reply that was accepted may still be on its way.
    const events = await waitUntil(`the events of ${folio}`, 20_000, async () => {
      const types = await eventsOf(door, folio, admin);
      return types.length >= COMMANDED.length && types;
    });
    expect(events).toEqual(COMMANDED);
  }

  await Promise.all([apis[1]!.process.stop(25_000), workers[1]!.stop(40_000)]);
  expect(await apis[1]!.process.ended).toBe('code 0');
  expect(await workers[1]!.ended).toBe('code 0');
}, 240_000);

/** What the callers asked of each ticket, each once. */
const COMMANDED = ['registered', 'categorized', 'message_posted'];

async function eventsOf(door: Balancer, folio: string, cookie: string): Promise<string[]> {
  const { body } = await door.send('GET', `/tickets/${folio}/events`, { from: '203.0.113.2', cookie });
  const types = (body['items'] as { type: string }[]).map(({ type }) => type);
  return types.filter((type) => COMMANDED.includes(type));
}

/** A customer with a contract, somebody who works there, and the cookies of her and of the admin. */
async function enter(door: Balancer): Promise<{ admin: string; client: string }> {
  const from = '203.0.113.3';
  const admin = adminCookie;
  const customer = { name: 'Óptica de prueba' };
  const { body } = await door.send('POST', '/organizations', { from, cookie: admin, body: customer });
  const organizationId = String(body['id']);
  const year = new Date().getUTCFullYear();
  const contract = {
    product: 'e-optics-online',
    startsOn: `${year - 1}-01-01`,
    endsOn: `${year + 1}-12-31`,
    plan: 'anual',
  };
  const path = `/organizations/${organizationId}/contracts/C-1`;
  await door.send('PUT', path, { from, cookie: admin, body: contract });
  await addClient(organizationId);
  return { admin, client: cookieOf(await door.send('POST', '/session', { from, body: CLIENT })) };
}

/** Gives an admin the second factor without which they may do nothing. */
async function enrol(door: Balancer, cookie: string): Promise<string> {
  const from = '203.0.113.1';
  const { password } = ADMIN;
  const begun = await door.send('POST', '/second-factor', { from, cookie, body: { password } });
  const code = new TOTP({ secret: Secret.fromBase32(String(begun.body['secret'])) }).generate();
  return cookieOf(await door.send('PUT', '/second-factor/confirmation', { from, cookie, body: { code } }));
}

async function addClient(organizationId: string): Promise<void> {
  const store = await openStore(installation.mongoUri);
  try {
    const { email, password } = CLIENT;
    const passwordHash = await hashPassword(password);
    const person = { email, name: 'Laura Méndez', phone: null, role: 'client' as const, organizationId };
    await addUser(store, { ...person, passwordHash }, new Date());
  } finally {
    await store.close();
  }
}

function aTicket(): unknown {
  return {
    subject: 'No encuentro el corte de caja',
    description: '¿Dónde veo el corte de ayer?',
    type: 'question',
    product: 'e-optics-online',
    productVersion: '2026.11',
    contact: { name: 'Laura Méndez', email: CLIENT.email, phone: '+52 55 5000 1001' },
  };
}

function cookieOf({ headers }: { headers: Headers }): string {
  return headers.get('set-cookie')?.split(';')[0] ?? '';
}
