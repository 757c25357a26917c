import type { EventData, EventType, TicketEvent } from '../domain/ticket/events';
import type { Ticket } from '../domain/ticket/ticket';
import type { RecipientRole } from '../store/notices/notices';

/** A part of a letter, the same in both forms of the mail. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What matters most: a date, a consequence. */
  | { readonly kind: 'important'; readonly text: string }
  /** Words of a person, shown apart from ours. */
  | { readonly kind: 'quote'; readonly title: string; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] };

/** What a mail says, before it has a form. Plain text throughout. */
export interface Letter {
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly Block[];
  /** The page on which to go on; null for a reader who has an account nowhere. */
  readonly action: { readonly label: string; readonly url: string } | null;
  /** How to answer: never by mail. */
  readonly footer: string;
}

/** What a letter is written from. */
export interface Facts {
  readonly ticket: Ticket;
  readonly event: TicketEvent;
  readonly role: RecipientRole;
  /** IANA zone in which the recipient reads dates. */
  readonly timeZone: string;
  readonly siteUrl: string;
  readonly consoleUrl: string;
  readonly organizationName: string;
  /** Whom of support an outsider turns to; only in a letter to consulting. */
  readonly referrer: { readonly name: string; readonly email: string } | null;
  /** The message published by the same command, if one was. */
  readonly message: string | null;
}

/** What the link to the official policy is called. */
export const POLICY_LABEL = 'Política oficial de soporte técnico';

export type Writer = (facts: Facts) => Letter;

/** The data of the event, which a letter knows by its kind. */
export function dataOf<T extends EventType>({ event }: Facts, type: T): EventData[T] {
  if (event.type !== type) throw new Error(`A notice of ${type} stands at an event of ${event.type}`);
  return event.data as EventData[T];
}
