import type { NoticeDocument, RecipientRole, NoticesStore } from './notices';

/**
 * Heeds a report of the provider that a mail came back. The same report again changes nothing.
 * @returns false when no notice has that message id
 */
export async function reportBounce(
  store: NoticesStore,
  { reportId, messageId, fault }: { reportId: string; messageId: string; fault: string },
): Promise<boolean> {
  const notice = await store.notices.findOne({ messageId }).lean<NoticeDocument>();
  if (!notice) return false;
  const flag = concernsTicket(notice.role) ? 'wanted' : 'none';
  await store.notices.updateOne(
    { _id: notice._id, reports: { $ne: reportId }, state: { $nin: ['bounced', 'refused', 'undeliverable'] } },
    {
      $set: { state: 'bounced', fault, flag, claim: null, settledAt: new Date().toISOString() },
      $push: { reports: reportId },
    },
  );
  return true;
}

/** Whether the ticket must hear of a mail that failed: one to the client's side, or the referral itself. */
export function concernsTicket(role: RecipientRole): boolean {
  return role === 'requester' || role === 'participant' || role === 'consulting';
}

/** Failed notices whose ticket has not been told. */
export function unflaggedFailures(store: NoticesStore, limit: number): Promise<NoticeDocument[]> {
  return store.notices.find({ flag: 'wanted' }).limit(limit).lean<NoticeDocument[]>().exec();
}

export async function markFlagged(store: NoticesStore, id: string, flag: 'told' | 'gone'): Promise<void> {
  await store.notices.updateOne({ _id: id, flag: 'wanted' }, { $set: { flag } });
}
