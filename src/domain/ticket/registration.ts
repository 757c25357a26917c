import type { Instant } from '../instant';
import type { RegisteredFacts } from './ticket';

/** What a registration puts on record: the client's words, and what held on that day. */
export interface Registration extends RegisteredFacts {
  /** Colleagues from the beginning: those of the original, on a part of a split. */
  participantIds?: string[];
  follows: string | null;
  splitFrom: string | null;
  /** Target of the first attention under the type's usual priority, until an agent has set one. */
  firstAttentionDue: Instant;
}
