import type { z } from 'zod';
import type { FieldProblem } from './api-error';

type Issue = z.core.$ZodIssue;

/** Enough to mend a form by; a hostile body must not be answered with a megabyte. */
const MOST = 50;

/**
 * What is wrong with an input, field by field, in codes of our own: zod's sentences never leave the service.
 * The path of an unknown field is the field itself.
 */
export function fieldProblems(error: z.ZodError, input: unknown): FieldProblem[] {
  const told = error.issues.flatMap((issue) => problemsOf(issue, []));
  return told.slice(0, MOST).map(({ path, code }) => ({
    path: path.map(nameOf).join('.'),
    code: code !== 'unknown_field' && isMissing(input, path) ? 'required' : code,
  }));
}

interface Told {
  readonly path: readonly PropertyKey[];
  readonly code: string;
}

function problemsOf(issue: Issue, above: readonly PropertyKey[]): Told[] {
  const path = [...above, ...issue.path];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], code: 'unknown_field' }));
    case 'invalid_union':
      return closestBranch(issue.errors, path) ?? [{ path, code: 'invalid_value' }];
    case 'invalid_format':
      return [{ path, code: FORMATS[issue.format] ?? 'invalid_format' }];
    case 'custom':
      return [
        { path, code: typeof issue.params?.['code'] === 'string' ? issue.params['code'] : 'invalid_value' },
      ];
    default:
      return [{ path, code: issue.code }];
  }
}

const FORMATS: Readonly<Record<string, string>> = {
  datetime: 'invalid_instant',
  date: 'invalid_date',
  email: 'invalid_email',
};

/** `{agentId: 5}` should be told about `agentId`, not about the branch that has no such field. */
function closestBranch(branches: readonly (readonly Issue[])[], path: readonly PropertyKey[]): Told[] | null {
  const score = (told: Told[]): number =>
    told.filter(({ code }) => code === 'unknown_field').length * 100 + told.length;
  const told = branches.map((issues) => issues.flatMap((issue) => problemsOf(issue, path)));
  return told.filter((problems) => problems.length > 0).sort((a, b) => score(a) - score(b))[0] ?? null;
}

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null ? Reflect.get(inner, key) : undefined),
    input,
  );
  return value === undefined;
}

/** A field's name came from the caller and goes back to them: never longer than a name, always valid text. */
function nameOf(key: PropertyKey): string {
  return String(key)
    .slice(0, 100)
    .replace(/\p{Surrogate}|\p{Cc}/gu, '\uFFFD');
}
