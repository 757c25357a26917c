import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far the sender's clock may be from ours. */
const TOLERANCE_S = 300;

export interface SignedReport {
  readonly id: string;
  readonly timestamp: string;
  /** `v1,<base64>`, several separated by spaces while a secret is exchanged. */
  readonly signatures: string;
  readonly body: Buffer;
}

/**
 * Whether a webhook was signed with the secret, lately: HMAC-SHA256 over `id.timestamp.body`, as the Standard Webhooks
 * specification has it.
 * @param secret base64, `whsec_` before it or not
 */
export function isSigned(
  { id, timestamp, signatures, body }: SignedReport,
  secret: string,
  now: Date,
): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() / 1_000 - Number(timestamp)) > TOLERANCE_S) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest();
  return signatures.split(' ').some((signature) => {
    const [version, value = ''] = signature.split(',');
    const given = Buffer.from(value, 'base64');
    return version === 'v1' && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
