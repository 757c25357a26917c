import type { Impact, Priority, Urgency } from '../../../src/domain/classification/priority';
import {
  DEFAULT_PRIORITY_MATRIX,
  IMPACTS,
  PRIORITIES,
  URGENCIES,
  priorityRank,
  proposePriority,
} from '../../../src/domain/classification/priority';

describe('the proposed priority', () => {
  const rows: [Impact, Priority, Priority, Priority, Priority][] = [
    // impact, business_stopped, degraded, inconvenience, can_wait
    ['many_users', 'urgent', 'urgent', 'high', 'low'],
    ['limited_users', 'urgent', 'high', 'medium', 'low'],
    ['one_user', 'urgent', 'high', 'medium', 'low'],
    ['minimal', 'high', 'medium', 'low', 'low'],
  ];

  it.each(rows)('follows the matrix for impact %s', (impact, ...expected) => {
    const columns: Urgency[] = ['business_stopped', 'degraded', 'inconvenience', 'can_wait'];
    expect(columns.map((urgency) => proposePriority(DEFAULT_PRIORITY_MATRIX, impact, urgency, null))).toEqual(
      expected,
    );
  });

  it('covers every impact and every urgency', () => {
    expect(rows.map(([impact]) => impact)).toEqual([...IMPACTS]);
    expect(Object.keys(DEFAULT_PRIORITY_MATRIX)).toEqual([...IMPACTS]);
    for (const impact of IMPACTS)
      expect(Object.keys(DEFAULT_PRIORITY_MATRIX[impact])).toEqual([...URGENCIES]);
  });

  it.each<[Priority, Priority]>([
    ['urgent', 'urgent'],
    ['high', 'high'],
    ['medium', 'medium'],
    ['low', 'low'],
  ])('is lowered from urgent to the ceiling %s', (ceiling, expected) => {
    expect(proposePriority(DEFAULT_PRIORITY_MATRIX, 'many_users', 'business_stopped', ceiling)).toBe(
      expected,
    );
  });

  it('is not raised to the ceiling', () => {
    expect(proposePriority(DEFAULT_PRIORITY_MATRIX, 'one_user', 'can_wait', 'high')).toBe('low');
    expect(proposePriority(DEFAULT_PRIORITY_MATRIX, 'one_user', 'inconvenience', 'medium')).toBe('medium');
  });

  it('comes from the matrix given, not from the seed', () => {
    const matrix = structuredClone(DEFAULT_PRIORITY_MATRIX);
    matrix.minimal.can_wait = 'high';
    expect(proposePriority(matrix, 'minimal', 'can_wait', null)).toBe('high');
  });
});

it('ranks priorities from urgent, 0, to low, 3', () => {
  expect(PRIORITIES.map(priorityRank)).toEqual([0, 1, 2, 3]);
  const sorted = (['low', 'urgent', 'medium', 'high'] as const).toSorted(
    (a, b) => priorityRank(a) - priorityRank(b),
  );
  expect(sorted).toEqual(['urgent', 'high', 'medium', 'low']);
});
