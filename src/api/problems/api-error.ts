import type { ProblemCode } from '../../contract/problem-code';

/** One field at fault: a dotted path as in `contact.email` or `parts.0.type`, and why. */
export interface FieldProblem {
  readonly path: string;
  readonly code: string;
}

export interface ApiErrorDetails {
  /** The fields at fault, for 400 and 422. */
  readonly errors?: readonly FieldProblem[];
  /** Members that the problem carries besides the standard ones, e.g. `followUp`. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** Headers of the answer, e.g. `Retry-After`. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A refusal of the API. Its status and its sentence come from the catalogue, by code. */
export class ApiError extends Error {
  readonly details: ApiErrorDetails;

  /** @param at what is at fault: the path of one field, or the details. */
  constructor(
    readonly code: ProblemCode,
    at: string | ApiErrorDetails = {},
  ) {
    super(code);
    this.name = 'ApiError';
    this.details = typeof at === 'string' ? { errors: [{ path: at, code }] } : at;
  }
}
