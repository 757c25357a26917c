import { z } from 'zod';
import { folio, instant } from './fields';
import type { Route } from './route';
import { defineRoute } from './route';

const TAG = 'Tickets';
const params = z.strictObject({ folio });

export const PRESENCE_STATES = ['viewing', 'replying'] as const;

const presenceSchema = z
  .strictObject({
    items: z.array(
      z.strictObject({
        agent: z.strictObject({ id: z.string(), name: z.string() }),
        state: z.enum(PRESENCE_STATES),
        since: instant,
        /** Gone by then unless told again. */
        until: instant,
      }),
    ),
  })
  .meta({ id: 'Presence' });

const answer = { status: 200, description: 'Who of support is on the ticket, the caller too' } as const;

/** Who of support has a ticket before them, so that two do not answer the same client. */
export const PRESENCE_ROUTES = [
  defineRoute({
    id: 'readPresence',
    method: 'get',
    path: '/tickets/{folio}/presence',
    tag: TAG,
    summary: 'Who of support is on the ticket now',
    permission: 'ticket.presence',
    params,
    answers: [{ ...answer, schema: presenceSchema }],
  }),
  defineRoute({
    id: 'putPresence',
    method: 'put',
    path: '/tickets/{folio}/presence',
    tag: TAG,
    summary: 'Tell that one is on the ticket; holds for 30 seconds, to be told again meanwhile',
    permission: 'ticket.presence',
    params,
    body: z.strictObject({ state: z.enum(PRESENCE_STATES) }),
    // Told every few seconds, and telling it twice is what it is for: no answer is worth keeping.
    idempotency: 'none',
    answers: [{ ...answer, schema: presenceSchema }],
    problems: ['ticket_closed'],
  }),
  defineRoute({
    id: 'leavePresence',
    method: 'delete',
    path: '/tickets/{folio}/presence',
    tag: TAG,
    summary: 'Tell that one has left the ticket, so that nobody waits for the 30 seconds to pass',
    permission: 'ticket.presence',
    params,
    idempotency: 'none',
    answers: [{ status: 204, description: 'Gone' }],
  }),
] as const satisfies readonly Route[];
