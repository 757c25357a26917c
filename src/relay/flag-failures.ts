import type { MailFailure } from '../domain/ticket/mail-failure';
import { markFlagged, unflaggedFailures } from '../store/notices/notice-failures';
import { folioOf, type NoticeDocument } from '../store/notices/notices';
import type { Store } from '../store/store';

const AT_ONCE = 50;

/** Tells the tickets of mails that failed. Each is told until it has heard; told twice it hears once. */
export async function flagFailures(
  store: Store,
  tellTicket: (folio: string, failure: MailFailure & { noticeId: string }) => Promise<'told' | 'gone'>,
): Promise<void> {
  for (const notice of await unflaggedFailures(store, AT_ONCE)) {
    const failure = failureOf(notice);
    if (failure) await markFlagged(store, notice._id, await tellTicket(folioOf(notice), failure));
  }
}

function failureOf({
  _id,
  role,
  recipientId,
  state,
}: NoticeDocument): (MailFailure & { noticeId: string }) | null {
  if (role !== 'requester' && role !== 'participant' && role !== 'consulting') return null;
  if (state !== 'refused' && state !== 'bounced' && state !== 'undeliverable') return null;
  const id = role === 'consulting' ? null : recipientId;
  return { noticeId: _id, recipient: { role, id }, kind: state };
}
