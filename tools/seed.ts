import { hashPassword, isPasswordOf } from '../src/api/auth/password';
import { DEFAULT_CALENDAR } from '../src/domain/default-calendar';
import { DEFAULT_SUPPORT_POLICY } from '../src/domain/policy/default-support-policy';
import { addCalendarVersion, findCalendar } from '../src/store/accounts/calendars';
import { addOrganization, changeOrganization, findOrganization } from '../src/store/accounts/organizations';
import { addPolicyVersion, findPolicy } from '../src/store/accounts/policies';
import { listProducts, putProduct } from '../src/store/accounts/products';
import { addUser, findUserByEmail, setPasswordHash, type User } from '../src/store/accounts/users';
import { addCannedReply } from '../src/store/desk/canned-replies';
import { createAgent, findAgent } from '../src/store/desk/agents';
import { isDuplicateKey } from '../src/store/mongo/duplicate-key';
import { openStore, type Store } from '../src/store/store';
import { demoContract, serviceDate } from './seed/demo-contract';
import { DEMO_CANNED_REPLIES } from './seed/demo-canned-replies';
import { DEMO_ORGANIZATIONS, DEMO_PEOPLE, type DemoOrganization, type DemoPerson } from './seed/demo-people';
import { DEMO_PRODUCTS } from './seed/demo-products';
import { runMain } from './toolchain/run-main';

const AGENT_CAPACITY = 20;

/**
 * Customers, people, products, calendar and policy of the demo. May be run again at any time: it adds what is
 * missing, gives everybody this password, renews a contract that should be in force, and leaves the rest as people
 * have changed it.
 */
export async function seedDemoData(
  store: Store,
  { password, now = new Date() }: { password: string; now?: Date },
): Promise<void> {
  await seedRules(store, now);
  await seedProducts(store);
  // A shortcut that is taken stays as people have changed it.
  for (const reply of DEMO_CANNED_REPLIES) await addCannedReply(store, reply, now);
  for (const organization of DEMO_ORGANIZATIONS) await seedOrganization(store, organization, now);
  await Promise.all(DEMO_PEOPLE.map((person) => seedPerson(store, person, password, now)));
}

/** Calendar and policy of an installation; those that are there already stay. */
export async function seedRules(store: Store, now: Date): Promise<void> {
  if ((await findCalendar(store, DEFAULT_CALENDAR.id)) === null) {
    await addCalendarVersion(store, DEFAULT_CALENDAR.id, DEFAULT_CALENDAR, { now, by: null });
  }
  if ((await findPolicy(store)) === null) {
    await addPolicyVersion(store, DEFAULT_SUPPORT_POLICY, { now, by: null });
  }
}

/** Products that an installation starts with; those that are there already stay. */
export async function seedProducts(store: Store): Promise<void> {
  const known = new Set((await listProducts(store)).map(({ id }) => id));
  for (const product of DEMO_PRODUCTS) if (!known.has(product.id)) await putProduct(store, product);
}

async function seedOrganization(store: Store, demo: DemoOrganization, now: Date): Promise<void> {
  const contract = demoContract(demo, now);
  const known = await findOrganization(store, demo.id);
  if (known === null) {
    await addOrganization(store, { ...demo, contracts: [contract] }, now);
    return;
  }
  const today = serviceDate(now, 0);
  const lapsed = known.contracts.some(({ number, endsOn }) => number === contract.number && endsOn < today);
  if (!lapsed || contract.endsOn < today) return;
  const renew = (contracts: typeof known.contracts): typeof known.contracts =>
    contracts.map((old) => (old.number === contract.number ? contract : old));
  await changeOrganization(store, demo.id, ({ contracts }) => ({ contracts: renew(contracts) }), now);
}

async function seedPerson(store: Store, person: DemoPerson, password: string, now: Date): Promise<void> {
  const user = await seedAccount(store, person, password, now);
  if (person.skills === undefined || (await findAgent(store, user._id)) !== null) return;
  const agent = {
    _id: user._id,
    email: user.email,
    name: user.name,
    skills: person.skills,
    capacity: AGENT_CAPACITY,
    available: true,
    workingCalendar: null,
  };
  await createAgent(store, agent).catch(unlessSeededMeanwhile);
}

async function seedAccount(store: Store, person: DemoPerson, password: string, now: Date): Promise<User> {
  const known = await findUserByEmail(store, person.email);
  if (known !== null) {
    if (known.demo !== true) await store.users.updateOne({ _id: known._id }, { $set: { demo: true } });
    if (await isPasswordOf(password, known.passwordHash)) return known;
    await setPasswordHash(store, known._id, await hashPassword(password), now);
    return known;
  }
  const { email, name, phone, role, organizationId } = person;
  const passwordHash = await hashPassword(password);
  const added = await addUser(
    store,
    { email, name, phone, role, organizationId, passwordHash, demo: true },
    now,
  );
  // Two seeds at once: the other one's account is as good.
  return added ?? seedAccount(store, person, password, now);
}

function unlessSeededMeanwhile(error: unknown): void {
  if (!isDuplicateKey(error)) throw error;
}

async function main(): Promise<void> {
  const uri = process.env['MONGODB_URI'];
  const password = process.env['DEMO_PASSWORD'];
  if (!uri || !password) throw new Error('Set MONGODB_URI and DEMO_PASSWORD.');
  const store = await openStore(uri);
  try {
    await seedDemoData(store, { password });
  } finally {
    await store.close();
  }
  console.log(`Seeded: ${DEMO_PEOPLE.map(({ email }) => email).join(', ')}`);
}

if (require.main === module) runMain(main);
