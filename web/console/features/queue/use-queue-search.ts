import { useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { TicketFilters } from '../../../ui/query/use-tickets';

/** The views of the console in their order. */
export const VIEWS = [
  'to_classify',
  'mine',
  'unassigned',
  'due',
  'waiting_client',
  'closing_soon',
  'all',
] as const;
export type View = (typeof VIEWS)[number];

export const SORTS = ['due', 'priority', 'closing', 'updated', 'created'] as const;
const STATUSES = ['waiting_support', 'waiting_client'] as const;
const PRIORITIES = ['urgent', 'high', 'medium', 'low'] as const;

/** What narrows a view, as it stands in the address. */
export const FILTERS = ['status', 'priority', 'type', 'assignee', 'organization'] as const;
type Param = (typeof FILTERS)[number] | 'view' | 'q' | 'sort';

export interface QueueSearch {
  view: View;
  /** Of one parameter as the address has it; empty when it is not there. */
  of: (name: Param) => string;
  filters: TicketFilters;
  /** How many filters narrow the view. */
  narrowed: number;
  /** Sets parameters; an empty one goes away. */
  change: (next: Partial<Record<Param, string>>) => void;
}

const PAGE = 50;

/** View, filters, search and order, which all live in the address. What it does not know there it ignores. */
export function useQueueSearch(): QueueSearch {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const of = (name: Param): string => params.get(name) ?? '';
    const view = oneOf(VIEWS, of('view')) ?? 'all';
    const change: QueueSearch['change'] = (next) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(next)) {
            if (value === '') after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      );
    return {
      view,
      of,
      filters: filtersOf(view, of),
      narrowed: FILTERS.filter((name) => of(name) !== '').length,
      change,
    };
  }, [params, setParams]);
}

function filtersOf(view: View, of: (name: Param) => string): TicketFilters {
  const found: TicketFilters = { limit: PAGE };
  if (view !== 'all') found.view = view;
  const [status, priority, sort] = [
    oneOf(STATUSES, of('status')),
    oneOf(PRIORITIES, of('priority')),
    oneOf(SORTS, of('sort')),
  ];
  if (status) found.status = status;
  if (priority) found.priority = priority;
  if (sort) found.sort = sort;
  for (const name of ['type', 'assignee', 'organization', 'q'] as const) {
    const value = of(name).trim();
    if (value !== '') found[name] = value;
  }
  return found;
}

function oneOf<const Value extends string>(values: readonly Value[], given: string): Value | undefined {
  return values.find((value) => value === given);
}
