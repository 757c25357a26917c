import { email, folio, id, instantIn, line, phone, text, wholeNumber } from '../../src/contract/fields';

const accepts = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown): boolean =>
  schema.safeParse(value).success;

test.each(['texto', ' con espacios ', '👓', 'ñ', '¿?', 'línea\nlínea', '日本'])('%j is a text', (value) => {
  expect(accepts(text(100), value)).toBe(true);
});

test.each(['', ' ', '\t\n', '\u00a0', '\u200b', '\u2060\ufeff', '\u3164', '\u2800', '\u0000'])(
  '%j says nothing',
  (value) => {
    expect(accepts(text(100), value)).toBe(false);
  },
);

test('a text is as long as its limit and no longer', () => {
  expect(accepts(text(3), 'abc')).toBe(true);
  expect(accepts(text(3), 'abcd')).toBe(false);
});

test.each(['a\nb', 'a\rb', 'a\u0085b', 'a\tb'])('%j is more than a line', (value) => {
  expect(accepts(line(100), value)).toBe(false);
});

test.each([
  ['2026-11-30T20:05:00.000Z', '2026-11-30T20:05:00.000Z'],
  ['2026-11-30T20:05:00Z', '2026-11-30T20:05:00.000Z'],
  ['2026-11-30T14:05:00-06:00', '2026-11-30T20:05:00.000Z'],
  ['2026-12-31T23:59:59.999999-06:00', '2027-01-01T05:59:59.999Z'],
  ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
])('the instant %s is %s', (given, expected) => {
  expect(instantIn.parse(given)).toBe(expected);
});

test.each([
  '2026-02-29T00:00:00Z',
  '2026-11-31T00:00:00Z',
  '2026-11-30',
  '2026-11-30T20:05:00',
  '2026-11-30T24:00:00Z',
  '2026-11-30T20:05:60Z',
  '1899-12-31T23:59:59Z',
  '2300-01-01T00:00:00Z',
  '+012026-11-30T20:05:00Z',
  '1764533100000',
  '',
])('%j is no instant', (value) => expect(accepts(instantIn, value)).toBe(false));

test.each(['55 1234 5678', '+52 (55) 1234-5678', '555-0100', '55 1234 5678 ext. 12', '5512345678 x9'])(
  '%s is a phone number',
  (value) => {
    expect(accepts(phone, value)).toBe(true);
  },
);

test.each([
  '',
  '123',
  '-------',
  '123456-',
  '(((((((((',
  '-- 12 ext. 34567',
  'llámame',
  '+52 55 1234 5678; DROP',
  '55\n12345678',
  '1'.repeat(41),
])('%j is no phone number', (value) => {
  expect(accepts(phone, value)).toBe(false);
});

test.each(['0', '01', '-1', '1.5', 'abc', '1'.repeat(19), '١٢٣', '1 '])('%j is no folio', (value) => {
  expect(accepts(folio, value)).toBe(false);
});

test.each(['', '.', '../x', '$where', 'a b', 'a/b', 'ñ', 'a'.repeat(101), '_id'])('%j is no id', (value) => {
  expect(accepts(id, value)).toBe(false);
});

test.each(['ana@example.test\nBcc: x@y.test', 'ana', '@', `${'a'.repeat(250)}@example.test`])(
  '%j is no address',
  (value) => {
    expect(accepts(email, value)).toBe(false);
  },
);

test('a number in a query is digits within its bounds', () => {
  const limit = wholeNumber(1, 100);
  expect(limit.parse('25')).toBe(25);
  for (const value of ['0', '101', '', ' 5', '5.0', '1e1', '0x10', '-1', '٥', 5])
    expect(accepts(limit, value)).toBe(false);
});

// A pattern that backtracks would let one text stop the process.
test('no text takes long to judge', () => {
  const started = performance.now();
  for (const tail of [
    '1'.repeat(100_000),
    ' '.repeat(100_000),
    '@'.repeat(100_000),
    '\u200b'.repeat(20_000),
  ]) {
    for (const schema of [text(200_000), line(200_000), phone, email, id, folio, instantIn])
      schema.safeParse(`a${tail}!`);
  }
  expect(performance.now() - started).toBeLessThan(1_000);
});
