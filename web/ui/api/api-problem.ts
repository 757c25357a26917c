/** Answers after which nobody knows whether the command was applied, or that pass by themselves. */
const PASSING = ['network', 'engine_unavailable', 'service_unavailable'];

export interface FieldProblem {
  readonly path: string;
  readonly code: string;
}

/** A refusal of the service (RFC 9457), or `network` when it could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    /** A Spanish sentence for people; empty for `network`. */
    readonly detail: string,
    readonly errors: readonly FieldProblem[] = [],
    /** Members of single codes, as `followUp` of `ticket_closed`. */
    readonly members: Readonly<Record<string, unknown>> = {},
    /** Seconds until it is worth asking again, when the service said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }

  /** Whether the same request may simply be sent again (a command with the same key). */
  get passes(): boolean {
    return PASSING.includes(this.code);
  }
}
