import type { RequestHandler } from 'express';
import type { Config } from '../../config';

/**
 * Lets the pages of the engine's Web UI, and of no other origin, call the codec with the session of whoever is logged in
 * here (Fetch standard, CORS with credentials). Their origin is ours to trust, so it is no foreign one afterwards.
 */
export function codecCors({ temporalUiUrl }: Pick<Config, 'temporalUiUrl'>): RequestHandler {
  const trusted = temporalUiUrl === null ? null : new URL(temporalUiUrl).origin;
  return (request, response, next) => {
    response.vary('Origin');
    if (trusted === null || request.headers.origin !== trusted) return next();
    response.set({
      'Access-Control-Allow-Origin': trusted,
      'Access-Control-Allow-Credentials': 'true',
      // Helmet's default would keep the answer from a page of another origin.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    if (request.method === 'OPTIONS') {
      response.set({
        'Access-Control-Allow-Methods': 'POST',
        'Access-Control-Allow-Headers': 'Content-Type, X-Namespace, Authorization',
        'Access-Control-Max-Age': '600',
      });
      response.status(204).end();
      return;
    }
    delete request.headers.origin;
    delete request.headers['sec-fetch-site'];
    next();
  };
}
