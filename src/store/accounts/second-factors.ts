import { createHash } from 'node:crypto';
import { trusted, type Connection, type Model } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';

/** A person's one-time passwords (RFC 6238), and the codes for the day on which the telephone is lost. */
export interface SecondFactor {
  /** The person's id. */
  _id: string;
  /** Sealed; null until the first code was right. */
  secret: string | null;
  /** Shown to the person and not confirmed yet; the one before stays good until then. */
  pending: string | null;
  confirmedAt: Date | null;
  /** Time step of the last code that was taken: each opens once. */
  lastStep: number;
  /** SHA-256 of the codes that are left, hex. Fast on purpose: 80 random bits can not be guessed. */
  recoveryHashes: string[];
}

/** The part of the store that holds them. */
export type SecondFactorsStore = Holds<'secondFactors', SecondFactor>;

export function secondFactorModel(connection: Connection): Model<SecondFactor> {
  const schema = strictSchema('second_factors', {
    _id: { type: String, required: true },
    secret: { type: String, default: null },
    pending: { type: String, default: null },
    confirmedAt: { type: Date, default: null },
    lastStep: { type: Number, required: true },
    recoveryHashes: { type: [String], required: true },
  });
  return collection(connection, 'SecondFactor', schema);
}

export function findSecondFactor(store: SecondFactorsStore, userId: string): Promise<SecondFactor | null> {
  return store.secondFactors.findById(userId).lean<SecondFactor>().exec();
}

export function listSecondFactors(store: SecondFactorsStore): Promise<SecondFactor[]> {
  return store.secondFactors.find().lean<SecondFactor[]>().exec();
}

/** Puts the same secrets there in another form, unless they are others by now. */
export async function replaceSecrets(
  store: SecondFactorsStore,
  { _id, secret, pending }: Pick<SecondFactor, '_id' | 'secret' | 'pending'>,
  set: Pick<SecondFactor, 'secret' | 'pending'>,
): Promise<void> {
  await store.secondFactors.updateOne({ _id, secret, pending }, { $set: set }).exec();
}

/** Keeps a secret that the person has been shown; it asks for nothing until it is confirmed. */
export async function keepPending(store: SecondFactorsStore, userId: string, pending: string): Promise<void> {
  const fresh = { secret: null, confirmedAt: null, lastStep: 0, recoveryHashes: [] };
  await store.secondFactors
    .updateOne({ _id: userId }, { $set: { pending }, $setOnInsert: fresh }, { upsert: true })
    .exec();
}

/** The pending secret is the person's now, unless another took its place; false then. */
export async function confirmPending(
  store: SecondFactorsStore,
  userId: string,
  given: { pending: string; step: number; recoveryCodes: readonly string[] },
  now: Date,
): Promise<boolean> {
  const { pending, step: lastStep, recoveryCodes } = given;
  const recoveryHashes = recoveryCodes.map(hashOf);
  const set = { secret: pending, pending: null, confirmedAt: now, lastStep, recoveryHashes };
  const { modifiedCount } = await store.secondFactors
    .updateOne({ _id: userId, pending }, { $set: set })
    .exec();
  return modifiedCount === 1;
}

/** Uses a time step up; false when it, or a later one, was used before. */
export async function useStep(store: SecondFactorsStore, userId: string, step: number): Promise<boolean> {
  const guard = { _id: userId, lastStep: trusted({ $lt: step }) };
  const { modifiedCount } = await store.secondFactors.updateOne(guard, { $set: { lastStep: step } }).exec();
  return modifiedCount === 1;
}

/** Uses a recovery code up; false when it is none of those left. */
export async function useRecoveryCode(
  store: SecondFactorsStore,
  userId: string,
  code: string,
): Promise<boolean> {
  const hash = hashOf(code);
  const { modifiedCount } = await store.secondFactors
    .updateOne({ _id: userId, recoveryHashes: hash }, { $pull: { recoveryHashes: hash } })
    .exec();
  return modifiedCount === 1;
}

/** New codes in place of all that were left. */
export async function replaceRecoveryCodes(
  store: SecondFactorsStore,
  userId: string,
  codes: readonly string[],
): Promise<void> {
  const set = { recoveryHashes: codes.map(hashOf) };
  await store.secondFactors.updateOne({ _id: userId }, { $set: set }).exec();
}

/** Somebody lost everything; false when there was nothing. */
export async function removeSecondFactor(store: SecondFactorsStore, userId: string): Promise<boolean> {
  const { deletedCount } = await store.secondFactors.deleteOne({ _id: userId }).exec();
  return deletedCount === 1;
}

function hashOf(code: string): string {
  return createHash('sha256').update(code).digest('hex');
}
