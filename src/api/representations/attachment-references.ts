import type { AttachmentReference } from '../../contract/attachments';
import type { Attachment } from '../../store/accounts/attachments';
import { findByKeys } from '../../store/mongo/by-key';
import type { Store } from '../../store/store';

/** Gives the files of ids as people read of them, in the order of the ids. */
export type RefersTo = (ids: readonly string[]) => AttachmentReference[];

/**
 * What is known of files that tickets and events name by their ids, in one look-up for all of them. It is read each
 * time and stands in no record: what an erasure removes is gone from every answer.
 */
export async function attachmentReferences(store: Store, ids: readonly string[]): Promise<RefersTo> {
  const found = await findByKeys<Attachment>(store.attachments, ids);
  const known = new Map(found.map((file) => [file._id, file]));
  return (wanted) =>
    wanted.map((id) => {
      const { name = null, size = null, type = null } = known.get(id) ?? {};
      return { id, name, size, type };
    });
}
