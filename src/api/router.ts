import { Router } from 'express';
import type { RequestHandler } from 'express';
import { ROUTES } from '../contract/registry';
import type { Route } from '../contract/route';
import { ApiError } from './problems/api-error';
import type { Deps } from './deps';
import type { HandlersOf } from './handler';
import { createRateLimits } from './middleware/rate-limits';
import { accountHandlers } from './routes/account-handlers';
import { cannedReplyHandlers } from './routes/canned-replies';
import { codecHandlers } from './routes/codec';
import { incidentHandlers } from './routes/incidents';
import { privacyHandlers } from './routes/privacy';
import { mailWebhookHandlers } from './routes/mail-webhooks';
import { presenceHandlers } from './routes/presence';
import { remoteSessionHandlers } from './routes/remote-sessions';
import { reportHandlers } from './routes/reports';
import { ticketHandlers } from './routes/ticket-handlers';
import { serviceHandlers } from './routes/service-handlers';
import { streamHandlers } from './routes/stream';
import { viewHandlers } from './routes/views';
import { webhookHandlers } from './routes/webhooks';
import { serve, type AnyHandler } from './serve';

const HANDLERS: HandlersOf<typeof ROUTES> = {
  ...mailWebhookHandlers,
  ...viewHandlers,
  ...ticketHandlers,
  ...presenceHandlers,
  ...cannedReplyHandlers,
  ...incidentHandlers,
  ...reportHandlers,
  ...remoteSessionHandlers,
  ...webhookHandlers,
  ...codecHandlers,
  ...privacyHandlers,
  ...accountHandlers,
  ...streamHandlers,
  ...serviceHandlers,
};

/** All routes of the registry below `/api/v1`, and a problem for every other address there. */
export function createRouter(deps: Deps): Router {
  const router = Router({ caseSensitive: true, strict: true });
  const limits = createRateLimits(deps.config);
  const table = HANDLERS as unknown as Readonly<Record<string, AnyHandler>>;
  for (const route of ROUTES as readonly Route[]) {
    const handler = table[route.id];
    if (!handler) throw new Error(`No handler for ${route.id}`);
    router[route.method](expressPath(route.path), ...limits[route.rateLimit], (request, response) =>
      serve(route, handler, deps, request, response),
    );
  }
  for (const path of new Set(ROUTES.map((route) => route.path)))
    router.all(expressPath(path), methodNotAllowed(path));
  router.use(() => {
    throw new ApiError('not_found');
  });
  return router;
}

/** `/tickets/{folio}` → `/tickets/:folio`. */
function expressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function methodNotAllowed(path: string): RequestHandler {
  const methods = (ROUTES as readonly Route[])
    .filter((route) => route.path === path)
    .map(({ method }) => method.toUpperCase());
  const allow = [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
  return () => {
    throw new ApiError('method_not_allowed', { headers: { Allow: allow } });
  };
}
