import { readOnlyUntil } from './leaving-customer';

/**
 * How an account stands: `locked` while its log-ins are paused after failures, `read_only` while its customer has left
 * and may still read, `left` when nobody comes in by it any more, `erased` when it only stands for what there was.
 */
export const PERSON_STATUSES = ['active', 'locked', 'read_only', 'left', 'erased'] as const;
export type PersonStatus = (typeof PERSON_STATUSES)[number];

export interface AccountFacts {
  readonly active: boolean;
  readonly erased: boolean;
  /** Whether its log-ins are paused. */
  readonly paused: boolean;
  /** When its customer left; null while it is one, and for staff. */
  readonly departedAt: Date | null;
}

/** What ends an account for good goes before what pauses it. */
export function personStatus({ active, erased, paused, departedAt }: AccountFacts, now: Date): PersonStatus {
  if (erased) return 'erased';
  if (!active || (departedAt !== null && now >= readOnlyUntil(departedAt))) return 'left';
  if (paused) return 'locked';
  return departedAt === null ? 'active' : 'read_only';
}
