import { useState } from 'react';
import { useMessages } from '../../ui/i18n/use-messages';
import { PARTS_MESSAGES } from './messages';
import type { Change } from './overtaken';
import { isSame, threeWay } from './three-way';
import type { Fields, Labels } from './use-fields';

/** How a value is called, where it is not what people read. */
export type Words<Values> = { readonly [Name in keyof Values]?: (value: Values[Name]) => string };

interface Known<Values> {
  first: Values;
  version: number | undefined;
  labels: Labels<Values>;
  words?: Words<Values> | undefined;
}

/**
 * What somebody else changed of a form's values since it was opened, in words; null while nothing was. A field that the
 * person has not touched takes the present value, so that saving again undoes nothing of the other's.
 */
export function useNews<Values extends object>(
  { values, change }: Pick<Fields<Values>, 'values' | 'change'>,
  { first, version, labels, words }: Known<Values>,
): Change[] | null {
  const { t } = useMessages(PARTS_MESSAGES);
  const [seen, setSeen] = useState({ first, version });
  const [news, setNews] = useState<Change[] | null>(null);
  if (version === seen.version) return news;
  const worded = (name: keyof Values, value: unknown): string => {
    const word = words?.[name];
    if (word) return word(value as Values[typeof name]);
    if (typeof value === 'boolean') return t(value ? 'parts.yes' : 'parts.no');
    if (Array.isArray(value)) return value.join(', ');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  };
  const changes = (Object.keys(first) as (keyof Values & string)[])
    .filter((name) => !isSame(seen.first[name], first[name]))
    .map((path) => ({
      path,
      name: labels[path] ?? path,
      before: worded(path, seen.first[path]),
      after: worded(path, first[path]),
    }));
  // While it renders, as React has it for what follows from other values: nobody sees the old ones in between.
  change(threeWay(seen.first, values, first));
  setSeen({ first, version });
  setNews(changes);
  return changes;
}
