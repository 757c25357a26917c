import type { SERVICE_ROUTES } from '../../contract/service-routes';
import type { HandlersOf } from '../handler';
import { openApiDocument } from '../openapi-document';
import { readiness } from './health';

/** The handlers of SERVICE_ROUTES, by route id. */
export const serviceHandlers: HandlersOf<typeof SERVICE_ROUTES> = {
  isAlive: () => Promise.resolve({ status: 200, body: { status: 'ok' } }),
  isReady: async (_request, deps) => {
    const body = await readiness(deps);
    return { status: body.mongodb === 'ok' ? 200 : 503, body };
  },
  readOpenApi: () => Promise.resolve({ status: 200, body: { ...openApiDocument() } }),
};
