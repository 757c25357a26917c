import express from 'express';
import type { Express } from 'express';
import helmet from 'helmet';
import type { Deps } from './deps';
import { createDocsRouter } from './docs';
import { codecCors } from './middleware/codec-cors';
import { notFound, problems } from './middleware/problems';
import { requestLog } from './middleware/request-log';
import { createRouter } from './router';
import { createWebPages } from './http/web-pages';

/**
 * The HTTP application: the routes of the registry below `/api/v1`, their documentation, problems for all else.
 * @param webFolder the two web applications as built, to be served as well
 */
export function createApp(deps: Deps, webFolder?: string): Express {
  const { config, logger } = deps;
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('query parser', false);
  app.set('trust proxy', config.trustProxy);
  app.use(requestLog(logger));
  app.use(securityHeaders(config.publicUrl.startsWith('https:')));
  app.use('/api/v1/codec', codecCors(config));
  app.use('/api/v1', createRouter(deps));
  app.use('/api', createDocsRouter());
  if (webFolder !== undefined) app.use(createWebPages(webFolder));
  app.use(notFound);
  app.use(problems(logger));
  return app;
}

/** Scripts, styles and connections of our own origin only; nobody may frame a page. */
function securityHeaders(https: boolean): ReturnType<typeof helmet> {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    frameguard: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: https && { maxAge: 31_536_000 },
  });
}
