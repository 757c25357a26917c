import { quantile } from '../../../src/domain/reports/quantile';
import { recurringWords } from '../../../src/domain/reports/recurring-words';
import { subjectWords } from '../../../src/domain/reports/subject-words';

test('a subject is told by its own words, each once', () => {
  expect(subjectWords('no puedo imprimir el corte de caja: corte 20261124 vacio')).toEqual([
    'imprimir',
    'corte',
    'caja',
    'vacio',
  ]);
  expect(subjectWords('—')).toEqual([]);
});

test('a word recurs with three tickets of one customer', () => {
  const days: Record<string, number[]>[] = [
    { a: [1, 100, 2, 100], b: [1, 101] },
    { a: [1, 103, 2, 103] },
    { a: [1, 102], b: [1, 104] },
  ];
  expect(recurringWords(days, 10)).toEqual([{ organization: 'a', word: 1, folios: [100, 102, 103] }]);
  expect(recurringWords(days, 0)).toEqual([]);
});

test.each([
  [[], 0.5, null],
  [[7], 0.9, 7],
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3], 1, 3],
])('of %j the share %d is %s', (values, share, expected) => {
  expect(quantile(values, share)).toBe(expected);
});
