import { z } from 'zod';
import { hashPassword } from '../src/api/auth/password';
import { readConfig } from '../src/config';
import { email } from '../src/contract/fields';
import { personName } from '../src/contract/person';
import { withSecretFiles } from '../src/secret-files';
import { addUser, findUserByEmail } from '../src/store/accounts/users';
import { openStore, type Store } from '../src/store/store';
import { seedProducts, seedRules } from './seed';
import { runMain } from './toolchain/run-main';

export interface FirstAdmin {
  email: string;
  name: string;
  password: string;
}

const environment = z.object({
  ADMIN_EMAIL: email,
  ADMIN_NAME: personName.default('Administración'),
  ADMIN_PASSWORD: z.string().min(12).max(256),
});

/**
 * What a new installation needs before anybody can enter it: somebody who may do everything, the calendar, the policy
 * and the products. What is there already stays as it is, a password too.
 * @throws Error when the address belongs to somebody who is no admin
 */
export async function createAdmin(
  store: Store,
  { email, name, password }: FirstAdmin,
  now = new Date(),
): Promise<'made' | 'present'> {
  await seedRules(store, now);
  await seedProducts(store);
  if ((await findUserByEmail(store, email)) === null) {
    const passwordHash = await hashPassword(password);
    const person = { email, name, phone: null, role: 'admin', organizationId: null, passwordHash } as const;
    if ((await addUser(store, person, now)) !== null) return 'made';
  }
  const known = await findUserByEmail(store, email);
  if (known?.role !== 'admin') throw new Error(`The account of ${email} is not an admin's`);
  return 'present';
}

function readAdmin(): FirstAdmin {
  const settings = withSecretFiles(process.env, Object.keys(environment.shape));
  const { data, error } = environment.safeParse({
    ...settings,
    ADMIN_NAME: settings['ADMIN_NAME'] || undefined,
  });
  if (error)
    throw new Error(`Invalid settings: ${error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  return { email: data.ADMIN_EMAIL, name: data.ADMIN_NAME, password: data.ADMIN_PASSWORD };
}

async function main(): Promise<void> {
  const admin = readAdmin();
  const store = await openStore(readConfig().mongodbUri);
  try {
    console.log(`admin ${admin.email}: ${await createAdmin(store, admin)}`);
  } finally {
    await store.close();
  }
}

if (require.main === module) runMain(main);
