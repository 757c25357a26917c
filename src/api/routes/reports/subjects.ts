import type { ServiceReport } from '../../../contract/reports';
import { recurringWords, type RecurringWord, type WordPairs } from '../../../domain/reports/recurring-words';
import { subjectWords } from '../../../domain/reports/subject-words';
import { organizationNames } from '../../../store/accounts/organizations';
import { findByKeys } from '../../../store/mongo/by-key';
import { wordNumber } from '../../../store/desk/keep-facts';
import { fold } from '../../../store/mongo/search-text';
import type { Store } from '../../../store/store';

const SHOWN = 30;
const FOLIOS_SHOWN = 10;

/** What recurs within a customer. The words are read in the tickets themselves: erased ones give none any more. */
export async function recurringSubjects(
  store: Store,
  days: readonly WordPairs[],
): Promise<ServiceReport['recurringSubjects']> {
  const found = recurringWords(days, SHOWN).map(shownOf);
  const [subjects, names] = await Promise.all([
    subjectsOf(
      store,
      found.flatMap(({ folios }) => folios),
    ),
    organizationNames(
      store,
      found.map(({ organization }) => organization),
    ),
  ]);
  return found.flatMap(({ organization: id, word: number, tickets, folios }) => {
    const word = folios
      .flatMap((folio) => subjectWords(fold(subjects.get(folio) ?? '')))
      .find((one) => wordNumber(id, one) === number);
    const organization = { id, name: names.get(id) ?? null };
    return word === undefined ? [] : [{ organization, word, tickets, folios }];
  });
}

function shownOf({ organization, word, folios }: RecurringWord): {
  organization: string;
  word: number;
  tickets: number;
  folios: string[];
} {
  const newest = folios.slice(-FOLIOS_SHOWN).reverse().map(String);
  return { organization, word, tickets: folios.length, folios: newest };
}

async function subjectsOf(store: Store, folios: readonly string[]): Promise<Map<string, string>> {
  const [open, archived] = await Promise.all([
    findByKeys(store.tickets, folios),
    findByKeys(store.archive, folios),
  ]);
  return new Map(
    // A tombstone has no ticket any more.
    [...open, ...archived].flatMap(({ _id, ticket }) => (ticket ? [[_id, ticket.subject] as const] : [])),
  );
}
