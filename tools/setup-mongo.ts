import { readFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { waitUntil } from './toolchain/wait-until';

type Client = InstanceType<typeof mongoose.mongo.MongoClient>;

const REPLICA_SET = 'rs0';
const ROOT = 'root';
const SERVICE = { user: 'support', database: 'support' } as const;
const ELECTION_MS = 60_000;
const USER_NOT_FOUND = 11;
const AUTHENTICATION_FAILED = 18;

/**
 * Makes one member a replica set, and its two accounts: root for operators, and one for the service that may read and
 * write its database and no more. Runs in the network of the server, since a server without accounts takes such orders
 * from its own host only. May be repeated; the service's account gets the password that its file holds now.
 */
async function setUpMongo(uri: string, member: string): Promise<void> {
  const root = { username: ROOT, password: secret('MONGO_ROOT_PASSWORD_FILE') };
  const local = await connect(uri);
  try {
    await initiate(local, member);
    if (!(await canEnter(uri, root))) {
      await local.db('admin').command({ createUser: ROOT, pwd: root.password, roles: ['root'] });
    }
  } finally {
    await local.close();
  }
  const admin = await connect(uri, root);
  try {
    await grantService(admin, secret('MONGO_SERVICE_PASSWORD_FILE'));
  } finally {
    await admin.close();
  }
}

async function initiate(client: Client, member: string): Promise<void> {
  const admin = client.db('admin');
  const { setName } = await admin.command({ hello: 1 });
  if (setName === undefined) {
    const members = [{ _id: 0, host: member }];
    await admin.command({ replSetInitiate: { _id: REPLICA_SET, members } });
  }
  await waitUntil('the member to become primary', ELECTION_MS, async () => {
    const { isWritablePrimary } = await admin.command({ hello: 1 });
    return isWritablePrimary === true;
  });
}

async function canEnter(uri: string, account: Account): Promise<boolean> {
  try {
    await (await connect(uri, account)).close();
    return true;
  } catch (error) {
    if (isCode(error, AUTHENTICATION_FAILED)) return false;
    throw error;
  }
}

async function grantService(client: Client, password: string): Promise<void> {
  const database = client.db('admin');
  const roles = [{ role: 'readWrite', db: SERVICE.database }];
  try {
    await database.command({ updateUser: SERVICE.user, pwd: password, roles });
  } catch (error) {
    if (!isCode(error, USER_NOT_FOUND)) throw error;
    await database.command({ createUser: SERVICE.user, pwd: password, roles });
  }
}

interface Account {
  username: string;
  password: string;
}

function connect(uri: string, auth?: Account): Promise<Client> {
  const options = { directConnection: true, serverSelectionTimeoutMS: ELECTION_MS };
  return new mongoose.mongo.MongoClient(uri, {
    ...options,
    ...(auth && { auth, authSource: 'admin' }),
  }).connect();
}

function secret(setting: string): string {
  const file = process.env[setting];
  if (!file) throw new Error(`Set ${setting}.`);
  return readFileSync(file, 'utf8').trim();
}

function isCode(error: unknown, code: number): boolean {
  return error instanceof mongoose.mongo.MongoServerError && error.code === code;
}

if (require.main === module) {
  setUpMongo(
    process.env['MONGO_SETUP_URI'] ?? 'mongodb://127.0.0.1:27017/',
    process.env['MONGO_MEMBER'] ?? 'mongo:27017',
  ).then(
    () => console.log('replica set and accounts: present'),
    (error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      process.exitCode = 1;
    },
  );
}
