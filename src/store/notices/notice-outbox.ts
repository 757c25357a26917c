import type { Instant } from '../../domain/instant';
import type { NoticeDocument, NoticesStore } from './notices';

/** Notices that may be sent now, the oldest first. */
export function dueNotices(store: NoticesStore, now: Instant, limit: number): Promise<NoticeDocument[]> {
  return store.notices
    .find({ state: 'pending', dueAt: { $lte: now } })
    .sort({ createdAt: 1, folio: 1, seq: 1 })
    .limit(limit)
    .lean<NoticeDocument[]>()
    .exec();
}

/** Notices that some process has in hand, or had when it died. */
export function claimedNotices(store: NoticesStore, limit: number): Promise<NoticeDocument[]> {
  return store.notices
    .find({ state: 'sending' })
    .sort({ createdAt: 1, folio: 1, seq: 1 })
    .limit(limit)
    .lean<NoticeDocument[]>()
    .exec();
}

/** An earlier notice of the ticket to the same person that has not been sent yet: it goes first. */
export function earlierUnsent(store: NoticesStore, notice: NoticeDocument): Promise<NoticeDocument | null> {
  const { folio, recipientId, seq } = notice;
  return store.notices
    .findOne({ folio, recipientId, seq: { $lt: seq }, state: { $in: ['pending', 'sending'] } })
    .sort({ seq: 1 })
    .lean<NoticeDocument>()
    .exec();
}

/**
 * Takes a notice in hand, if nobody did since it was read.
 * @returns whether it is the caller's
 */
export async function claimNotice(
  store: NoticesStore,
  { _id, state, claim: held, attempts }: NoticeDocument,
  { claim, messageId }: { claim: string; messageId: string },
): Promise<boolean> {
  const { matchedCount } = await store.notices.updateOne(
    { _id, state, claim: held, attempts },
    { $set: { state: 'sending', claim, messageId, attempts: attempts + 1 } },
  );
  return matchedCount === 1;
}

/** Puts a claimed notice back, to be tried at `dueAt` or later. An attempt that never was one does not count. */
export async function releaseNotice(
  store: NoticesStore,
  { _id, claim }: { _id: string; claim: string },
  back: { dueAt: Instant; fault: string | null; attempts: number },
): Promise<void> {
  await store.notices.updateOne(
    { _id, state: 'sending', claim },
    { $set: { ...back, state: 'pending', claim: null } },
  );
}

/** A notice that waits for an earlier one is not looked at before that. */
export async function putOff(store: NoticesStore, { _id }: NoticeDocument, dueAt: Instant): Promise<void> {
  await store.notices.updateOne({ _id, state: 'pending' }, { $set: { dueAt } });
}

/** Records how a notice ended, whoever holds it by now: what the mail server answered is a fact. */
export async function settleNotice(
  store: NoticesStore,
  id: string,
  end: Pick<NoticeDocument, 'state' | 'fault' | 'flag'>,
): Promise<void> {
  const settledAt = new Date().toISOString();
  await store.notices.updateOne(
    { _id: id, state: { $in: ['pending', 'sending'] } },
    { $set: { ...end, settledAt, claim: null } },
  );
}
