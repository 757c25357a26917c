import { Schema, type Connection, type Model } from 'mongoose';
import { instantAt, type Instant } from '../../domain/instant';
import { collection, type Holds } from '../mongo/collection';

export type PresenceState = 'viewing' | 'replying';

/** Somebody of support on a ticket. */
export interface Present {
  userId: string;
  state: PresenceState;
  since: Instant;
  until: Instant;
}

/** Who is on a ticket: kept here, since several processes serve. MongoDB forgets it once everybody has gone. */
export interface PresenceDocument {
  /** Folio. */
  _id: string;
  /** By the user's id in hexadecimal, since an id may hold a dot. */
  people: Record<string, Present>;
  /** When somebody came, left or began to do something else; telling the same again is no change. */
  changedAt: Instant;
  forgetAt: Date;
}

/** The part of the store that holds them. */
export type PresenceStore = Holds<'presence', PresenceDocument>;

/** How long somebody counts as present without telling again. */
export const PRESENT_MS = 30_000;

const FORGET_MS = 10 * 60_000;

export function presenceModel(connection: Connection): Model<PresenceDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      people: Schema.Types.Mixed,
      changedAt: String,
      forgetAt: Date,
    },
    { collection: 'presence' },
  );
  schema.index({ changedAt: 1 });
  schema.index({ forgetAt: 1 }, { expireAfterSeconds: 0 });
  return collection(connection, 'Presence', schema);
}

/** Notes that somebody is on the ticket, and forgets who has gone. */
export async function notePresence(
  store: PresenceStore,
  folio: string,
  { userId, state }: Pick<Present, 'userId' | 'state'>,
  now: Date,
): Promise<void> {
  const at = now.toISOString();
  const people = (await store.presence.findById(folio).lean<PresenceDocument>())?.people ?? {};
  const key = keyOf(userId);
  const before = people[key];
  const isSame = before?.state === state && before.until > at;
  const since = isSame ? before.since : at;
  const until = instantAt(now.getTime() + PRESENT_MS);
  const gone = Object.entries(people).filter(([other, { until: end }]) => other !== key && end <= at);
  await store.presence.updateOne(
    { _id: folio },
    {
      $set: {
        [`people.${key}`]: { userId, state, since, until },
        forgetAt: new Date(now.getTime() + FORGET_MS),
        ...(!isSame && { changedAt: at }),
      },
      ...(gone.length > 0 && { $unset: Object.fromEntries(gone.map(([other]) => [`people.${other}`, 1])) }),
    },
    { upsert: true },
  );
}

/** Notes that somebody has left the ticket; nothing when they were not there. */
export async function endPresence(
  store: PresenceStore,
  folio: string,
  userId: string,
  now: Date,
): Promise<void> {
  const person = `people.${keyOf(userId)}`;
  await store.presence.updateOne(
    { _id: folio, [person]: { $exists: true } },
    { $unset: { [person]: 1 }, $set: { changedAt: now.toISOString() } },
  );
}

/** Who is on the ticket now, the first to come first. */
export async function presentOn(store: PresenceStore, folio: string, now: Date): Promise<Present[]> {
  const at = now.toISOString();
  const people = (await store.presence.findById(folio).lean<PresenceDocument>())?.people ?? {};
  return Object.values(people)
    .filter(({ until }) => until > at)
    .sort((a, b) => (a.since < b.since ? -1 : Number(a.since > b.since)));
}

/** Tickets on which somebody came, left or began to do something else since then. */
export function presenceChangedSince(
  store: PresenceStore,
  since: Instant,
): Promise<Pick<PresenceDocument, '_id' | 'changedAt'>[]> {
  return store.presence
    .find({ changedAt: { $gte: since } })
    .select({ changedAt: 1 })
    .limit(200)
    .lean<Pick<PresenceDocument, '_id' | 'changedAt'>[]>()
    .exec();
}

function keyOf(userId: string): string {
  return Buffer.from(userId).toString('hex');
}
