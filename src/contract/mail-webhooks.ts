import { z } from 'zod';
import type { Route } from './route';
import { defineRoute } from './route';

/** What the provider reports of a mail that it had accepted. Whatever else it sends along is of no interest. */
export const mailReportSchema = z
  .object({
    /** `bounced` and `complained` mean that mail does not reach the person; other types are taken and not heeded. */
    type: z.string().min(1).max(100),
    /** Message-ID of the mail, with its angle brackets. */
    messageId: z.string().min(3).max(998),
    /** False for a bounce that the provider will try again. */
    permanent: z.boolean().default(true),
  })
  .meta({ id: 'MailReport' });

const receiveMailReport = defineRoute({
  id: 'receiveMailReport',
  method: 'post',
  path: '/webhooks/mail',
  tag: 'Webhooks',
  summary:
    'What became of a mail, signed by its provider (Standard Webhooks: webhook-id, -timestamp, -signature)',
  permission: 'public',
  idempotency: 'none',
  reads: 'raw',
  answers: [{ status: 204, description: 'Taken; the same report again changes nothing' }],
  problems: ['unauthenticated', 'malformed_json', 'payload_too_large'],
});

export const MAIL_WEBHOOK_ROUTES = [receiveMailReport] as const satisfies readonly Route[];
