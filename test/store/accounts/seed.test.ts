import { isPasswordOf } from '../../../src/api/auth/password';
import { DEFAULT_SUPPORT_POLICY } from '../../../src/domain/policy/default-support-policy';
import { contractStanding } from '../../../src/domain/coverage/contract';
import { TICKET_TYPES } from '../../../src/domain/classification/ticket-types';
import { findCalendar } from '../../../src/store/accounts/calendars';
import { findOrganization } from '../../../src/store/accounts/organizations';
import { findPolicy } from '../../../src/store/accounts/policies';
import { findUserByEmail } from '../../../src/store/accounts/users';
import { openStore, type Store } from '../../../src/store/store';
import { seedDemoData } from '../../../tools/seed';
import { serviceDate } from '../../../tools/seed/demo-contract';
import { testServers } from '../../support/servers';

const YEARS_LATER = new Date('2031-05-05T12:00:00.000Z');
let store: Store;

beforeAll(async () => {
  store = await openStore((await testServers()).mongoUri);
  await Promise.all([
    seedDemoData(store, { password: 'first password' }),
    seedDemoData(store, { password: 'first password' }),
  ]);
});

afterAll(() => store.close());

test('people can log in with the given password, once seeded twice at the same time too', async () => {
  expect(await store.users.countDocuments()).toBe(8);
  const user = await findUserByEmail(store, 'Cliente@Optica-Demo.test');
  expect(user).toMatchObject({ role: 'client', organizationId: 'optica-demo' });
  expect(await isPasswordOf('first password', user?.passwordHash ?? null)).toBe(true);
});

test('the agents know every type between them, and different ones', async () => {
  const agents = await store.agents.find().lean();
  const [first, second] = agents.map(({ skills }) => skills);
  expect(agents).toHaveLength(2);
  expect([...(first ?? []), ...(second ?? [])].sort()).toEqual(TICKET_TYPES.map(({ id }) => id).sort());
});

test('contracts stand as their customers are called', async () => {
  const today = serviceDate(new Date(), 0);
  const standing = async (id: string): Promise<string[] | undefined> =>
    (await findOrganization(store, id))?.contracts.map((contract) => contractStanding(contract, today));
  expect(await standing('optica-demo')).toEqual(['in_force']);
  expect(await standing('optica-vecina')).toEqual(['in_force']);
  expect(await standing('optica-vencida')).toEqual(['ended']);
});

test('calendar and policy are the defaults', async () => {
  const policy = await findPolicy(store);
  expect({ ...policy, version: 1 }).toEqual(DEFAULT_SUPPORT_POLICY);
  expect(policy?.waitingClientHours).toBe(48);
  expect(await findCalendar(store, 'mx')).toMatchObject({ id: 'mx', timeZone: 'America/Mexico_City' });
});

test('seeding years later renews what should be in force, sets the new password and keeps what people changed', async () => {
  await store.agents.updateOne({ email: 'agente1@e-optics.test' }, { $set: { available: false } });
  await seedDemoData(store, { password: 'second password', now: YEARS_LATER });
  const { contracts } = (await findOrganization(store, 'optica-demo'))!;
  expect(contracts.map((contract) => contractStanding(contract, '2031-05-05'))).toEqual(['in_force']);
  const user = await findUserByEmail(store, 'admin@e-optics.test');
  expect(await isPasswordOf('second password', user?.passwordHash ?? null)).toBe(true);
  expect(await store.agents.findOne({ email: 'agente1@e-optics.test' }).lean()).toMatchObject({
    available: false,
  });
});
