import { ACCOUNT_ROUTES } from './account-routes';
import { CANNED_REPLY_ROUTES } from './canned-replies';
import { CODEC_ROUTES } from './codec';
import { INCIDENT_ROUTES } from './incidents';
import { MAIL_WEBHOOK_ROUTES } from './mail-webhooks';
import { PRIVACY_ROUTES } from './privacy';
import { PRESENCE_ROUTES } from './presence';
import type { Route } from './route';
import { REPORT_ROUTES } from './reports';
import { REMOTE_SESSION_ROUTES } from './remote-sessions';
import { SERVICE_ROUTES } from './service-routes';
import { STREAM_ROUTES } from './stream-routes';
import { TICKET_ROUTES } from './ticket-routes';
import { VIEW_ROUTES } from './views';
import { WEBHOOK_ROUTES } from './webhooks';

/** Every route of the API. */
export const ROUTES = [
  ...MAIL_WEBHOOK_ROUTES,
  ...VIEW_ROUTES,
  ...TICKET_ROUTES,
  ...PRESENCE_ROUTES,
  ...CANNED_REPLY_ROUTES,
  ...INCIDENT_ROUTES,
  ...REPORT_ROUTES,
  ...REMOTE_SESSION_ROUTES,
  ...ACCOUNT_ROUTES,
  ...STREAM_ROUTES,
  ...SERVICE_ROUTES,
  ...WEBHOOK_ROUTES,
  ...CODEC_ROUTES,
  ...PRIVACY_ROUTES,
] as const satisfies readonly Route[];
