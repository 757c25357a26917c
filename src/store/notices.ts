import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../domain/instant';
import { insertByKey } from './by-key';
import { collection } from './collection';
import type { Store } from './store';

/** What a notice tells. */
export const NOTICE_KINDS = [
  'ticket_registered',
  'first_attention',
  'reply_published',
  'question_asked',
  'solution_given',
  'wait_ended',
  'closing_near',
  'ticket_referred',
  'referral_updated',
  'ticket_closed',
  'ticket_assigned',
  'client_replied',
  'note_mention',
  'target_missed',
  'phone_client',
  'mail_failed',
  'consulting_referral',
  'session_requested',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** What a mail about a paid session tells: to the client's side, and `staff_…` to support. */
export const SESSION_MAIL_KINDS = [
  'session_quoted',
  'quote_expiring',
  'quote_expired',
  'checkout_opened',
  'checkout_expired',
  'payment_refused',
  'session_paid',
  'payment_returned',
  'refund_sent',
  'slot_chosen',
  'session_near',
  'access_ready',
  'session_ending',
  'session_ended',
  'client_absent',
  'session_not_held',
  'session_cancelled',
  'choice_expired',
  'staff_session_paid',
  'staff_slot_chosen',
  'staff_slot_passed_on',
  'staff_session_near',
  'staff_access_ready',
  'staff_session_ending',
  'staff_session_ended',
  'staff_session_not_held',
  'staff_session_cancelled',
  'staff_attendance_missing',
  'staff_payment_disputed',
  'staff_dispute_settled',
  'staff_transfer_to_return',
] as const;
export type SessionMailKind = (typeof SESSION_MAIL_KINDS)[number];

/** About a paid session, and of none of its events: the CFDI that support has attached. */
export type InvoiceMailKind = 'invoice_attached';

/** What a mail about an account tells; it belongs to no ticket. */
export type AccountMailKind =
  | 'verify_registration'
  | 'account_exists'
  | 'registration_waiting'
  | 'registration_approved'
  | 'registration_refused'
  | 'password_reset'
  | 'password_changed'
  | 'invitation'
  | 'second_factor_on'
  | 'second_factor_off'
  | 'role_changed';

/** The part that the recipient has in the ticket. */
export type RecipientRole =
  'requester' | 'participant' | 'assignee' | 'mentioned' | 'supervisor' | 'consulting' | 'account';

/**
 * One event told to one recipient: an outbox beside the events. Ids only; address and text are read when it is sent,
 * so that a corrected address counts and an erased person is gone.
 */
export interface NoticeDocument {
  /** `folio:seq:recipientId`. */
  _id: string;
  /** Of a mail about an account: `account-` and what stands for the recipient; about a session: the session's id. */
  folio: string;
  seq: number;
  kind: NoticeKind | AccountMailKind | SessionMailKind | InvoiceMailKind;
  role: RecipientRole;
  /** The person's id, or the registration's or invitation's; `consulting` for the department, which has no account. */
  recipientId: string;
  /**
   * `pending` · `sending`: claimed by a process · `sent`: the mail server answers for it · `refused` by it, `bounced`
   * afterwards, `undeliverable` after days · `dropped`: nobody to tell, or no longer true.
   */
  state: 'pending' | 'sending' | 'sent' | 'refused' | 'bounced' | 'undeliverable' | 'dropped';
  createdAt: Instant;
  /** Not before. */
  dueAt: Instant;
  /** Who is sending; another value for each claim. */
  claim: string | null;
  attempts: number;
  /** Set by the first claim; every repetition carries the same. */
  messageId: string | null;
  settledAt: Instant | null;
  /** Reply code or reason of the last failure, never a text. */
  fault: string | null;
  /** Whether the ticket must hear of the failure: `gone` when it had ended by then. */
  flag: 'none' | 'wanted' | 'told' | 'gone';
  /** Ids of the provider's reports that were heeded. */
  reports: string[];
}

const SESSION_ID = /^session-(\d+)-\d+$/;

export type NewNotice = Pick<NoticeDocument, 'folio' | 'seq' | 'kind' | 'role' | 'recipientId'>;

export function noticeModel(connection: Connection): Model<NoticeDocument> {
  const schema = new Schema(
    {
      _id: { type: String, required: true },
      folio: String,
      seq: Number,
      kind: String,
      role: String,
      recipientId: String,
      state: String,
      createdAt: String,
      dueAt: String,
      claim: String,
      attempts: Number,
      messageId: String,
      settledAt: String,
      fault: String,
      flag: String,
      reports: [String],
    },
    { collection: 'notices' },
  );
  schema.index({ state: 1, dueAt: 1, createdAt: 1 });
  schema.index({ folio: 1, recipientId: 1, seq: 1 });
  schema.index({ messageId: 1 });
  schema.index({ flag: 1 });
  return collection(connection, 'Notice', schema);
}

/** The ticket that a notice belongs to, also by way of its session. */
export function folioOf({ folio }: Pick<NoticeDocument, 'folio'>): string {
  return SESSION_ID.exec(folio)?.[1] ?? folio;
}

/** Whether a notice is about a paid session: its events are counted apart from the ticket's. */
export function isSessionNotice({ folio }: Pick<NoticeDocument, 'folio'>): boolean {
  return SESSION_ID.test(folio);
}

export function noticeId({ folio, seq, recipientId }: NewNotice): string {
  return `${folio}:${seq}:${recipientId}`;
}

/** Keeps notices in their order; those that are kept already stay as they are, sent or not. */
export async function keepNotices(store: Store, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length === 0) return;
  const createdAt = new Date().toISOString();
  await Promise.all(
    notices.map((notice) =>
      insertByKey(store.notices, { _id: noticeId(notice), ...unsent(notice, createdAt) }),
    ),
  );
}

function unsent(notice: NewNotice, createdAt: Instant): Omit<NoticeDocument, '_id'> {
  return {
    ...notice,
    state: 'pending',
    createdAt,
    dueAt: createdAt,
    claim: null,
    attempts: 0,
    messageId: null,
    settledAt: null,
    fault: null,
    flag: 'none',
    reports: [],
  };
}

/** Notices that may be sent now, the oldest first. */
export function dueNotices(store: Store, now: Instant, limit: number): Promise<NoticeDocument[]> {
  return store.notices
    .find({ state: 'pending', dueAt: { $lte: now } })
    .sort({ createdAt: 1, folio: 1, seq: 1 })
    .limit(limit)
    .lean<NoticeDocument[]>()
    .exec();
}

/** Notices that some process has in hand, or had when it died. */
export function claimedNotices(store: Store, limit: number): Promise<NoticeDocument[]> {
  return store.notices
    .find({ state: 'sending' })
    .sort({ createdAt: 1, folio: 1, seq: 1 })
    .limit(limit)
    .lean<NoticeDocument[]>()
    .exec();
}

/** An earlier notice of the ticket to the same person that has not been sent yet: it goes first. */
export function earlierUnsent(store: Store, notice: NoticeDocument): Promise<NoticeDocument | null> {
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
  store: Store,
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
  store: Store,
  { _id, claim }: { _id: string; claim: string },
  back: { dueAt: Instant; fault: string | null; attempts: number },
): Promise<void> {
  await store.notices.updateOne(
    { _id, state: 'sending', claim },
    { $set: { ...back, state: 'pending', claim: null } },
  );
}

/** A notice that waits for an earlier one is not looked at before that. */
export async function putOff(store: Store, { _id }: NoticeDocument, dueAt: Instant): Promise<void> {
  await store.notices.updateOne({ _id, state: 'pending' }, { $set: { dueAt } });
}

/** Records how a notice ended, whoever holds it by now: what the mail server answered is a fact. */
export async function settleNotice(
  store: Store,
  id: string,
  end: Pick<NoticeDocument, 'state' | 'fault' | 'flag'>,
): Promise<void> {
  const settledAt = new Date().toISOString();
  await store.notices.updateOne(
    { _id: id, state: { $in: ['pending', 'sending'] } },
    { $set: { ...end, settledAt, claim: null } },
  );
}

/**
 * Heeds a report of the provider that a mail came back. The same report again changes nothing.
 * @returns false when no notice has that message id
 */
export async function reportBounce(
  store: Store,
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
export function unflaggedFailures(store: Store, limit: number): Promise<NoticeDocument[]> {
  return store.notices.find({ flag: 'wanted' }).limit(limit).lean<NoticeDocument[]>().exec();
}

export async function markFlagged(store: Store, id: string, flag: 'told' | 'gone'): Promise<void> {
  await store.notices.updateOne({ _id: id, flag: 'wanted' }, { $set: { flag } });
}

/** When the oldest notice that still waits was written; null when none waits. */
export async function oldestUnsentAt(store: Store): Promise<Instant | null> {
  const oldest = await store.notices
    .findOne({ state: { $in: ['pending', 'sending'] } })
    .sort({ createdAt: 1 })
    .lean<NoticeDocument>();
  return oldest?.createdAt ?? null;
}
