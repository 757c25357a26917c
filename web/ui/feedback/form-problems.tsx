import type { ReactElement } from 'react';
import type { ApiProblem } from '../api/api-problem';
import { ErrorSummary } from './error-summary';
import type { FieldErrors } from './field-errors';
import { ProblemAlert } from './problem-alert';

/** Above a form: what has to be corrected field by field, or else why it was refused. */
export function FormProblems({
  problem,
  errors,
  labels,
}: {
  problem: ApiProblem | null;
  errors: FieldErrors;
  /** Names of the fields as the form shows them. */
  labels: Readonly<Record<string, string>>;
}): ReactElement | null {
  if (Object.keys(errors).length > 0) return <ErrorSummary errors={errors} labels={labels} />;
  return problem && <ProblemAlert problem={problem} />;
}
