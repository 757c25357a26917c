import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { mongo } from 'mongoose';
import type { Store } from '../store';
import type { Attachment } from './attachments';

/**
 * Streams a file into GridFS, then writes what is known of it. Until that second write nobody can read it, so a
 * broken upload leaves nothing visible; what it stored is removed.
 * @throws what `content` throws
 */
export async function addAttachment(
  store: Store,
  given: Pick<Attachment, '_id' | 'name' | 'type' | 'uploaderId'>,
  content: Readable,
  now: Date,
): Promise<Attachment> {
  const digest = createHash('sha256');
  let size = 0;
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
  return attachment;
}

/** Takes back a file that no ticket names: what is known of it first, so that nobody finds it without its bytes. */
export async function removeAttachment(store: Store, id: string): Promise<void> {
  const { deletedCount } = await store.attachments.deleteOne({ _id: id, folio: null }).exec();
  if (deletedCount === 1) await bucket(store).delete(gridId(id));
}

/** The bytes of a file; the stream fails when they are gone. */
export function openAttachment(store: Store, id: string): Readable {
  return bucket(store).openDownloadStream(gridId(id));
}

function settled(write: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => write((error) => (error ? reject(error) : resolve())));
}

function bucket({ connection }: Store): mongo.GridFSBucket {
  if (!connection.db) throw new Error('The store is not open');
  return new mongo.GridFSBucket(connection.db, { bucketName: 'attachment_files' });
}

// GridFS takes any value as an id, though the driver's types know only ObjectId.
function gridId(id: string): mongo.ObjectId {
  return id as unknown as mongo.ObjectId;
}
