import type { ApiProblem, FieldProblem } from '../api/api-problem';
import { PROBLEM } from '../i18n/problem-messages';
import type { Translate } from '../i18n/use-messages';

/** Sentences by the field's name, as `contact.phone`. */
export type FieldErrors = Readonly<Record<string, string>>;

/** The service's `errors[]` as sentences for a form's fields; empty when the refusal is not about fields. */
export function fieldErrors(problem: ApiProblem | null, t: Translate): FieldErrors {
  const errors = problem?.errors ?? [];
  return Object.fromEntries(errors.map((error) => [error.path, sentence(error, problem, t)]));
}

/** A refusal that is about one field as a whole, as `already_exists`, has the service's own sentence. */
function sentence({ code }: FieldProblem, problem: ApiProblem | null, t: Translate): string {
  const key = `ui.field.${code}`;
  if (isKnown(key)) return t(key);
  return problem?.code === code && problem.detail !== '' ? problem.detail : t('ui.field.invalid');
}

function isKnown(key: string): key is keyof typeof PROBLEM.es {
  return key in PROBLEM.es;
}
