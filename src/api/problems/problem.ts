import type { Response } from 'express';
import type { z } from 'zod';
import type { ProblemCode } from '../../contract/problem-code';
import type { problemSchema } from '../../contract/problem';
import { DomainError } from '../../domain/domain-error';
import { ApiError } from './api-error';
import { PROBLEM_CATALOGUE } from './problem-catalogue';
import { requestIdOf } from '../http/request-id';

export type Problem = z.output<typeof problemSchema>;

/** Seconds after which a caller may try again when a server was not there. */
const RETRY_AFTER_S = '5';

/** Writes the RFC 9457 answer to whatever was thrown. Nothing of an unexpected error reaches the caller. */
export function sendProblem(response: Response, error: unknown): void {
  const { code, details } = refusalOf(error);
  const problem = problemOf(code, requestIdOf(response), details);
  if (problem.status === 503) response.set('Retry-After', RETRY_AFTER_S);
  response.set('Cache-Control', 'no-store').set({ ...details.headers });
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** The refusal behind an error; what nobody foresaw is `internal_error`. */
export function refusalOf(error: unknown): Pick<ApiError, 'code' | 'details'> {
  if (error instanceof ApiError) return error;
  if (error instanceof DomainError) {
    return new ApiError(error.code, error.path === undefined ? {} : error.path);
  }
  const code = codeOfTransport(error) ?? (isStoreAway(error) ? 'service_unavailable' : 'internal_error');
  return new ApiError(code);
}

function problemOf(code: ProblemCode, instance: string, { errors, members }: ApiError['details']): Problem {
  const { status, title, detail } = PROBLEM_CATALOGUE[code];
  return {
    ...members,
    type: `/api/problems/${code}`,
    title,
    status,
    detail,
    code,
    ...(errors && { errors: [...errors] }),
    instance,
  };
}

/** Errors of the body reader and of Express carry a `type` or a status of the 4xx class. */
function codeOfTransport(error: unknown): ProblemCode | null {
  if (!(error instanceof Error)) return null;
  const { type, status } = error as { type?: unknown; status?: unknown };
  switch (type) {
    case 'entity.too.large':
      return 'payload_too_large';
    case 'encoding.unsupported':
    case 'charset.unsupported':
      return 'unsupported_media_type';
    case 'request.aborted':
    case 'request.size.invalid':
      return 'request_aborted';
    default:
      return typeof status === 'number' && status >= 400 && status < 500 ? 'invalid_request' : null;
  }
}

/** MongoDB away or too slow: an honest "try again" rather than an unexpected error. */
function isStoreAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const names = [error.name, error.cause instanceof Error ? error.cause.name : ''];
  return (
    names.some((name) => AWAY.has(name)) ||
    isCutShort(error) ||
    (error.name === 'MongooseError' && /before initial connection|buffering/.test(error.message))
  );
}

const AWAY = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoPoolClearedError',
  'PoolClearedOnNetworkError',
  'MongoPoolClosedError',
  'MongoServerClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoOperationTimeoutError',
  'MongoWriteConcernError',
  'RoundLostError',
]);

/** A bulk write that neither a rule of the server nor a document of it refused: the server went away meanwhile. */
function isCutShort(error: Error & { code?: unknown; writeErrors?: unknown }): boolean {
  if (error.name !== 'MongoBulkWriteError' || typeof error.code === 'number') return false;
  return !Array.isArray(error.writeErrors) || error.writeErrors.length === 0;
}
