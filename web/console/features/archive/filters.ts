import type { ClosureReason, Priority } from '../../../ui/api/types';
import type { ArchiveFilters } from '../../../ui/query/use-archive';

export const REASONS = [
  'resolved',
  'accepted',
  'no_client_response',
  'withdrawn',
  'out_of_scope',
  'duplicate',
  'split',
] as const satisfies readonly ClosureReason[];

export const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const satisfies readonly Priority[];

const ID = /^[A-Za-z0-9][\w.-]{0,99}$/;

/** What the address asks for; what it can not mean is left out. Days count in the zone of who looks. */
export function filtersIn(search: URLSearchParams): ArchiveFilters {
  const [q, type, organization] = ['q', 'type', 'organization'].map((name) => search.get(name) ?? '') as [
    string,
    string,
    string,
  ];
  const reason = REASONS.find((one) => one === search.get('reason'));
  const priority = PRIORITIES.find((one) => one === search.get('priority'));
  const closedFrom = startOf(search.get('from'), 0);
  const closedTo = startOf(search.get('to'), 1);
  return {
    ...(q.trim() !== '' && { q: q.trim().slice(0, 200) }),
    ...(ID.test(type) && { type }),
    ...(ID.test(organization) && { organization }),
    ...(reason !== undefined && { reason }),
    ...(priority !== undefined && { priority }),
    ...(closedFrom !== null && { closedFrom }),
    ...(closedTo !== null && { closedTo }),
  };
}

/** The beginning of a day, or of the one that is so many days later. */
function startOf(day: string | null, later: number): string | null {
  const [year, month, date] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? '') ?? []).slice(1).map(Number);
  if (year === undefined || month === undefined || date === undefined) return null;
  const at = new Date(year, month - 1, date + later);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}
