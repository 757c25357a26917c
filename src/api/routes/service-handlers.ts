import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import type { SERVICE_ROUTES } from '../../contract/service-routes';
import { findPolicy } from '../../store/accounts/policies';
import { codingsFor, type Coding } from '../http/content-coding';
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
  readPublicSettings: async (_request, { store }) => {
    const policyUrl = (await findPolicy(store))?.documentUrl ?? null;
    return { status: 200, body: { policyUrl } };
  },
  readOpenApi: async ({ http, reply }) => {
    reply.vary('Accept-Encoding').set('Cache-Control', 'no-store').type('json');
    const [coding] = codingsFor(http);
    if (coding === undefined) reply.json(openApiDocument());
    else reply.set('Content-Encoding', coding).send(await (compressedContract[coding] ??= compress(coding)));
    return 'written';
  },
};

/**
 * The only answer of the API that is compressed, once for everybody: it is public and the same for all. In another one
 * the length would tell what stands in it beside what a caller can put there.
 */
const compressedContract: Partial<Record<Coding, Promise<Buffer>>> = {};

function compress(coding: Coding): Promise<Buffer> {
  const shorter = coding === 'br' ? promisify(brotliCompress) : promisify(gzip);
  return shorter(JSON.stringify(openApiDocument()));
}
