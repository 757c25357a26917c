import { daysIn, eachDay, plusDays, stepsOf, stepStart } from '../../../src/domain/reports/period';

test('days are counted with both ends, over months and leap days', () => {
  expect(eachDay({ from: '2028-02-28', to: '2028-03-01' })).toEqual([
    '2028-02-28',
    '2028-02-29',
    '2028-03-01',
  ]);
  expect(daysIn({ from: '2026-01-01', to: '2026-12-31' })).toBe(365);
  expect(eachDay({ from: '2026-03-02', to: '2026-03-01' })).toEqual([]);
  expect(plusDays('2026-01-01', -1)).toBe('2025-12-31');
});

test('weeks begin on Monday', () => {
  expect(stepStart('2026-11-29', 'week')).toBe('2026-11-23');
  expect(stepStart('2026-11-30', 'week')).toBe('2026-11-30');
});

test('steps have no gaps and are cut by the range', () => {
  expect(stepsOf({ from: '2026-11-25', to: '2026-12-01' }, 'week')).toEqual([
    { from: '2026-11-25', to: '2026-11-29' },
    { from: '2026-11-30', to: '2026-12-01' },
  ]);
  expect(stepsOf({ from: '2026-11-25', to: '2027-01-01' }, 'month')).toEqual([
    { from: '2026-11-25', to: '2026-11-30' },
    { from: '2026-12-01', to: '2026-12-31' },
    { from: '2027-01-01', to: '2027-01-01' },
  ]);
  expect(stepsOf({ from: '2026-11-25', to: '2026-11-26' }, 'day')).toHaveLength(2);
});
