import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ApiError } from '../problems/api-error';
import { refusalOf, sendProblem } from '../problems/problem';
import { requestIdOf } from '../http/request-id';

/** Whatever no route took. */
export const notFound: RequestHandler = () => {
  throw new ApiError('not_found');
};

/** The last stop of every error: a problem for the caller, and for us the cause of what nobody foresaw. */
export function problems(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const { code } = refusalOf(error);
    const requestId = requestIdOf(response);
    const cause = nameOf(error);
    if (code === 'internal_error') {
      logger.error({ requestId, cause, frames: framesOf(error) }, 'unexpected error');
    } else if (code === 'service_unavailable') {
      logger.warn({ requestId, cause }, 'store away');
    }
    // An answer that has begun can only be cut off, which is what Express does then.
    if (response.headersSent) next(error);
    else sendProblem(response, error);
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}

/** Where it happened, without the message: that of a database error may quote what somebody wrote. */
function framesOf(error: unknown): string[] {
  const lines = error instanceof Error ? (error.stack ?? '').split('\n') : [];
  return lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
}
