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
  /** The command that is about to tie it to a ticket that has no folio yet, and since when. */
  reservedBy?: string;
  reservedAt?: Date;
  createdAt: Date;
}

/** After this a command that reserved a file is taken to have come to nothing. */
const RESERVED_MS = 60_000;

export function attachmentModel(connection: Connection): Model<Attachment> {
  const schema = strictSchema('attachments', {
    _id: { type: String, required: true },
    name: { type: String, required: true },
    type: { type: String, required: true },
    size: { type: Number, required: true },
    sha256: { type: String, required: true },
    uploaderId: { type: String, required: true },
    folio: { type: String, default: null },
    reservedBy: { type: String },
    reservedAt: { type: Date },
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

/** Who names files, in which command. */
export interface Naming {
  ids: readonly string[];
  uploaderId: string;
  commandId: string;
}

/**
 * Keeps files for a command that is about to make their ticket, so that of two such commands one is refused before
 * anything is made.
 * @returns the ids that are not to be had; when there are any, nothing stays reserved
 */
export async function reserveAttachments(store: Store, naming: Naming, now: Date): Promise<string[]> {
  const { ids, commandId } = naming;
  const refused = await giveEach(store, naming, now, { reservedBy: commandId, reservedAt: now });
  if (refused.length > 0)
    await store.attachments
      .updateMany(
        { _id: trusted({ $in: [...ids] }), reservedBy: commandId },
        { $unset: { reservedBy: 1, reservedAt: 1 } },
      )
      .exec();
  return refused;
}

/**
 * Ties files to the ticket whose text names them, which lets the ticket's people read them. Only the uploader can
 * give a file away, once; giving it to the same ticket again changes nothing.
 * @returns the ids that could not be tied: unknown, somebody else's, or another ticket's
 */
export async function claimAttachments(
  store: Store,
  { folio, ...naming }: Naming & { folio: string },
  now: Date,
): Promise<string[]> {
  const refused = await giveEach(store, naming, now, { folio });
  if (refused.length === 0) return [];
  const known = await findAttachments(store, refused);
  const given = new Set(
    known
      .filter((file) => file.folio === folio && file.uploaderId === naming.uploaderId)
      .map(({ _id }) => _id),
  );
  return refused.filter((id) => !given.has(id));
}

async function giveEach(
  store: Store,
  { ids, uploaderId, commandId }: Naming,
  now: Date,
  given: Partial<Attachment>,
): Promise<string[]> {
  const refused: string[] = [];
  const stale = trusted({ $lt: new Date(now.getTime() - RESERVED_MS) });
  const free = [{ reservedBy: null }, { reservedBy: commandId }, { reservedAt: stale }];
  for (const id of new Set(ids)) {
    const { matchedCount } = await store.attachments
      .updateOne({ _id: id, uploaderId, folio: null, $or: free }, { $set: given })
      .exec();
    if (matchedCount === 0) refused.push(id);
  }
  return refused;
}
