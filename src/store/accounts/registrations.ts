import { randomUUID } from 'node:crypto';
import { trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { foldEmail } from './users';

export const REGISTRATION_STATES = ['unverified', 'waiting_approval', 'approved', 'refused'] as const;
export type RegistrationState = (typeof REGISTRATION_STATES)[number];

/** Why a registration waits for a person instead of going through by itself. */
export const WAITING_REASONS = ['unknown_customer', 'contract_not_in_force'] as const;
export type WaitingReason = (typeof WAITING_REASONS)[number];

/** Somebody who asks for an account. Becomes a person of the same id. */
export interface Registration {
  _id: string;
  email: string;
  name: string;
  phone: string;
  company: string;
  /** As they wrote it. */
  customerNumber: string | null;
  state: RegistrationState;
  waitingFor: WaitingReason | null;
  /** PHC string; null until the address is verified, and again once it is decided. */
  passwordHash: string | null;
  organizationId: string | null;
  createdAt: Date;
  verifiedAt: Date | null;
  decidedAt: Date | null;
  /** Who of the staff decided; null when it went through by itself. */
  decidedBy: string | null;
  /** What the person is told of a refusal. */
  refusalReason: string | null;
  /** When an address that nobody verified is forgotten. */
  forgetAt: Date | null;
}

/** The part of the store that holds them. */
export type RegistrationsStore = Holds<'registrations', Registration>;

const FORGET_MS = 7 * 24 * 3_600_000;

export function registrationModel(connection: Connection): Model<Registration> {
  const schema = strictSchema('registrations', {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    phone: { type: String, required: true },
    company: { type: String, required: true },
    customerNumber: { type: String, default: null },
    state: { type: String, required: true },
    waitingFor: { type: String, default: null },
    passwordHash: { type: String, default: null },
    organizationId: { type: String, default: null },
    createdAt: { type: Date, required: true },
    verifiedAt: { type: Date, default: null },
    decidedAt: { type: Date, default: null },
    decidedBy: { type: String, default: null },
    refusalReason: { type: String, default: null },
    forgetAt: { type: Date, default: null },
  });
  schema.index({ state: 1, createdAt: 1, _id: 1 });
  schema.index({ email: 1, createdAt: -1 });
  schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return collection(connection, 'Registration', schema);
}

export async function addRegistration(
  store: RegistrationsStore,
  given: Pick<Registration, 'email' | 'name' | 'phone' | 'company' | 'customerNumber'>,
  now: Date,
): Promise<Registration> {
  const registration: Registration = {
    ...given,
    _id: randomUUID(),
    email: foldEmail(given.email),
    state: 'unverified',
    waitingFor: null,
    passwordHash: null,
    organizationId: null,
    createdAt: now,
    verifiedAt: null,
    decidedAt: null,
    decidedBy: null,
    refusalReason: null,
    forgetAt: new Date(now.getTime() + FORGET_MS),
  };
  await store.registrations.create(registration);
  return registration;
}

export function findRegistration(store: RegistrationsStore, id: string): Promise<Registration | null> {
  return store.registrations.findById(id).lean<Registration>().exec();
}

/** A page of those in a state, the oldest first; `after` is the instant and the id of the last one of the page before. */
export function listRegistrations(
  store: RegistrationsStore,
  state: RegistrationState,
  { after, limit }: { after?: readonly [createdAt: Date, id: string] | undefined; limit: number },
): Promise<Registration[]> {
  const conditions: QueryFilter<Registration>[] = [{ state }];
  if (after !== undefined) {
    const [createdAt, id] = after;
    const behind = { createdAt, _id: trusted({ $gt: id }) };
    conditions.push({ $or: [{ createdAt: trusted({ $gt: createdAt }) }, behind] });
  }
  return store.registrations
    .find({ $and: conditions })
    .sort({ createdAt: 1, _id: 1 })
    .limit(limit)
    .lean<Registration[]>()
    .exec();
}

/** Changes a registration that is still in the state that the caller saw; null when it is not. */
export function changeRegistration(
  store: RegistrationsStore,
  { _id, state }: Pick<Registration, '_id' | 'state'>,
  change: Partial<Registration>,
): Promise<Registration | null> {
  return store.registrations
    .findOneAndUpdate({ _id, state }, { $set: change }, { returnDocument: 'after' })
    .lean<Registration>()
    .exec();
}
