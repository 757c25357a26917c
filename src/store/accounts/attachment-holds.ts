import { trusted } from 'mongoose';
import { inOrder, untied, type Attachment, type Naming, type AttachmentsStore } from './attachments';

/** An attempt at a command that names files of a ticket. */
export interface Hold extends Naming {
  folio: string;
  /**
   * Another one for each attempt, also at the same command: of two under one key that are refused and accepted, the
   * refused one gives back nothing that the accepted one holds.
   */
  holder: string;
}

/**
 * Ties files to a ticket, as `claimAttachments` does, for a command that may yet be refused. Once it was accepted they
 * are tied for good, and nothing more is to be done.
 * @returns whether all could be tied; when not, none is held
 */
export async function holdAttachments(store: AttachmentsStore, hold: Hold, now: Date): Promise<boolean> {
  const { ids, uploaderId, folio, holder } = hold;
  for (const _id of inOrder(ids)) {
    const before = await store.attachments
      .findOneAndUpdate(
        { _id, uploaderId, $or: [untied(hold, now), { folio }] },
        { $set: { folio }, $push: { holders: holder } },
      )
      .lean<Attachment>()
      .exec();
    if (before === null) {
      await releaseAttachments(store, hold);
      return false;
    }
    // Tied for good before, as by the registration: whatever becomes of this command, it stays so.
    if (before.folio === folio && before.holders === undefined)
      await store.attachments.updateOne({ _id }, { $unset: { holders: 1 } }).exec();
  }
  return true;
}

/**
 * Gives back the files of an attempt that was refused. Those that another attempt or message holds, and those that were
 * tied for good before, stay with the ticket.
 */
export async function releaseAttachments(
  store: AttachmentsStore,
  { ids, folio, holder }: Pick<Hold, 'ids' | 'folio' | 'holder'>,
): Promise<void> {
  const named = { _id: trusted({ $in: [...ids] }), folio };
  await store.attachments.updateMany(named, { $pull: { holders: holder } }).exec();
  await store.attachments
    .updateMany(
      { ...named, holders: trusted({ $size: 0 }) },
      { $set: { folio: null }, $unset: { holders: 1 } },
    )
    .exec();
}
