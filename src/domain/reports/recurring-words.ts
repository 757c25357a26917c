/** By organization: number of a word, folio, number of the next word, folio … */
export type WordPairs = Readonly<Record<string, readonly number[]>>;

/** A word that recurs in the subjects of one customer's tickets, by the number that stands for it. */
export interface RecurringWord {
  organization: string;
  word: number;
  /** Folios in ascending order. */
  folios: number[];
}

type Counted = Omit<RecurringWord, 'folios'> & { tickets: number };

/** Two tickets with a word in common are chance. */
const LEAST = 3;

/** The words that recur most within a customer, the most frequent first. */
export function recurringWords(days: readonly WordPairs[], most: number): RecurringWord[] {
  const counted: Counted[] = [];
  for (const [organization, parts] of gathered(days)) {
    for (const one of countedIn(organization, parts)) counted.push(one);
  }
  counted.sort((a, b) => b.tickets - a.tickets || compare(a, b));
  return counted.slice(0, most).map(({ organization, word }) => ({
    organization,
    word,
    folios: days.flatMap((day) => foliosOf(day[organization] ?? [], word)).sort((a, b) => a - b),
  }));
}

function gathered(days: readonly WordPairs[]): Map<string, (readonly number[])[]> {
  const byOrganization = new Map<string, (readonly number[])[]>();
  for (const day of days) {
    for (const [organization, pairs] of Object.entries(day)) {
      const parts = byOrganization.get(organization);
      if (parts) parts.push(pairs);
      else byOrganization.set(organization, [pairs]);
    }
  }
  return byOrganization;
}

/** Sorted, equal numbers lie side by side: most words occur once, and a map of them all would cost ten times as much. */
function countedIn(organization: string, parts: readonly (readonly number[])[]): Counted[] {
  const numbers = new Float64Array(parts.reduce((sum, { length }) => sum + length / 2, 0));
  let end = 0;
  for (const pairs of parts) for (let at = 0; at < pairs.length; at += 2) numbers[end++] = pairs[at]!;
  numbers.sort();
  const counted: Counted[] = [];
  for (let from = 0, to = 1; from < end; from = to, to += 1) {
    const word = numbers[from]!;
    while (numbers[to] === word) to += 1;
    if (to - from >= LEAST) counted.push({ organization, word, tickets: to - from });
  }
  return counted;
}

function foliosOf(pairs: readonly number[], word: number): number[] {
  return pairs.filter((_folio, index) => index % 2 === 1 && pairs[index - 1] === word);
}

function compare(a: Counted, b: Counted): number {
  return a.organization === b.organization ? a.word - b.word : a.organization < b.organization ? -1 : 1;
}
