import { trusted, type Connection, type Model } from 'mongoose';
import { collection, strictSchema } from '../collection';
import type { Store } from '../store';

/** What is known of an uploaded file; its bytes are in GridFS under the same id. */
export interface Attachment {
  _id: string;
  /** As the uploader called it. */
  name: string;
  /** Media type, told by its first bytes and never by its uploader. */
  type: string;
  /** Bytes. */
  size: number;
  /** Hex, of the whole content. */
  sha256: string;
  uploaderId: string;
  /** The ticket that names it; null until one does, and then for good. */
  folio: string | null;
  createdAt: Date;
}

export function attachmentModel(connection: Connection): Model<Attachment> {
  const schema = strictSchema('attachments', {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    type: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
    uploaderId: { type: String, required: true },
    folio: { type: String, default: null },
    createdAt: { type: Date, required: true },
  });
  schema.index({ folio: 1 });
  return collection(connection, 'Attachment', schema);
}

export function findAttachment(store: Store, id: string): Promise<Attachment | null> {
  return store.attachments.findById(id).lean<Attachment>().exec();
}

/** Those of the ids that there are, in the order of the ids. */
export async function findAttachments(store: Store, ids: readonly string[]): Promise<Attachment[]> {
  const found = await store.attachments
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<Attachment[]>()
    .exec();
  const byId = new Map(found.map((attachment) => [attachment._id, attachment]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/**
 * Ties files to the ticket whose text names them, which lets the ticket's people read them. Only the uploader can
 * give a file away, once; giving it to the same ticket again changes nothing.
 * @returns the ids that could not be tied: unknown, somebody else's, or another ticket's
 */
export async function claimAttachments(
  store: Store,
  { ids, folio, uploaderId }: { ids: readonly string[]; folio: string; uploaderId: string },
): Promise<string[]> {
  const refused: string[] = [];
  for (const id of new Set(ids)) {
    const given = await store.attachments
      .updateOne({ _id: id, uploaderId, folio: null }, { $set: { folio } })
      .exec();
    if (given.matchedCount === 1) continue;
    const known = await findAttachment(store, id);
    if (known?.folio !== folio || known.uploaderId !== uploaderId) refused.push(id);
  }
  return refused;
}
