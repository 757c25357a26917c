import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { Role } from '../../domain/access/role';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { isDuplicateKey } from '../mongo/duplicate-key';
import { fold } from '../mongo/search-text';
import { displayNames, forgetName } from './display-names';

/** Somebody who can log in. `organizationId` is the customer of a client, null for staff. */
export interface User {
  _id: string;
  /** In lower case: two spellings are one account. */
  email: string;
  name: string;
  phone: string | null;
  role: Role;
  organizationId: string | null;
  /** PHC string of argon2id. */
  passwordHash: string;
  /** False keeps the person's history and refuses their log-in, sessions and keys. */
  active: boolean;
  /** When their customer left; absent or null while it is one. */
  departedAt?: Date | null;
  /** The branch of their customer where they work; absent or null while nobody has said. */
  branchId?: string | null;
  /** When they last logged in with their password; absent before the first time. */
  lastLogInAt?: Date;
  /** The beginning of the name, folded: lists are ordered by it and search in it. */
  search?: string;
  /** Of the demo data: needs no second factor. Set by the seed alone. */
  demo?: boolean;
  createdAt: Date;
  updatedAt: Date;
}

/** The part of the store that holds them. */
export type UsersStore = Holds<'users', User>;

export type NewUser = Pick<User, 'email' | 'name' | 'phone' | 'role' | 'organizationId' | 'passwordHash'> & {
  /** A new one unless given: who registered or was invited keeps the id under which they did. */
  _id?: string;
  demo?: boolean;
};

export function userModel(connection: Connection): Model<User> {
  const schema = strictSchema('users', {
    _id: { type: String, required: true },
    email: { type: String, required: true },
    name: { type: String, required: true },
    phone: { type: String, default: null },
    role: { type: String, required: true },
    organizationId: { type: String, default: null },
    passwordHash: { type: String, required: true },
    active: { type: Boolean, required: true },
    departedAt: { type: Date },
    branchId: { type: String },
    lastLogInAt: { type: Date },
    search: { type: String },
    demo: { type: Boolean },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
  });
  schema.index({ email: 1 }, { unique: true });
  schema.index({ organizationId: 1 });
  schema.index({ search: 1, _id: 1 });
  return collection(connection, 'User', schema);
}

/** The one spelling under which an address is stored and looked up. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** A name as it is ordered and searched: as much of it as the place in a list can hold. */
export function searchOf(name: string): string {
  return fold(name).slice(0, 100);
}

/** Adds a person; null when the address has an account already. */
export async function addUser(store: UsersStore, person: NewUser, now: Date): Promise<User | null> {
  const user: User = {
    ...person,
    _id: person._id ?? randomUUID(),
    email: foldEmail(person.email),
    search: searchOf(person.name),
    active: true,
    createdAt: now,
    updatedAt: now,
  };
  try {
    await store.users.create(user);
    return user;
  } catch (error) {
    if (isDuplicateKey(error)) return null;
    throw error;
  }
}

export function findUser(store: UsersStore, id: string): Promise<User | null> {
  return findByKey(store.users, id);
}

/** The names of many at once, for lists. */
export function userNames(store: UsersStore, ids: readonly string[]): Promise<Map<string, string>> {
  return displayNames(store.users, ids);
}

export function findUserByEmail(store: UsersStore, email: string): Promise<User | null> {
  return store.users
    .findOne({ email: foldEmail(email) })
    .lean<User>()
    .exec();
}

/** Changes what people may say about themselves; null when there is no such person. */
export function changeUser(
  store: UsersStore,
  id: string,
  patch: Partial<Pick<User, 'name' | 'phone'>>,
  now: Date,
): Promise<User | null> {
  forgetName(store.users, id);
  const search = patch.name === undefined ? {} : { search: searchOf(patch.name) };
  return setFields(store, id, { ...patch, ...search, updatedAt: now });
}

/** Changes what an administrator says of a person; null when there is no such person. */
export function changePlace(
  store: UsersStore,
  id: string,
  patch: Partial<Pick<User, 'role' | 'branchId'>>,
  now: Date,
): Promise<User | null> {
  return setFields(store, id, { ...patch, updatedAt: now });
}

function setFields(store: UsersStore, id: string, fields: Partial<User>): Promise<User | null> {
  return store.users
    .findOneAndUpdate({ _id: id }, { $set: fields }, { returnDocument: 'after' })
    .lean<User>()
    .exec();
}

/** Notes a log-in. */
export async function noteLogIn(store: UsersStore, id: string, now: Date): Promise<void> {
  await store.users.updateOne({ _id: id }, { $set: { lastLogInAt: now } }).exec();
}

/** Sets a new password; sessions and keys are the caller's business. */
export async function setPasswordHash(
  store: UsersStore,
  id: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await store.users.updateOne({ _id: id }, { $set: { passwordHash, updatedAt: now } }).exec();
}

/** The customer has left, or is back (null): noted with each of its people, who are looked at on every request. */
export async function setDeparture(
  store: UsersStore,
  organizationId: string,
  departedAt: Date | null,
  now: Date,
): Promise<void> {
  await store.users.updateMany({ organizationId }, { $set: { departedAt, updatedAt: now } }).exec();
}
