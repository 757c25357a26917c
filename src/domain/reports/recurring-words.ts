/** A word that recurs in the subjects of one customer's tickets, by the number that stands for it. */
export interface RecurringWord {
  organization: string;
  word: number;
  /** Folios in ascending order. */
  folios: number[];
}

/** Two tickets with a word in common are chance. */
const LEAST = 3;

/**
 * The words that recur most within a customer, the most frequent first.
 * @param days by organization: number of a word, folio, number of the next word, folio …
 */
export function recurringWords(days: Iterable<Record<string, number[]>>, most: number): RecurringWord[] {
  const byOrganization = new Map<string, Map<number, number[]>>();
  for (const day of days) {
    for (const [organization, pairs] of Object.entries(day)) {
      const words = byOrganization.get(organization) ?? new Map<number, number[]>();
      byOrganization.set(organization, words);
      for (let index = 0; index < pairs.length; index += 2) {
        const folios = words.get(pairs[index]!);
        if (folios) folios.push(pairs[index + 1]!);
        else words.set(pairs[index]!, [pairs[index + 1]!]);
      }
    }
  }
  const recurring: RecurringWord[] = [];
  for (const [organization, words] of byOrganization) {
    for (const [word, folios] of words)
      if (folios.length >= LEAST) recurring.push({ organization, word, folios });
  }
  recurring.sort((a, b) => b.folios.length - a.folios.length || compare(a, b));
  const shown = recurring.slice(0, most);
  for (const { folios } of shown) folios.sort((a, b) => a - b);
  return shown;
}

function compare(a: RecurringWord, b: RecurringWord): number {
  return a.organization === b.organization ? a.word - b.word : a.organization < b.organization ? -1 : 1;
}
