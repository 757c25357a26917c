import type { TrendsReport } from '../../../contract/reports';
import { PRIORITY_DEFINITIONS } from '../../../domain/classification/priority-definitions';
import { TICKET_TYPES } from '../../../domain/classification/ticket-types';
import type { Counts } from '../../../domain/reports/counts';
import {
  eachDay,
  stepsOf,
  type Period,
  type ReportGroup,
  type ReportStep,
} from '../../../domain/reports/period';
import type { SupportPolicy } from '../../../domain/policy/support-policy';
import { organizationNames } from '../../../store/accounts/organizations';
import { findPolicy } from '../../../store/accounts/policies';
import { listProducts } from '../../../store/accounts/products';
import { readDays } from '../../../store/desk/report-days';
import type { Store } from '../../../store/store';
import type { ReportRange } from './range';

interface Series {
  registered: number[];
  closed: number[];
}

/** How many tickets were registered and closed in each step of a range, told apart by a group. */
export async function trendsReport(
  store: Store,
  { timeZone, ...period }: ReportRange,
  by: ReportStep,
  group: ReportGroup,
): Promise<TrendsReport> {
  const days = eachDay(period);
  const [registered, closed] = await Promise.all([
    readDays<Counts>(store, 'registered', days, 'counts'),
    readDays<Counts>(store, 'closed', days, 'counts'),
  ]);
  const periods = stepsOf(period, by);
  const totals = noneIn(periods);
  const byId = new Map<string, Series>();
  const add = (kind: keyof Series, step: number, id: string, count: number): void => {
    const series = byId.get(id) ?? noneIn(periods);
    byId.set(id, series);
    series[kind][step] = (series[kind][step] ?? 0) + count;
    totals[kind][step] = (totals[kind][step] ?? 0) + count;
  };
  periods.forEach((step, index) => {
    for (const day of eachDay(step)) {
      for (const [kind, found] of [
        ['registered', registered],
        ['closed', closed],
      ] as const)
        for (const [id, count] of Object.entries(found.get(day)?.[group] ?? {})) add(kind, index, id, count);
    }
  });
  const names = await namesOf(store, group, [...byId.keys()]);
  const series = [...byId].map(([id, { registered, closed }]) => ({
    id: id === '' ? null : id,
    name: names.get(id) ?? null,
    registered,
    closed,
    totals: { registered: sum(registered), closed: sum(closed) },
  }));
  series.sort((a, b) => weight(b) - weight(a) || (a.id ?? '').localeCompare(b.id ?? ''));
  return { ...period, timeZone, by, group, periods, totals, series };
}

function noneIn(periods: readonly Period[]): Series {
  return { registered: periods.map(() => 0), closed: periods.map(() => 0) };
}

async function namesOf(
  store: Store,
  group: ReportGroup,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  switch (group) {
    case 'type':
      return typeLabels(await findPolicy(store));
    case 'priority':
      return new Map(PRIORITY_DEFINITIONS.map(({ id, label }) => [id, label]));
    case 'product':
      return new Map((await listProducts(store)).map(({ id, name }) => [id, name]));
    case 'organization':
      return organizationNames(store, ids);
    default:
      return group satisfies never;
  }
}

/** As people read them now; a type of an earlier policy keeps its own. */
function typeLabels(policy: SupportPolicy | null): ReadonlyMap<string, string> {
  return new Map(TICKET_TYPES.map(({ id, label }) => [id, policy?.texts?.[id]?.label ?? label]));
}

function weight({ totals }: TrendsReport['series'][number]): number {
  return totals.registered + totals.closed;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
