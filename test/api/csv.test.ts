import { csv } from '../../src/api/http/csv';

test('a table keeps commas, quotes and line ends within their cells', () => {
  expect(csv([['a,b', 'di "hola"', 'dos\nlíneas', 3, null]])).toBe(
    '\uFEFF"a,b","di ""hola""","dos\nlíneas",3,\r\n',
  );
});

test.each(['=1+1', '+52 55', '-2', '@SUM(A1)', '\t=1', '  =1'])('%j is a text for a spreadsheet', (given) => {
  expect(csv([[given]])).toContain(`'${given}`);
});

test('numbers stay numbers', () => {
  expect(csv([[-2, 0]])).toBe('\uFEFF-2,0\r\n');
});
