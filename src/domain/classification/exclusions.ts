import type { Coverage, ExclusionGroup } from './ticket-type';
import { TICKET_TYPES } from './ticket-types';

/** One thing that the service does not include. `type` is the id of the ticket type under which it can still be sent. */
export type Exclusion = {
  readonly type: string;
  readonly group: ExclusionGroup;
  readonly coverage: Exclude<Coverage, 'included'>;
  readonly label: string;
  readonly description: string;
};

/** What the catalog shows as not included. Derived from the types, so that the two lists can not disagree. */
export const EXCLUSIONS: readonly Exclusion[] = TICKET_TYPES.flatMap((type) => {
  if (type.exclusion === undefined || type.coverage === 'included') return [];
  const { id, exclusion, coverage, label, description } = type;
  return [{ type: id, group: exclusion, coverage, label, description }];
});
