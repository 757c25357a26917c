import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { folioOf, routeOf } from '../http/served-route';

/** An id from a proxy in front is kept, so that both logs can be read together. */
const SOUND_ID = /^[\w-]{8,64}$/;

/**
 * One line per request: id, method, route, folio, status, milliseconds. No headers, no bodies, no query, no address, and
 * no path beyond the folio: nothing that a person wrote and nothing that opens a door.
 */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp<IncomingMessage, Response>({
    logger,
    genReqId,
    quietReqLogger: true,
    quietResLogger: true,
    customLogLevel: (_request, response, error) => (error || response.statusCode >= 500 ? 'error' : 'info'),
    customSuccessObject: (request, response, { responseTime }: { responseTime: number }) =>
      lineOf(request, response, responseTime),
    customErrorObject: (request, response, _error, { responseTime }: { responseTime: number }) =>
      lineOf(request, response, responseTime),
  });
}

function lineOf(
  { method }: IncomingMessage,
  { locals, statusCode }: Response,
  responseTime: number,
): Record<string, unknown> {
  return { method, route: routeOf(locals), folio: folioOf(locals), status: statusCode, responseTime };
}

function genReqId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && SOUND_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  return id;
}
