import type { Connection, Model } from 'mongoose';
import type { Permission } from '../../domain/access/permissions';
import { findByKey } from '../mongo/by-key';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { inserted } from '../mongo/duplicate-key';

/** A program's way in, with the rights of its owner or fewer. */
export interface ApiKey {
  _id: string;
  /** SHA-256 of the secret, hex. */
  secretHash: string;
  userId: string;
  name: string;
  /** The permissions it has of its owner's; null for all of them. */
  scopes: Permission[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
}

/** The part of the store that holds them. */
export type ApiKeysStore = Holds<'apiKeys', ApiKey>;

const TOUCH_MS = 60_000;

export function apiKeyModel(connection: Connection): Model<ApiKey> {
  const schema = strictSchema('api_keys', {
    _id: { type: String, required: true },
    secretHash: { type: String, required: true },
    userId: { type: String, required: true },
    name: { type: String, required: true },
    scopes: { type: [String], default: null },
    createdAt: { type: Date, required: true },
    expiresAt: { type: Date, default: null },
    lastUsedAt: { type: Date, default: null },
  });
  schema.index({ userId: 1 });
  return collection(connection, 'ApiKey', schema);
}

/** Makes a key; one that is there already under its id is left and answered as it was made. */
export async function addApiKey(
  store: ApiKeysStore,
  given: Omit<ApiKey, 'createdAt' | 'lastUsedAt'>,
  now: Date,
): Promise<ApiKey> {
  const key: ApiKey = { ...given, createdAt: now, lastUsedAt: null };
  if (await inserted(store.apiKeys.create(key))) return key;
  return (await findByKey(store.apiKeys, key._id)) ?? key;
}

/** The key unless it has expired. */
export async function findApiKey(store: ApiKeysStore, id: string, now: Date): Promise<ApiKey | null> {
  const key = await findByKey(store.apiKeys, id);
  return key !== null && (key.expiresAt === null || now < key.expiresAt) ? key : null;
}

/** A person's keys, expired ones too, in no order. */
export function listApiKeys(store: ApiKeysStore, userId: string): Promise<ApiKey[]> {
  return store.apiKeys.find({ userId }).lean<ApiKey[]>().exec();
}

/** Notes a use, at most once a minute. */
export async function touchApiKey(store: ApiKeysStore, key: ApiKey, now: Date): Promise<void> {
  if (key.lastUsedAt !== null && now.getTime() - key.lastUsedAt.getTime() < TOUCH_MS) return;
  await store.apiKeys.updateOne({ _id: key._id }, { $set: { lastUsedAt: now } }).exec();
}

/** Ends a person's key; false when they have none of that id. */
export async function removeApiKey(store: ApiKeysStore, userId: string, id: string): Promise<boolean> {
  const { deletedCount } = await store.apiKeys.deleteOne({ _id: id, userId }).exec();
  return deletedCount === 1;
}

/** Ends a person's keys that hold whatever their role holds: they must not come to hold something else. */
export async function removeUnscopedKeys(store: ApiKeysStore, userId: string): Promise<void> {
  await store.apiKeys.deleteMany({ userId, scopes: null }).exec();
}
