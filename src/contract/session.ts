import { z } from 'zod';
import { email, id, instant } from './fields';
import { personSchema } from './person';
import { pageOf, pageQuery } from './page';
import { defineRoute } from './route';

const TAG = 'Session';

/** The code of the telephone, or a recovery code. */
const totp = z
  .string()
  .regex(/^(\d{6}|[a-z2-7]{4}(-[a-z2-7]{4}){3})$/)
  .meta({ examples: ['123456'] });

export const sessionSchema = z
  .strictObject({
    id: z.string(),
    /** Whether it is the one that asks. */
    current: z.boolean(),
    userAgent: z.string().nullable(),
    createdAt: instant,
    lastSeenAt: instant,
    /** When it ends unless it is used before. */
    expiresAt: instant,
  })
  .meta({ id: 'Session' });

const whoSchema = z
  .strictObject({
    user: personSchema,
    /** Null for a program that comes with an API key. */
    session: sessionSchema.nullable(),
    /** Whether this log-in may do nothing but enrol a second factor. */
    mustEnrol: z.boolean(),
  })
  .meta({ id: 'Who' });

export const SESSION_ROUTES = [
  defineRoute({
    id: 'logIn',
    method: 'post',
    path: '/session',
    tag: TAG,
    summary: 'Log in; the answer sets the session cookie and ends the session that the request came with',
    permission: 'public',
    // A password as long as one likes to type, short enough that hashing it is no work to speak of.
    body: z.strictObject({ email, password: z.string().min(1).max(256), totp: totp.optional() }),
    answers: [
      {
        status: 201,
        description: 'Logged in',
        schema: whoSchema,
        headers: { 'Set-Cookie': 'The session cookie' },
      },
    ],
    problems: [
      'invalid_credentials',
      'totp_required',
      'invalid_totp',
      'account_locked',
      'customer_left',
      'foreign_origin',
    ],
    // Remembering the answer would keep a session's secret.
    idempotency: 'none',
    rateLimit: 'credentials',
  }),
  defineRoute({
    id: 'getSession',
    method: 'get',
    path: '/session',
    tag: TAG,
    summary: 'Who am I',
    permission: 'session.own',
    answers: [{ status: 200, description: 'The caller', schema: whoSchema }],
  }),
  defineRoute({
    id: 'logOut',
    method: 'delete',
    path: '/session',
    tag: TAG,
    summary: 'Log out',
    permission: 'session.own',
    answers: [
      { status: 204, description: 'Logged out', headers: { 'Set-Cookie': 'Removes the session cookie' } },
    ],
    // Nobody could ask again: the caller is not known any more.
    idempotency: 'none',
  }),
  defineRoute({
    id: 'listSessions',
    method: 'get',
    path: '/sessions',
    tag: TAG,
    summary: 'Own log-ins, the newest first',
    permission: 'session.own',
    query: z.strictObject(pageQuery),
    answers: [{ status: 200, description: 'A page of log-ins', schema: pageOf(sessionSchema) }],
  }),
  defineRoute({
    id: 'endSession',
    method: 'delete',
    path: '/sessions/{id}',
    tag: TAG,
    summary: 'End a log-in of one’s own',
    permission: 'session.own',
    params: z.strictObject({ id }),
    answers: [{ status: 204, description: 'Ended' }],
  }),
] as const;
