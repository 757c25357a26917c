import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Router } from 'express';
import type { Request, Response } from 'express';
import { hashedAssets } from './hashed-assets';

/** Where a compiled service finds the two web applications (`dist/web`); undefined when they have not been built. */
export function builtWebFolder(): string | undefined {
  const folder = join(__dirname, '..', '..', '..', 'web');
  const built = ['portal', 'console'].every((app) => existsSync(join(folder, app, 'assets')));
  return built ? folder : undefined;
}

/**
 * The two web applications as built into `folder` (`portal`, `console`): `/` and `/consola`. Assets carry a hash in
 * their name and may be kept for ever; pages are asked for anew each time. Never answers below `/api`.
 */
export function createWebPages(folder: string): Router {
  const router = Router();
  router.use('/consola/assets', hashedAssets(join(folder, 'console/assets')));
  router.use('/assets', hashedAssets(join(folder, 'portal/assets')));
  router.get(/^\/consola(\/|$)/, page(join(folder, 'console')));
  router.get(/^\/(?!(api|consola)(\/|$))/, page(join(folder, 'portal')));
  return router;
}

/** Every address of an application is its one page; which view it means is decided in the browser. */
function page(root: string) {
  return async (_request: Request, response: Response): Promise<void> => {
    const html = await readFile(join(root, 'index.html'), 'utf8');
    const nonce = randomBytes(16).toString('base64');
    const policy = response.getHeader('Content-Security-Policy') ?? "default-src 'self'";
    response.setHeader('Content-Security-Policy', `${String(policy)};style-src 'self' 'nonce-${nonce}'`);
    response.setHeader('Cache-Control', 'no-cache');
    response.type('html').send(html.replaceAll('%NONCE%', nonce));
  };
}
