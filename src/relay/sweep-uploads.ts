import { removeAttachment, removeContent } from '../store/accounts/attachment-content';
import { forgetLeftover, leftoversBefore } from '../store/accounts/attachment-leftovers';
import { claimAttachments, findAttachment, unnamedBefore } from '../store/accounts/attachments';
import { findIntakeByCommand } from '../store/tickets/intakes';
import type { Store } from '../store/store';

/** A browser keeps what somebody is writing: who comes back to it within a week still has its files. */
const UNNAMED_MS = 7 * 24 * 3_600_000;
/** No upload takes this long. */
const CUT_OFF_MS = 24 * 3_600_000;
/** What is left is for the next round. */
const AT_ONCE = 100;

/**
 * Removes files that no ticket has come to name, and the bytes of uploads that were cut off. Several processes may do it at
 * once, and people may tie a file meanwhile: it is removed only as the file that nobody has tied, by one guarded write.
 */
export async function sweepUploads(store: Store, now: Date): Promise<void> {
  for (const file of await unnamedBefore(store, new Date(now.getTime() - UNNAMED_MS), now, AT_ONCE)) {
    const { _id: id, uploaderId, reservedBy: commandId } = file;
    const made = commandId === undefined ? null : await findIntakeByCommand(store, commandId);
    // Its ticket was made by a process that died before it tied the file.
    if (made && commandId !== undefined)
      await claimAttachments(store, { ids: [id], uploaderId, commandId, folio: made._id }, now);
    else await removeAttachment(store, file, now);
  }
  for (const id of await leftoversBefore(store, new Date(now.getTime() - CUT_OFF_MS), AT_ONCE)) {
    if ((await findAttachment(store, id)) === null) await removeContent(store, id);
    await forgetLeftover(store, id);
  }
}
