import type { Catalog } from '../../../ui/api/types';
import type { Policy } from './use-policy';

type Rule = Policy['types'][number];
type Texts = NonNullable<Policy['texts']>[string];

/** A ticket type whole: its rule and what people read of it. */
export type TypeValues = Rule & Texts;

export const COVERAGES = ['included', 'quoted', 'consulting', 'never'] as const satisfies Rule['coverage'][];

/** A type as a policy has it; the texts of the catalog where the policy has none of its own. */
export function typeOf(policy: Policy, id: string, catalog: Catalog | undefined): TypeValues {
  const rule = policy.types.find((type) => type.id === id);
  if (rule === undefined) throw new Error(`The policy has no type ${id}`);
  return { ...rule, ...(policy.texts?.[id] ?? textsIn(catalog, id)) };
}

/** The policy with a type changed. Texts that were left as they are stay the catalog's. */
export function withType(
  policy: Policy,
  { id, coverage, problem, defaultPriority, ceiling, ...texts }: TypeValues,
  catalog: Catalog | undefined,
): Partial<Policy> {
  const rule: Rule = { id, coverage, problem, defaultPriority, ceiling };
  const types = policy.types.map((type) => (type.id === id ? rule : type));
  const asBefore = policy.texts?.[id] === undefined && isSame(texts, textsIn(catalog, id));
  return asBefore ? { types } : { types, texts: { ...policy.texts, [id]: texts } };
}

export function isSameType(one: TypeValues, other: TypeValues): boolean {
  return isSame(one, other);
}

function textsIn(catalog: Catalog | undefined, id: string): Texts {
  const {
    label = id,
    description = '',
    examples = [],
    warning = null,
  } = catalog?.types.find((type) => type.id === id) ?? {};
  return { label, description, examples, warning };
}

function isSame<Value extends object>(one: Value, other: Value): boolean {
  const keys = Object.keys(one) as (keyof Value)[];
  return keys.every((key) => JSON.stringify(one[key]) === JSON.stringify(other[key]));
}
