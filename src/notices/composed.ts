import type { OutgoingMail } from '../integrations/mail/mailer';

/** A mail to send; or why not: `drop` for good, `wait` until the read model has caught up. */
export type Composed =
  | { readonly mail: Omit<OutgoingMail, 'messageId'> }
  | { readonly drop: 'no_recipient' | 'no_longer_true' }
  | { readonly wait: true };
