/** One mail to one address, ready to be sent. */
export interface OutgoingMail {
  /** With angle brackets; the same each time that this mail is sent. */
  readonly messageId: string;
  /** A name as people read it; '' when there is none. */
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Id of the conversation that mail programs gather the mail under. */
  readonly thread: string;
}

/**
 * What became of a mail. `code` is a reply code or the name of a fault, never a text of the server: those quote
 * addresses.
 * `accepted`: the server answers for it · `refused`: never, to this address · `postponed`: not now, this one ·
 * `unreachable`: not now, whatever the mail; the outcome of this one may be unknown.
 */
export type Delivery =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused' | 'postponed' | 'unreachable'; readonly code: string };

/** Hands mails to a mail server. */
export interface Mailer {
  /**
   * Sends one mail; never throws.
   * @param signal ends the attempt: `unreachable`, outcome unknown
   */
  send(mail: OutgoingMail, signal: AbortSignal): Promise<Delivery>;
}
