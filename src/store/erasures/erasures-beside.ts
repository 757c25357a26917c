import { removeContent } from '../accounts/attachment-content';
import type { AnswerDocument, AnswersStore } from '../tickets/answers';
import type { Attachment, AttachmentsStore } from '../accounts/attachments';
import { blankPaths } from './erasures-texts';
import type {
  RemoteSessionDocument,
  SessionEventDocument,
  RemoteSessionsStore,
  SessionEventsStore,
} from '../remote-sessions/remote-sessions';
import type { SessionInvoice, SessionInvoicesStore } from '../remote-sessions/session-invoices';
import type { NoticesStore } from '../notices/notices';
import type { SessionAccessStore } from '../remote-sessions/session-access';
import type { SessionAccessOffersStore } from '../remote-sessions/session-access-offers';
import type { SessionCheckoutsStore } from '../remote-sessions/session-checkouts';
import type { Connected } from '../mongo/collection';

/** What is read and written here. */
type Reach = AttachmentsStore &
  Connected &
  RemoteSessionsStore &
  SessionAccessStore &
  SessionAccessOffersStore &
  SessionCheckoutsStore &
  SessionEventsStore &
  SessionInvoicesStore;

/** What of the tickets lies beside their records. */
export interface Beside {
  personId: string;
  email: string;
  /** Tickets of the person. */
  own: readonly string[];
}

/** Notices that were not sent yet are nobody's any more. */
export async function dropNotices(
  store: NoticesStore,
  { personId }: Beside,
  settledAt: string,
): Promise<void> {
  await store.notices.updateMany(
    { recipientId: personId, state: 'pending' },
    { $set: { state: 'dropped', settledAt } },
  );
}

/**
 * Remembered answers show tickets as they were: those to the person, and those on their tickets; and files by their
 * names, so that it must be done while the files are still there.
 */
export async function dropAnswers(store: AnswersStore & AttachmentsStore, beside: Beside): Promise<void> {
  const { personId, email, own } = beside;
  const folios = new Set(own);
  const files = new Set((await filesOf(store, beside)).map(({ _id }) => _id));
  const doomed: string[] = [];
  for await (const { _id, body } of store.answers.find().lean<AnswerDocument>().cursor()) {
    const text = JSON.stringify(body) ?? '';
    const onOwn = [...text.matchAll(/"folio":"(\d+)"/g)].some(([, folio]) => folios.has(folio!));
    if (onOwn || files.has(fileIn(body)) || text.includes(personId) || text.includes(email)) doomed.push(_id);
  }
  await store.answers.deleteMany({ _id: { $in: doomed } });
}

/** The file that an answer to an upload tells of. */
function fileIn(body: unknown): string {
  return typeof body === 'object' && body !== null && 'id' in body ? String(body.id) : '';
}

/** Sessions keep their steps and their money, and lose what people wrote. */
export async function blankSessions(store: Reach, beside: Beside): Promise<string[]> {
  const sessions = await sessionsOf(store, beside);
  for (const { _id, session } of sessions) {
    const blank = blankPaths(session, ['reason', 'cancelling.reason']);
    await store.remoteSessions.updateOne({ _id }, { $set: { session: blank } });
    await store.sessionAccess.deleteOne({ _id });
    await store.sessionAccessOffers.deleteMany({ sessionId: _id });
    await store.sessionCheckouts.updateMany({ sessionId: _id }, { $set: { url: null } });
    const cancelled = { sessionId: _id, name: 'cancelled' as const };
    for (const event of await store.sessionEvents.find(cancelled).lean<SessionEventDocument[]>())
      await store.sessionEvents.updateOne(
        { _id: event._id },
        { $set: { data: blankPaths(event.data, ['reason']) } },
      );
  }
  return sessions.map(({ _id }) => _id);
}

/** Paid sessions that the person asked for, or on their tickets. */
export function sessionsOf(
  store: RemoteSessionsStore,
  { personId, own }: Beside,
): Promise<RemoteSessionDocument[]> {
  return store.remoteSessions
    .find({ $or: [{ clientId: personId }, { folio: { $in: [...own] } }] })
    .lean<RemoteSessionDocument[]>()
    .exec();
}

/** Files of the person's tickets and what else they uploaded; not the papers of payments, which the law has us keep. */
export async function removeFiles(
  store: Reach,
  beside: Beside,
  sessionIds: readonly string[],
): Promise<void> {
  const kept = await papersOf(store, sessionIds);
  for (const { _id } of await filesOf(store, beside)) {
    if (kept.has(_id)) continue;
    await removeContent(store, _id);
    await store.attachments.deleteOne({ _id }).exec();
  }
}

export async function filesOf(store: AttachmentsStore, { personId, own }: Beside): Promise<Attachment[]> {
  const uploaded = await store.attachments.find({ uploaderId: personId }).lean<Attachment[]>().exec();
  const found = new Map(uploaded.map((file) => [file._id, file]));
  for (const folio of own)
    for (const file of await store.attachments.find({ folio }).lean<Attachment[]>().exec())
      found.set(file._id, file);
  return [...found.values()];
}

/** Invoices, and what shows that a transfer arrived. */
async function papersOf(
  store: SessionEventsStore & SessionInvoicesStore,
  sessionIds: readonly string[],
): Promise<Set<string>> {
  const ids = [...sessionIds];
  const invoices = await store.sessionInvoices.find({ _id: { $in: ids } }).lean<SessionInvoice[]>();
  const captures = await store.sessionEvents
    .find({ sessionId: { $in: ids }, name: 'captured' })
    .lean<SessionEventDocument[]>();
  const papers = [
    ...invoices.flatMap(({ xmlAttachmentId, pdfAttachmentId }) => [xmlAttachmentId, pdfAttachmentId]),
    ...captures.map(({ data }) => ('attachmentId' in data ? data.attachmentId : null)),
  ];
  return new Set(papers.filter((id) => id !== null));
}
