import type { ReportGroup } from './period';
import { REPORT_GROUPS } from './period';

/** How often each id occurs. The priority of a ticket without one is the empty id. */
export type Count = Record<string, number>;

/** How many facts there are, told apart in every way that a report over time may ask for. */
export type Counts = Record<ReportGroup, Count>;

/** Each fact once in every group. */
export function countFacts(facts: readonly Record<ReportGroup, string | null>[]): Counts {
  const counts: Counts = { type: {}, priority: {}, product: {}, organization: {} };
  for (const fact of facts) {
    for (const group of REPORT_GROUPS) addTo(counts[group], fact[group] ?? '', 1);
  }
  return counts;
}

/** Adds to a count in place. */
export function addTo(count: Count, id: string, number: number): void {
  count[id] = (count[id] ?? 0) + number;
}
