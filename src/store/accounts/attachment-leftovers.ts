import { trusted, type Connection, type Model } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';

/**
 * A file whose bytes are being written or removed. It is noted before either begins and forgotten after it has ended, so
 * that what a process that died leaves behind is found without looking through all bytes.
 */
export interface AttachmentLeftover {
  /** Id of the file. */
  _id: string;
  since: Date;
}

/** The part of the store that holds them. */
export type AttachmentLeftoversStore = Holds<'attachmentLeftovers', AttachmentLeftover>;

export function attachmentLeftoverModel(connection: Connection): Model<AttachmentLeftover> {
  const schema = strictSchema('attachment_leftovers', {
    _id: { type: String, required: true },
    since: { type: Date, required: true },
  });
  schema.index({ since: 1 });
  return collection(connection, 'AttachmentLeftover', schema);
}

export async function noteLeftover(store: AttachmentLeftoversStore, id: string, since: Date): Promise<void> {
  await store.attachmentLeftovers.updateOne({ _id: id }, { $set: { since } }, { upsert: true }).exec();
}

export async function forgetLeftover(store: AttachmentLeftoversStore, id: string): Promise<void> {
  await store.attachmentLeftovers.deleteOne({ _id: id }).exec();
}

/** Ids of those noted before an instant, the oldest first. */
export async function leftoversBefore(
  store: AttachmentLeftoversStore,
  before: Date,
  limit: number,
): Promise<string[]> {
  const found = await store.attachmentLeftovers
    .find({ since: trusted({ $lt: before }) })
    .sort({ since: 1 })
    .limit(limit)
    .lean<AttachmentLeftover[]>()
    .exec();
  return found.map(({ _id }) => _id);
}
