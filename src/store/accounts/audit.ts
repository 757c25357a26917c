import { createHash, randomBytes } from 'node:crypto';
import { trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import type { Role } from '../../domain/access/role';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { isDuplicateKey } from '../mongo/duplicate-key';

/**
 * One administrative or account action. Entries are only ever added; each holds the hash of the one before. What may
 * be personal stands in `personal`, of which the chain knows a salted digest only: erasing it breaks nothing.
 */
export interface AuditEntry {
  /** 1, 2, 3 … without gaps: being unique, it lets no two entries follow the same one. */
  _id: number;
  at: Date;
  actorId: string | null;
  actorRole: Role | null;
  /** Id of the API key, when it came with one. */
  apiKeyId: string | null;
  /** The route's id. */
  action: string;
  targetKind: string;
  targetId: string;
  requestId: string;
  /** JSON of `AuditDetails`; null once erased. */
  personal: string | null;
  /** Random, hex; erased together with what it salts. */
  salt: string | null;
  /** SHA-256 of salt and `personal`, hex. */
  digest: string;
  previous: string;
  /** SHA-256 of all of the above but `personal` and `salt`, hex. */
  hash: string;
}

/** The part of the store that holds them. */
export type AuditStore = Holds<'audit', AuditEntry>;

export interface AuditDetails {
  before: unknown;
  after: unknown;
  address: string | null;
  userAgent: string | null;
}

export type NewAuditEntry = Pick<
  AuditEntry,
  'actorId' | 'actorRole' | 'apiKeyId' | 'action' | 'targetKind' | 'targetId' | 'requestId'
> & { details: AuditDetails };

/** What the first entry follows. */
export const CHAIN_START = '0'.repeat(64);
const MAX_RACES = 200;

export function auditModel(connection: Connection): Model<AuditEntry> {
  const schema = strictSchema('audit', {
    _id: { type: Number, required: true },
    at: { type: Date, required: true },
    actorId: { type: String, default: null },
    actorRole: { type: String, default: null },
    apiKeyId: { type: String, default: null },
    action: { type: String, required: true },
    targetKind: { type: String, required: true },
    targetId: { type: String, required: true },
    requestId: { type: String, required: true },
    personal: { type: String, default: null },
    salt: { type: String, default: null },
    digest: { type: String, required: true },
    previous: { type: String, required: true },
    hash: { type: String, required: true },
  });
  schema.index({ targetId: 1 });
  schema.index({ actorId: 1 });
  return collection(connection, 'AuditEntry', schema);
}

/** Adds an entry behind the last one. Of several processes that mean the same place one gets it, the others the next. */
export async function appendAudit(store: AuditStore, given: NewAuditEntry, now: Date): Promise<AuditEntry> {
  const { details, ...facts } = given;
  const personal = JSON.stringify(details);
  const salt = randomBytes(16).toString('hex');
  for (let race = 0; race < MAX_RACES; race += 1) {
    const last = await lastEntry(store);
    const rest = { ...facts, _id: (last?._id ?? 0) + 1, at: now, digest: digestOf(salt, personal) };
    const linked = { ...rest, previous: last?.hash ?? CHAIN_START };
    const entry: AuditEntry = { ...linked, personal, salt, hash: hashOf(linked) };
    try {
      await store.audit.create(entry);
      return entry;
    } catch (error) {
      if (!isDuplicateKey(error)) throw error;
    }
  }
  throw new Error('The audit log is being written without pause');
}

/** A page of entries, the newest first. */
export function listAudit(
  store: AuditStore,
  {
    before,
    limit,
    ...given
  }: {
    before?: number | undefined;
    limit: number;
    actorId?: string | undefined;
    targetId?: string | undefined;
  },
): Promise<AuditEntry[]> {
  const filter: QueryFilter<AuditEntry> = {};
  if (given.actorId !== undefined) filter.actorId = given.actorId;
  if (given.targetId !== undefined) filter.targetId = given.targetId;
  if (before !== undefined) filter._id = trusted({ $lt: before });
  return store.audit.find(filter).sort({ _id: -1 }).limit(limit).lean<AuditEntry[]>().exec();
}

/** Blanks what entries about a person, or by them, hold of anybody; the entries themselves stay, and so does the chain. */
export async function eraseAuditOf(store: AuditStore, personId: string): Promise<void> {
  const about = { $or: [{ targetId: personId }, { actorId: personId }] };
  await store.audit.updateMany(about, { $set: { personal: null, salt: null } }).exec();
}

export async function lastEntry(store: AuditStore): Promise<AuditEntry | null> {
  const [last] = await store.audit.find().sort({ _id: -1 }).limit(1).lean<AuditEntry[]>().exec();
  return last ?? null;
}

/** Digest of what is personal. */
export function digestOf(salt: string, personal: string): string {
  return createHash('sha256').update(`${salt}\n${personal}`).digest('hex');
}

/** Hash of an entry, which binds it to the one before. */
export function hashOf(entry: Omit<AuditEntry, 'hash' | 'personal' | 'salt'>): string {
  const { _id, at, actorId, actorRole, apiKeyId, action, targetKind, targetId, requestId } = entry;
  const facts = [
    _id,
    at.toISOString(),
    actorId,
    actorRole,
    apiKeyId,
    action,
    targetKind,
    targetId,
    requestId,
  ];
  return createHash('sha256')
    .update(JSON.stringify([...facts, entry.digest, entry.previous]))
    .digest('hex');
}
