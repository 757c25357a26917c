import { mailReportSchema, type MAIL_WEBHOOK_ROUTES } from '../../contract/mail-webhooks';
import { reportBounce } from '../../store/notices/notice-failures';
import { ApiError } from '../problems/api-error';
import { fieldProblems } from '../problems/field-problems';
import type { HandlersOf } from '../handler';
import { rawBodyReader } from '../http/read-raw-body';
import { isSigned } from './mail-webhooks-signature';

const readRaw = rawBodyReader(65_536);
const FAILURES: readonly string[] = ['bounced', 'complained'];
const SOUND_ID = /^[\x21-\x7e]{1,255}$/;

/** The handlers of MAIL_WEBHOOK_ROUTES, by route id. */
export const mailWebhookHandlers: HandlersOf<typeof MAIL_WEBHOOK_ROUTES> = {
  async receiveMailReport({ http, reply }, { store, config, clock }) {
    const body = await readRaw(http, reply);
    const id = http.get('webhook-id') ?? '';
    const timestamp = http.get('webhook-timestamp') ?? '';
    const signatures = http.get('webhook-signature') ?? '';
    const secret = config.mailWebhookSecret;
    if (!secret || !SOUND_ID.test(id) || !isSigned({ id, timestamp, signatures, body }, secret, clock()))
      throw new ApiError('unauthenticated');
    const { type, messageId, permanent } = parse(body);
    // A mail of somebody else's through the same provider is none of ours, and no reason for it to try again.
    if (FAILURES.includes(type) && permanent)
      await reportBounce(store, { reportId: id, messageId, fault: type });
    return { status: 204 };
  },
};

function parse(body: Buffer): ReturnType<typeof mailReportSchema.parse> {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    throw new ApiError('malformed_json');
  }
  const { success, data, error } = mailReportSchema.safeParse(value);
  if (!success) throw new ApiError('invalid_request', { errors: fieldProblems(error, value) });
  return data;
}
