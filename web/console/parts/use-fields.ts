import { useState } from 'react';
import type { ApiProblem } from '../../ui/api/api-problem';
import { fieldErrors, type FieldErrors } from '../../ui/feedback/field-errors';
import { useMessages } from '../../ui/i18n/use-messages';

/** Names of the fields as shown, by the contract's names. */
export type Labels<Values> = { readonly [Name in keyof Values]?: string };

type NamesOf<Values, Value> = {
  [Name in keyof Values]-?: Values[Name] extends Value ? Name : never;
}[keyof Values] &
  string;

interface Shown {
  id: string;
  label: string;
  error: string | undefined;
}

type Typed = (event: { currentTarget: { value: string } }) => void;
type Ticked = (event: { currentTarget: { checked: boolean } }) => void;

/** The values of a form, and what its inputs take to show and change each of them. */
export interface Fields<Values> {
  values: Values;
  change: (news: Partial<Values>) => void;
  /** For an input of text. */
  text: (name: NamesOf<Values, string>) => Shown & { value: string; onChange: Typed };
  /** For an input of a number. */
  number: (
    name: NamesOf<Values, number>,
  ) => Shown & { value: number; onChange: (value: string | number) => void };
  /** For a checkbox or a switch. */
  check: (name: NamesOf<Values, boolean>) => Shown & { checked: boolean; onChange: Ticked };
  /** For one of a list; what is not chosen is null. */
  choice: (
    name: NamesOf<Values, string | null>,
  ) => Shown & { value: string | null; onChange: (value: string | null) => void };
  /** For some of a list. */
  list: (name: NamesOf<Values, string[]>) => Shown & { value: string[]; onChange: (value: string[]) => void };
}

/**
 * Keeps the values of a form. Each input has the contract's name as its `id`, so that a refusal is told at the field
 * and the summary above leads to it.
 */
export function useFields<Values extends object>(
  first: Values,
  labels: Labels<Values>,
  problem: ApiProblem | null = null,
): Fields<Values> {
  const { t } = useMessages();
  const [values, setValues] = useState(first);
  const errors = fieldErrors(problem, t);
  const change = (news: Partial<Values>): void => setValues((known) => ({ ...known, ...news }));
  const shown = (id: keyof Values & string): Shown => ({
    id,
    label: labels[id] ?? id,
    error: errorOf(id, errors),
  });
  // An input gives back what it was offered, which the values' own type knows more closely than "text".
  const set = (name: string, value: unknown): void => change({ [name]: value } as Partial<Values>);
  const valueOf = (name: keyof Values): unknown => values[name];
  return {
    values,
    change,
    text: (name) => ({
      ...shown(name),
      value: valueOf(name) as string,
      onChange: ({ currentTarget }) => set(name, currentTarget.value),
    }),
    number: (name) => ({
      ...shown(name),
      value: valueOf(name) as number,
      onChange: (value) => set(name, Number(value)),
    }),
    check: (name) => ({
      ...shown(name),
      checked: valueOf(name) as boolean,
      onChange: ({ currentTarget }) => set(name, currentTarget.checked),
    }),
    choice: (name) => ({
      ...shown(name),
      value: (valueOf(name) as string | null) || null,
      onChange: (value) => set(name, value),
    }),
    list: (name) => ({
      ...shown(name),
      value: valueOf(name) as string[],
      onChange: (value) => set(name, value),
    }),
  };
}

/** The sentence for a field, or for something in it, as `skills.2` of `skills`. */
function errorOf(id: string, errors: FieldErrors): string | undefined {
  return errors[id] ?? Object.entries(errors).find(([path]) => path.startsWith(`${id}.`))?.[1];
}
