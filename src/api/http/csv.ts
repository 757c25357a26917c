/** What a spreadsheet would take for a formula, also behind blanks. */
const FORMULA = /^\s*[=+\-@\t\r]/;

/**
 * A table as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. Texts that a spreadsheet would carry out
 * get an apostrophe before them; numbers are left as they are.
 */
export function csv(rows: readonly (readonly (string | number | null)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`;
}

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
