import { z } from 'zod';
import { accountToken, newPassword } from './account-token';
import { email } from './fields';
import { defineRoute } from './route';

const TAG = 'Session';

export const PASSWORD_RESET_ROUTES = [
  defineRoute({
    id: 'askForPassword',
    method: 'post',
    path: '/password-resets',
    tag: TAG,
    summary: 'Ask for a mail with which to choose a new password. Answers alike for every address',
    permission: 'public',
    body: z.strictObject({ email }),
    answers: [
      {
        status: 202,
        description: 'A mail is on its way if the address has an account',
        schema: z.strictObject({ status: z.literal('accepted'), message: z.string() }),
      },
    ],
    problems: ['account_locked'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'setPassword',
    method: 'put',
    path: '/password-resets/{token}',
    tag: TAG,
    summary: 'Choose a new password: once, within 30 minutes. Ends all log-ins',
    permission: 'public',
    params: z.strictObject({ token: accountToken }),
    body: z.strictObject({ password: newPassword }),
    answers: [{ status: 204, description: 'Changed' }],
    problems: ['invalid_token'],
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
] as const;
