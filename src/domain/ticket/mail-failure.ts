import type { Instant } from '../instant';

/** Whose mail failed, by part in the ticket. Staff read the console, so a lost mail of theirs is no news of the ticket. */
export const MAIL_RECIPIENTS = ['requester', 'participant', 'consulting'] as const;

/** `refused` by the mail server, `bounced` afterwards, `undeliverable` after days of trying. */
export const MAIL_FAILURES = ['refused', 'bounced', 'undeliverable'] as const;

/** A mail that did not reach its recipient. Ids only: it stands in the engine's history. */
export interface MailFailure {
  recipient: { role: (typeof MAIL_RECIPIENTS)[number]; id: string | null };
  kind: (typeof MAIL_FAILURES)[number];
}

/** That mails do not reach somebody, since when. */
export interface MailFailureNote {
  recipient: MailFailure['recipient']['role'];
  kind: MailFailure['kind'];
  since: Instant;
}

/** The failures known so far, with one more unless one for the same kind of recipient stands there. */
export function withFailure(
  known: MailFailureNote[],
  { recipient: { role: recipient }, kind }: MailFailure,
  since: Instant,
): MailFailureNote[] {
  if (known.some((failure) => failure.recipient === recipient)) return known;
  return [...known, { recipient, kind, since }];
}

/** Whether the client's side went without the mail. */
export function concernsClient({ recipient }: MailFailure): boolean {
  return recipient.role !== 'consulting';
}

/** Whether what came from outside has the form of a failure. */
export function isMailFailure(news: unknown): news is MailFailure {
  const { recipient, kind } = (news ?? {}) as Partial<MailFailure>;
  return (
    MAIL_RECIPIENTS.some((role) => role === recipient?.role) &&
    (recipient?.id === null || typeof recipient?.id === 'string') &&
    MAIL_FAILURES.some((known) => known === kind)
  );
}
