import { access } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { Router } from 'express';
import { CODINGS, codingsFor, type Coding } from './content-coding';

const KEPT_FOR_EVER = { index: false, immutable: true, maxAge: '1y', fallthrough: false } as const;

/**
 * Files whose names carry a hash of their content: a browser may keep them for ever. The build has compressed them
 * (`app-1a2b.js.br`, `.gz`), so that answering costs no processor time. They hold nothing of anybody, unlike the
 * answers of the API, which stay as they are: the length of a compressed one would tell what stands beside the secret.
 */
export function hashedAssets(folder: string): Router {
  const router = Router();
  router.use(async (request, response, next) => {
    response.vary('Accept-Encoding');
    const coding = await smallest(folder, request.path, codingsFor(request));
    if (coding === undefined) return next();
    response.type(extname(request.path)).set('Content-Encoding', coding);
    request.url = request.path + CODINGS[coding];
    next();
  });
  router.use(express.static(folder, KEPT_FOR_EVER));
  return router;
}

/** Of the codings the first in which the file is there. The folder is flat: no other path is one of it. */
async function smallest(
  folder: string,
  path: string,
  codings: readonly Coding[],
): Promise<Coding | undefined> {
  if (!/^\/[\w-][\w.-]*$/.test(path)) return undefined;
  for (const coding of codings) if (await isThere(join(folder, path + CODINGS[coding]))) return coding;
  return undefined;
}

function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
