import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';
import { inserted, isDuplicateKey } from '../mongo/duplicate-key';
import { changeVersion, removeVersion, type Versioned } from '../mongo/versions';

/** A text that agents send again and again. */
export interface CannedReply extends Versioned {
  _id: string;
  title: string;
  /** Unique: what an agent types to get it. */
  shortcut: string;
  body: string;
  /** Ticket type that it is meant for; null for every one. */
  type: string | null;
  createdAt: Date;
  updatedAt: Date;
}

/** The part of the store that holds them. */
export type CannedRepliesStore = Holds<'cannedReplies', CannedReply>;

export type CannedReplyText = Pick<CannedReply, 'title' | 'shortcut' | 'body' | 'type'>;

export function cannedReplyModel(connection: Connection): Model<CannedReply> {
  const schema = strictSchema('canned_replies', {
    _id: { type: String, required: true },
    title: { type: String, required: true },
    shortcut: { type: String, required: true },
    body: { type: String, required: true },
    type: { type: String, default: null },
    createdAt: { type: Date, required: true },
    updatedAt: { type: Date, required: true },
    version: { type: Number },
  });
  schema.index({ shortcut: 1 }, { unique: true });
  return collection(connection, 'CannedReply', schema);
}

/**
 * Adds a text under a new id, or under that of the command that asks for it.
 * @returns null when the shortcut or the id is taken
 */
export async function addCannedReply(
  store: CannedRepliesStore,
  given: CannedReplyText & { _id?: string },
  now: Date,
): Promise<CannedReply | null> {
  const reply: CannedReply = { ...given, _id: given._id ?? randomUUID(), createdAt: now, updatedAt: now };
  return (await inserted(store.cannedReplies.create(reply))) ? reply : null;
}

export function findCannedReply(store: CannedRepliesStore, id: string): Promise<CannedReply | null> {
  return store.cannedReplies.findById(id).lean<CannedReply>().exec();
}

/** All of them, in no order: there are dozens. */
export function listCannedReplies(store: CannedRepliesStore): Promise<CannedReply[]> {
  return store.cannedReplies.find().lean<CannedReply[]>().exec();
}

/**
 * Makes the next version of a reply.
 * @returns the changed reply; `taken` when another has the shortcut; null when there is none of that id
 * @throws what `change` throws; nothing is written then
 */
export async function changeCannedReply(
  store: CannedRepliesStore,
  id: string,
  change: (reply: CannedReply) => Partial<CannedReplyText>,
  now: Date,
): Promise<CannedReply | 'taken' | null> {
  try {
    return await changeVersion(store.cannedReplies, id, (reply) => ({ ...change(reply), updatedAt: now }));
  } catch (error) {
    if (isDuplicateKey(error)) return 'taken';
    throw error;
  }
}

/**
 * @returns whether there was one
 * @throws what `judge` throws of the present version; nothing is removed then
 */
export async function removeCannedReply(
  store: CannedRepliesStore,
  id: string,
  judge: (reply: CannedReply) => void,
): Promise<boolean> {
  return (await removeVersion(store.cannedReplies, id, judge)) !== null;
}
