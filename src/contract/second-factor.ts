import { z } from 'zod';
import { id } from './fields';
import { sessionSchema } from './session';
import { defineRoute } from './route';

const TAG = 'Second factor';

const factorSchema = z
  .strictObject({
    enrolled: z.boolean(),
    /** Whether the role may not go without. */
    required: z.boolean(),
    recoveryCodesLeft: z.number().int(),
  })
  .meta({ id: 'SecondFactor' });

/** Of the telephone, or a recovery code. */
const code = z
  .string()
  .regex(/^(\d{6}|[a-z2-7]{4}(-[a-z2-7]{4}){3})$/)
  .meta({ examples: ['123456'] });

const totp = z
  .string()
  .regex(/^\d{6}$/)
  .meta({ examples: ['123456'] });

const recoveryCodes = z.array(z.string());
const password = z.string().min(1).max(256);

export const SECOND_FACTOR_ROUTES = [
  defineRoute({
    id: 'getSecondFactor',
    method: 'get',
    path: '/second-factor',
    tag: TAG,
    summary: 'Whether the caller has a second factor, and must have one',
    permission: 'second_factor.own',
    answers: [{ status: 200, description: 'How it stands', schema: factorSchema }],
  }),
  defineRoute({
    id: 'beginSecondFactor',
    method: 'post',
    path: '/second-factor',
    tag: TAG,
    summary:
      'Get a new secret for the telephone, with the password; with a code of the present one to replace it',
    permission: 'second_factor.own',
    body: z.strictObject({ password, code: code.optional() }),
    answers: [
      {
        status: 201,
        description: 'To be confirmed; the QR code holds `uri`',
        schema: z.strictObject({ secret: z.string(), uri: z.string() }),
      },
    ],
    problems: ['wrong_password', 'invalid_code', 'account_locked', 'forbidden'],
    // Remembering the answer would keep the secret.
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'confirmSecondFactor',
    method: 'put',
    path: '/second-factor/confirmation',
    tag: TAG,
    summary:
      'Confirm with the first code; ends all other log-ins and renews this one. Recovery codes are shown once',
    permission: 'second_factor.own',
    body: z.strictObject({ code: totp }),
    answers: [
      {
        status: 200,
        description: 'Enrolled',
        schema: z.strictObject({ recoveryCodes, session: sessionSchema }),
        headers: { 'Set-Cookie': 'The session cookie' },
      },
    ],
    problems: ['nothing_to_confirm', 'invalid_code', 'account_locked'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'renewRecoveryCodes',
    method: 'post',
    path: '/second-factor/recovery-codes',
    tag: TAG,
    summary: 'New recovery codes in place of all others, with a code of the telephone',
    permission: 'second_factor.own',
    body: z.strictObject({ code: totp }),
    answers: [{ status: 201, description: 'Shown once', schema: z.strictObject({ recoveryCodes }) }],
    problems: ['nothing_to_confirm', 'invalid_code', 'account_locked'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'removeSecondFactor',
    method: 'delete',
    path: '/people/{id}/second-factor',
    tag: TAG,
    summary: 'Take the second factor off somebody who lost telephone and recovery codes; ends their log-ins',
    permission: 'second_factor.remove',
    params: z.strictObject({ id }),
    answers: [{ status: 204, description: 'Removed' }],
  }),
] as const;
