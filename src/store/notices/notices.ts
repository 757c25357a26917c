import { Schema, type Connection, type Model } from 'mongoose';
import type { Instant } from '../../domain/instant';
import { insertByKey } from '../mongo/by-key';
import { collection, type Holds } from '../mongo/collection';

/** What a notice tells. */
export const NOTICE_KINDS = [
  'ticket_registered',
  'first_attention',
  'reply_published',
  'question_asked',
  'solution_given',
  'wait_ended',
  'closing_near',
  'closing_moved',
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

/** The part of the store that holds them. */
export type NoticesStore = Holds<'notices', NoticeDocument>;

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
export async function keepNotices(store: NoticesStore, notices: readonly NewNotice[]): Promise<void> {
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

/** When the oldest notice that still waits was written; null when none waits. */
export async function oldestUnsentAt(store: NoticesStore): Promise<Instant | null> {
  const oldest = await store.notices
    .findOne({ state: { $in: ['pending', 'sending'] } })
    .sort({ createdAt: 1 })
    .lean<NoticeDocument>();
  return oldest?.createdAt ?? null;
}
