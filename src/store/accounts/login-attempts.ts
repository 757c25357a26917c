import { createHash } from 'node:crypto';
import { trusted, type Connection, type Model } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { isDuplicateKey } from '../mongo/duplicate-key';
import { foldEmail, type User } from './users';

/** Failed log-ins of one address, whether or not it has an account: a lock must not tell which exist. */
export interface LoginAttempts {
  /** SHA-256 of the address: nobody's address is kept because somebody typed it. */
  _id: string;
  failures: number;
  lastAt: Date;
  /** No attempt is looked at before. */
  notBefore: Date;
}

/** The part of the store that holds them. */
export type LoginAttemptsStore = Holds<'loginAttempts', LoginAttempts>;

/** Mails that somebody may ask for to an address, counted beside its log-ins. */
export const COUNTED_MAILS = ['registration', 'password_reset', 'invitation'] as const;

const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 30_000;
// Long enough to make guessing hopeless, short enough that it can not be used to keep somebody out.
const LONGEST_WAIT_MS = 15 * 60_000;
const FORGET_MS = 24 * 3_600_000;
const MAX_RACES = 20;

export function loginAttemptModel(connection: Connection): Model<LoginAttempts> {
  const schema = strictSchema('login_attempts', {
    _id: { type: String, required: true },
    failures: { type: Number, required: true },
    lastAt: { type: Date, required: true },
    notBefore: { type: Date, required: true },
  });
  schema.index({ lastAt: 1 }, { expireAfterSeconds: FORGET_MS / 1000 });
  return collection(connection, 'LoginAttempts', schema);
}

/**
 * Counts an attempt as failed before the password is looked at, so that guesses sent at once can not pass together.
 * Answers 0 when it may go on, else the milliseconds to wait. Five are free, then 30 s, doubling up to 15 minutes.
 */
export async function countAttempt(store: LoginAttemptsStore, email: string, now: Date): Promise<number> {
  const id = idOf(email);
  for (let race = 0; race < MAX_RACES; race += 1) {
    const known = await store.loginAttempts.findById(id).lean<LoginAttempts>().exec();
    const wait = known === null ? 0 : known.notBefore.getTime() - now.getTime();
    if (wait > 0) return wait;
    if (await advance(store, id, known, now)) return 0;
  }
  return FIRST_WAIT_MS;
}

/** Forgets the failures of an address whose person has logged in. */
export async function forgetAttempts(store: LoginAttemptsStore, email: string): Promise<void> {
  await store.loginAttempts.deleteOne({ _id: idOf(email) }).exec();
}

/** Under what the mails are counted that somebody asks for to an address. */
export function mailAttempts(what: (typeof COUNTED_MAILS)[number], email: string): string {
  return `${what}:${email}`;
}

/** Under what the wrong codes of a person who enrols a second factor are counted. */
export function secondFactorAttempts(userId: string): string {
  return `second-factor:${userId}`;
}

/** Tells whose log-ins, or whose codes, are paused at an instant: for lists, which look at many people. */
export async function findPaused(
  store: LoginAttemptsStore,
  now: Date,
): Promise<(person: Pick<User, '_id' | 'email'>) => boolean> {
  const paused = await store.loginAttempts
    .find({ notBefore: trusted({ $gt: now }) }, { _id: 1 })
    .lean<Pick<LoginAttempts, '_id'>[]>()
    .exec();
  const ids = new Set(paused.map(({ _id }) => _id));
  return (person) => ids.size > 0 && attemptsOf(person).some((name) => ids.has(idOf(name)));
}

/** Whether mails that are asked for to a person's address are paused at an instant. */
export async function areMailsPaused(
  store: LoginAttemptsStore,
  { email }: Pick<User, 'email'>,
  now: Date,
): Promise<boolean> {
  const ids = trusted({ $in: COUNTED_MAILS.map((what) => idOf(mailAttempts(what, email))) });
  return (await store.loginAttempts.exists({ _id: ids, notBefore: trusted({ $gt: now }) }).exec()) !== null;
}

/** Forgets everything that was counted for a person: log-ins, codes, and the mails that their address was asked to get. */
export async function endPauses(
  store: LoginAttemptsStore,
  person: Pick<User, '_id' | 'email'>,
): Promise<void> {
  const mails = COUNTED_MAILS.map((what) => mailAttempts(what, person.email));
  for (const name of [...attemptsOf(person), ...mails]) await forgetAttempts(store, name);
}

function attemptsOf({ _id, email }: Pick<User, '_id' | 'email'>): string[] {
  return [email, secondFactorAttempts(_id)];
}

async function advance(
  store: LoginAttemptsStore,
  id: string,
  known: LoginAttempts | null,
  now: Date,
): Promise<boolean> {
  const stale = known === null || now.getTime() - known.lastAt.getTime() > FORGET_MS;
  const failures = stale ? 1 : known.failures + 1;
  const waitMs = waitAfter(failures);
  // Without a wait no instant at all: of two attempts at once the earlier would find the later's still to come.
  const notBefore = new Date(waitMs === 0 ? 0 : now.getTime() + waitMs);
  const next = { failures, lastAt: now, notBefore };
  if (known !== null) {
    const guard = { _id: id, failures: known.failures, lastAt: known.lastAt };
    return (await store.loginAttempts.updateOne(guard, { $set: next }).exec()).modifiedCount === 1;
  }
  try {
    await store.loginAttempts.create({ _id: id, ...next });
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(FIRST_WAIT_MS * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS);
}

function idOf(email: string): string {
  return createHash('sha256').update(foldEmail(email)).digest('hex');
}
