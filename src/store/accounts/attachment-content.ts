import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { mongo, trusted } from 'mongoose';
import { forgetLeftover, noteLeftover, type AttachmentLeftoversStore } from './attachment-leftovers';
import type { Attachment, AttachmentsStore } from './attachments';
import type { Connected } from '../mongo/collection';

const BUCKET = 'attachment_files';

/**
 * Streams a file into GridFS, then writes what is known of it. Until that second write nobody can read it, so a
 * broken upload leaves nothing visible; what it stored is removed, later when the process itself has died.
 * @throws what `content` throws
 */
export async function addAttachment(
  store: AttachmentLeftoversStore & AttachmentsStore & Connected,
  given: Pick<Attachment, '_id' | 'name' | 'type' | 'uploaderId'>,
  content: Readable,
  now: Date,
): Promise<Attachment> {
  const digest = createHash('sha256');
  let size = 0;
  await noteLeftover(store, given._id, now);
  const upload = bucket(store).openUploadStreamWithId(gridId(given._id), given._id);
  // Each write tells its own caller, below.
  upload.on('error', () => undefined);
  try {
    for await (const chunk of content as AsyncIterable<Buffer>) {
      digest.update(chunk);
      size += chunk.length;
      await settled((done) => upload.write(chunk, done));
    }
    await settled((done) => upload.end(done));
  } catch (error) {
    // Nothing is on its way to the store here: a piece that arrived after this would stay there for good.
    await upload.abort().catch(() => undefined);
    await clear(store, given._id).catch(() => undefined);
    throw error;
  }
  const attachment: Attachment = {
    ...given,
    size,
    sha256: digest.digest('hex'),
    folio: null,
    createdAt: now,
  };
  await store.attachments.insertMany([attachment]);
  await forgetLeftover(store, given._id);
  return attachment;
}

/**
 * Takes back a file that no ticket names: what is known of it first, so that nobody finds it without its bytes. One that a
 * command has tied, or has set about tying, since it was read stays.
 */
export async function removeAttachment(
  store: AttachmentLeftoversStore & AttachmentsStore & Connected,
  { _id, reservedBy, reservedAt }: Pick<Attachment, '_id' | 'reservedBy' | 'reservedAt'>,
  now: Date,
): Promise<void> {
  await noteLeftover(store, _id, now);
  const { deletedCount } = await store.attachments
    .deleteOne({
      _id,
      folio: null,
      reservedBy: reservedBy ?? trusted({ $eq: null }),
      reservedAt: reservedAt ?? trusted({ $eq: null }),
    })
    .exec();
  if (deletedCount === 1) await clear(store, _id);
}

/** Removes the bytes of a file; there may be none, or some. */
export async function removeContent({ connection }: Connected, id: string): Promise<void> {
  await connection.collection(`${BUCKET}.chunks`).deleteMany({ files_id: id });
  await connection.collection(`${BUCKET}.files`).deleteMany({ _id: id as never });
}

async function clear(store: AttachmentLeftoversStore & Connected, id: string): Promise<void> {
  await removeContent(store, id);
  await forgetLeftover(store, id);
}

/** The bytes of a file; the stream fails when they are gone. */
export function openAttachment(store: Connected, id: string): Readable {
  return bucket(store).openDownloadStream(gridId(id));
}

function settled(write: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => write((error) => (error ? reject(error) : resolve())));
}

function bucket({ connection }: Connected): mongo.GridFSBucket {
  if (!connection.db) throw new Error('The store is not open');
  return new mongo.GridFSBucket(connection.db, { bucketName: BUCKET });
}

// GridFS takes any value as an id, though the driver's types know only ObjectId.
function gridId(id: string): mongo.ObjectId {
  return id as unknown as mongo.ObjectId;
}
