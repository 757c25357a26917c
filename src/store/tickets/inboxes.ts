import { epochMs, type Instant } from '../../domain/instant';
import { findByKey } from '../mongo/by-key';
import { changeInbox } from './change-inbox';
import type { InboxDocument, RecordedReply, Reply, InboxesStore } from './inbox-document';

export type PushOutcome = 'accepted' | 'other_body' | 'stale' | 'sealed' | 'past_due';

/**
 * Accepts a reply, or says why not: `other_body` when its key stands for another one, `stale` when a reply came after
 * what its sender had seen, `sealed` by a closing, or `past_due` when the 48 hours are over and no reply from before
 * holds them.
 * @param seen last `seq` that the sender had seen, when the reply is to be accepted only upon that
 */
export async function pushReply(
  store: InboxesStore,
  folio: string,
  reply: Reply,
  seen?: number,
): Promise<PushOutcome> {
  return await changeInbox(store, folio, (inbox) => {
    const known = [...inbox.pending, ...inbox.recorded].find(
      ({ commandId }) => commandId === reply.commandId,
    );
    if (known)
      return { outcome: (known.bodyHash ?? reply.bodyHash) === reply.bodyHash ? 'accepted' : 'other_body' };
    if (seen !== undefined && hasNewsSince(inbox, seen, reply.receivedAt)) return { outcome: 'stale' };
    if (inbox.sealed) return { outcome: 'sealed' };
    if (isPastDue(inbox, reply.receivedAt)) return { outcome: 'past_due' };
    return { outcome: 'accepted', next: { ...inbox, pending: [...inbox.pending, reply] } };
  });
}

/**
 * Seals the inbox for a closing, unless a reply stands against it.
 * @param token names the closing, so that repeating it after a crash finds its own seal
 * @param dueAt for the closing by silence: only replies received before it count; for a person's closing null: any
 * @param handled replies that the ticket already holds
 */
export async function sealInbox(
  store: InboxesStore,
  folio: string,
  seal: { token: string; dueAt: Instant | null; handled: string[] },
): Promise<boolean> {
  return await changeInbox(store, folio, (inbox) => {
    if (inbox.sealed?.token === seal.token) return { outcome: true };
    const blocking = inbox.pending.filter(
      ({ commandId, receivedAt }) =>
        !seal.handled.includes(commandId) && (seal.dueAt === null || receivedAt < seal.dueAt),
    );
    if (blocking.length > 0) return { outcome: false };
    const sealed = { token: seal.token, at: new Date().toISOString() };
    return { outcome: true, next: { ...inbox, sealed } };
  });
}

/**
 * Lifts a seal that no closing stands behind any more (the engine lost the closing before it was on record).
 * @param stillAsked whether the ticket still waits for this; asked after each look at the inbox, so that a seal seen
 *   while it held is older than whatever the ticket did next
 */
export async function unsealInbox(
  store: InboxesStore,
  folio: string,
  stillAsked: () => boolean,
): Promise<void> {
  await changeInbox(store, folio, (inbox) =>
    inbox.sealed && stillAsked() ? { outcome: null, next: { ...inbox, sealed: null } } : { outcome: null },
  );
}

/** Replies that wait, in the order in which they were accepted. */
export async function pendingReplies(store: InboxesStore, folio: string): Promise<Reply[]> {
  const inbox = await findByKey(store.inboxes, folio);
  return inbox?.pending ?? [];
}

/** Enough for every sender who still waits; older replies are found among the events. */
const MAX_RECORDED = 50;

/** After a projection: the replies that are on record leave, and the due instant is the ticket's. */
export async function settleInbox(
  store: InboxesStore,
  folio: string,
  settled: { version: number; dueAt: Instant | null; handled: RecordedReply[] },
): Promise<void> {
  await changeInbox(store, folio, (inbox) => {
    const handled = new Set(settled.handled.map(({ commandId }) => commandId));
    const pending = inbox.pending.filter(({ commandId }) => !handled.has(commandId));
    const earlier = inbox.recorded.filter(({ commandId }) => !handled.has(commandId));
    const accepted = new Map([...inbox.recorded, ...inbox.pending].map((reply) => [reply.commandId, reply]));
    const settledNow = settled.handled.map((reply) => {
      const bodyHash = accepted.get(reply.commandId)?.bodyHash;
      return bodyHash === undefined ? reply : { ...reply, bodyHash };
    });
    const recorded = [...earlier, ...settledNow].slice(-MAX_RECORDED);
    // An attempt that was given up may still run: it must not bring an older due instant back.
    const current =
      settled.version >= inbox.version ? { version: settled.version, dueAt: settled.dueAt } : {};
    return { outcome: null, next: { ...inbox, ...current, pending, recorded } };
  });
}

/** Where a reply is: waiting, on record under a `seq`, or not known here. */
export async function whereaboutsOf(
  store: InboxesStore,
  folio: string,
  commandId: string,
): Promise<'pending' | 'unknown' | { seq: number }> {
  const inbox = await findByKey(store.inboxes, folio);
  const recorded = inbox?.recorded.find((reply) => reply.commandId === commandId);
  if (recorded) return { seq: recorded.seq };
  return inbox?.pending.some((reply) => reply.commandId === commandId) ? 'pending' : 'unknown';
}

/** A ticket with a reply that nobody has taken: its place among those that were forgotten. */
export interface ForgottenInbox {
  _id: string;
  oldestPendingAt: Instant;
}

/**
 * Tickets with replies older than `before` that nobody has taken: their signal may have been lost. The oldest first.
 * @param after the last one that was looked at, to go on behind it
 */
export function forgottenInboxes(
  store: InboxesStore,
  { before, limit, after }: { before: Instant; limit: number; after?: ForgottenInbox | undefined },
): Promise<ForgottenInbox[]> {
  const behind = after && [
    { oldestPendingAt: { $gt: after.oldestPendingAt } },
    { oldestPendingAt: after.oldestPendingAt, _id: { $gt: after._id } },
  ];
  return store.inboxes
    .find({ oldestPendingAt: { $gt: '', $lt: before }, ...(behind && { $or: behind }) })
    .sort({ oldestPendingAt: 1, _id: 1 })
    .limit(limit)
    .select({ oldestPendingAt: 1 })
    .lean<ForgottenInbox[]>()
    .exec();
}

function isPastDue(inbox: InboxDocument, at: Instant): boolean {
  const { dueAt, pending } = inbox;
  return dueAt !== null && at >= dueAt && !pending.some(({ receivedAt }) => receivedAt < dueAt);
}

/** So long a reply that waits is about to be on record; after it the engine is away, and nobody could catch up. */
const ABOUT_TO_BE_RECORDED_MS = 2_000;

/** Whether there is a client's reply, on record or just about to be, that comes after `seen`. */
function hasNewsSince({ pending, recorded }: InboxDocument, seen: number, at: Instant): boolean {
  const since = epochMs(at) - ABOUT_TO_BE_RECORDED_MS;
  return (
    pending.some(({ receivedAt }) => epochMs(receivedAt) > since) || recorded.some(({ seq }) => seq > seen)
  );
}
