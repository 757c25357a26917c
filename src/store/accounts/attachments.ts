import { trusted, type Connection, type Model, type QueryFilter } from 'mongoose';
import { collection, strictSchema, type Holds } from '../mongo/collection';

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
  /** The ticket that names it; null until one does, and then for good, unless what named it was refused. */
  folio: string | null;
  /** The attempts that tied it and may yet be refused, or were accepted; absent once it is tied whatever becomes of them. */
  holders?: string[];
  /** The command that is about to tie it to a ticket that has no folio yet, and since when. */
  reservedBy?: string;
  reservedAt?: Date;
  createdAt: Date;
}

/** The part of the store that holds them. */
export type AttachmentsStore = Holds<'attachments', Attachment>;

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
    holders: { type: [String], default: undefined },
    reservedBy: { type: String },
    reservedAt: { type: Date },
    createdAt: { type: Date, required: true },
  });
  schema.index({ folio: 1, createdAt: 1 });
  return collection(connection, 'Attachment', schema);
}

export function findAttachment(store: AttachmentsStore, id: string): Promise<Attachment | null> {
  return store.attachments.findById(id).lean<Attachment>().exec();
}

/** Those of the ids that there are, in the order of the ids. */
export async function findAttachments(
  store: AttachmentsStore,
  ids: readonly string[],
): Promise<Attachment[]> {
  const found = await store.attachments
    .find({ _id: trusted({ $in: [...ids] }) })
    .lean<Attachment[]>()
    .exec();
  const byId = new Map(found.map((attachment) => [attachment._id, attachment]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Files older than an instant that no ticket names and no command is about to tie, the oldest first. */
export function unnamedBefore(
  store: AttachmentsStore,
  before: Date,
  now: Date,
  limit: number,
): Promise<Attachment[]> {
  const stale = trusted({ $lt: new Date(now.getTime() - RESERVED_MS) });
  return store.attachments
    .find({
      folio: null,
      createdAt: trusted({ $lt: before }),
      $or: [{ reservedAt: null }, { reservedAt: stale }],
    })
    .sort({ createdAt: 1 })
    .limit(limit)
    .lean<Attachment[]>()
    .exec();
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
 * @returns whether all were to be had; when not, nothing stays reserved
 */
export async function reserveAttachments(
  store: AttachmentsStore,
  naming: Naming,
  now: Date,
): Promise<boolean> {
  const { ids, commandId } = naming;
  const all = await giveEach(store, naming, [untied(naming, now)], {
    reservedBy: commandId,
    reservedAt: now,
  });
  if (!all)
    await store.attachments
      .updateMany(
        { _id: trusted({ $in: [...ids] }), reservedBy: commandId },
        { $unset: { reservedBy: 1, reservedAt: 1 } },
      )
      .exec();
  return all;
}

/**
 * Ties files to the ticket whose text names them, which lets the ticket's people read them. Only the uploader can
 * give a file away, once; giving it to the same ticket again changes nothing.
 * @returns whether all could be tied: none is unknown, somebody else's, or another ticket's
 */
export async function claimAttachments(
  store: AttachmentsStore,
  { folio, ...naming }: Naming & { folio: string },
  now: Date,
): Promise<boolean> {
  return giveEach(store, naming, [untied(naming, now), { folio }], { folio });
}

/** A file that no ticket names and no other command is about to tie. */
export function untied({ commandId }: Pick<Naming, 'commandId'>, now: Date): QueryFilter<Attachment> {
  const stale = trusted({ $lt: new Date(now.getTime() - RESERVED_MS) });
  return { folio: null, $or: [{ reservedBy: null }, { reservedBy: commandId }, { reservedAt: stale }] };
}

/**
 * In which files are taken one by one, by everybody and by nobody beyond the first refusal: of commands at once that name
 * the same files, one gets them all.
 */
export function inOrder(ids: readonly string[]): string[] {
  return [...new Set(ids)].sort();
}

async function giveEach(
  store: AttachmentsStore,
  { ids, uploaderId }: Naming,
  takeable: QueryFilter<Attachment>[],
  given: Partial<Attachment>,
): Promise<boolean> {
  for (const id of inOrder(ids)) {
    const { matchedCount } = await store.attachments
      .updateOne({ _id: id, uploaderId, $or: takeable }, { $set: given })
      .exec();
    if (matchedCount === 0) return false;
  }
  return true;
}
