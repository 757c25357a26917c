import type { FactData } from './commands';
import type { Rule } from './rule';

/** Whose mail failed, by part in the ticket. Staff read the console, so a lost mail of theirs is no news of the ticket. */
const RECIPIENTS = ['requester', 'participant', 'consulting'] as const;

/** `refused` by the mail server, `bounced` afterwards, `undeliverable` after days of trying. */
const KINDS = ['refused', 'bounced', 'undeliverable'] as const;

/** A mail that did not reach its recipient. Ids only: it stands in the engine's history. */
export interface MailFailure {
  recipient: { role: (typeof RECIPIENTS)[number]; id: string | null };
  kind: (typeof KINDS)[number];
}

/** A mail failed: the agent is told to phone, once. Nothing of the clock changes. */
export const flagMail: Rule<FactData['flagMail']> = {
  decide(ticket, failure) {
    if (ticket.mailFailed && concernsClient(failure)) return [];
    return [{ type: 'mail_failed', data: failure }];
  },
};

/** Whether the client's side went without the mail. */
export function concernsClient({ recipient }: MailFailure): boolean {
  return recipient.role !== 'consulting';
}

/** Whether what came from outside has the form of a failure. */
export function isMailFailure(news: unknown): news is MailFailure {
  const { recipient, kind } = (news ?? {}) as Partial<MailFailure>;
  return (
    RECIPIENTS.some((role) => role === recipient?.role) &&
    (recipient?.id === null || typeof recipient?.id === 'string') &&
    KINDS.some((known) => known === kind)
  );
}
