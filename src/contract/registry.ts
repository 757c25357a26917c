import { ACCOUNT_ROUTES } from './account-routes';
import { CODEC_ROUTES } from './codec';
import { MAIL_WEBHOOK_ROUTES } from './mail-webhooks';
import { PRIVACY_ROUTES } from './privacy';
import type { Route } from './route';
import { REMOTE_SESSION_ROUTES } from './remote-sessions';
import { SERVICE_ROUTES } from './service-routes';
import { STREAM_ROUTES } from './stream-routes';
import { TICKET_ROUTES } from './ticket-routes';
import { WEBHOOK_ROUTES } from './webhooks';

/** Every route of the API. */
export const ROUTES = [
  ...MAIL_WEBHOOK_ROUTES,
  ...TICKET_ROUTES,
  ...REMOTE_SESSION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...STREAM_ROUTES,
  ...SERVICE_ROUTES,
  ...WEBHOOK_ROUTES,
  ...CODEC_ROUTES,
  ...PRIVACY_ROUTES,
] as const satisfies readonly Route[];
