/** Ticket and number of `session-<folio>-<n>`. */
export function partsOf(id: string): { folio: string; number: string } {
  const [, folio = '', number = ''] = id.split('-');
  return { folio, number };
}
