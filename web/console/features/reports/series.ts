import type { Trends } from './use-reports';

export type Measure = 'registered' | 'closed';

export interface Series {
  key: string;
  name: string;
  counts: number[];
  total: number;
}

const SHOWN = 6;

/** The greatest series of a report under their names; what is left is one more. */
export function seriesOf(
  report: Trends,
  measure: Measure,
  words: { nameOf: (series: Trends['series'][number]) => string; rest: string },
): Series[] {
  const all = report.series
    .map((one) => ({
      key: one.id ?? 'none',
      name: words.nameOf(one),
      counts: one[measure],
      total: one.totals[measure],
    }))
    .filter(({ total }) => total > 0)
    .sort((one, other) => other.total - one.total);
  if (all.length <= SHOWN + 1) return all;
  const rest = all.slice(SHOWN);
  const counts = report.periods.map((_, index) =>
    rest.reduce((sum, one) => sum + (one.counts[index] ?? 0), 0),
  );
  const total = rest.reduce((sum, one) => sum + one.total, 0);
  return [...all.slice(0, SHOWN), { key: 'rest', name: words.rest, counts, total }];
}
