import type { ClosureReason } from '../../../ui/api/types';
import type { ArchiveFilters } from '../../../ui/query/use-archive';

export const REASONS = [
  'accepted',
  'resolved',
  'no_client_response',
  'withdrawn',
  'out_of_scope',
  'duplicate',
  'split',
] as const satisfies readonly ClosureReason[];

/** Names of the filters in the address. */
export const FILTERS = ['q', 'motivo', 'tipo', 'desde', 'hasta'] as const;
export type FilterName = (typeof FILTERS)[number];

/** What the address asks for; what it can not mean is left out. Days count in the zone of who looks. */
export function filtersIn(params: URLSearchParams): ArchiveFilters {
  const q = params.get('q') ?? '';
  const type = params.get('tipo') ?? '';
  const reason = REASONS.find((one) => one === params.get('motivo'));
  const closedFrom = startOf(params.get('desde'), 0);
  const closedTo = startOf(params.get('hasta'), 1);
  return {
    ...(q !== '' && { q }),
    ...(/^[\w.-]{1,100}$/.test(type) && { type }),
    ...(reason !== undefined && { reason }),
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
