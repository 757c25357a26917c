/** A refusal of the service (RFC 9457), or `network` when it could not be reached. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly { path: string; code: string }[] = [],
  ) {
    super(detail);
    this.name = 'ApiProblem';
  }
}
