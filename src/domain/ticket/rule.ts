import type { Actor } from '../actor';
import type { Instant } from '../instant';
import type { SupportPolicy } from '../policy/support-policy';
import type { TimeAnswers, TimeQuestions } from './business-times';
import type { Draft } from './events';
import type { Ticket } from './ticket';

/** What a rule may look at besides the ticket: never a clock, never a database. */
export interface Context {
  at: Instant;
  actor: Actor;
  commandId: string;
  /** The policy pinned on the ticket. */
  policy: SupportPolicy;
  times: TimeAnswers;
  /** Folios reserved for the parts of a split, in their order. */
  partFolios?: string[];
}

export type Asking = Pick<Context, 'at' | 'actor' | 'policy'>;

/**
 * One rule of the process. `ask` names the business-time facts it needs; `decide` answers with the changes, or
 * throws a DomainError and changes nothing.
 */
export interface Rule<Data> {
  ask?(ticket: Ticket, data: Data, asking: Asking): TimeQuestions;
  decide(ticket: Ticket, data: Data, context: Context): Draft[];
}
