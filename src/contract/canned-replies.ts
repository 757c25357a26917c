import { z } from 'zod';
import { id, instant, line, text } from './fields';
import { pageOf, pageQuery } from './page';
import type { Route } from './route';
import { defineRoute, versionTag } from './route';

const TAG = 'Canned replies';

/** What a body may hold in double braces; the console puts the ticket's own values in their place. */
export const CANNED_VARIABLES = [
  'cliente',
  'folio',
  'asunto',
  'agente',
  'producto',
  'version',
  'cierre',
] as const;

const cannedReplySchema = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    /** What an agent types to get it, without the slash. */
    shortcut: z.string(),
    body: z.string().describe(`May hold ${CANNED_VARIABLES.map((name) => `{{${name}}}`).join(', ')}`),
    /** Ticket type that it is meant for; null for every one. */
    type: z.string().nullable(),
    createdAt: instant,
    updatedAt: instant,
    /** Counts the changes. */
    version: z.number().int(),
  })
  .meta({ id: 'CannedReply' });

const title = line(120);
const shortcut = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/)
  .meta({ examples: ['gracias'] });
const body = text(20_000).refine(hasKnownVariables, { params: { code: 'unknown_variable' } });
const type = id.nullable();
const params = z.strictObject({ id });
const answer = { description: 'The canned reply', schema: cannedReplySchema, headers: versionTag } as const;

/** Texts that agents send again and again. */
export const CANNED_REPLY_ROUTES = [
  defineRoute({
    id: 'listCannedReplies',
    method: 'get',
    path: '/canned-replies',
    tag: TAG,
    summary: 'Canned replies by title; with a type, those for it and those for every type',
    permission: 'canned_replies.read',
    query: z.strictObject({ ...pageQuery, type: id.optional() }),
    answers: [{ status: 200, description: 'A page of canned replies', schema: pageOf(cannedReplySchema) }],
  }),
  defineRoute({
    id: 'addCannedReply',
    method: 'post',
    path: '/canned-replies',
    tag: TAG,
    summary: 'Add a canned reply',
    permission: 'canned_replies.manage',
    body: z.strictObject({ title, shortcut, body, type: type.default(null) }),
    answers: [{ status: 201, ...answer }],
    problems: ['already_exists', 'unknown_type'],
  }),
  defineRoute({
    id: 'changeCannedReply',
    method: 'patch',
    path: '/canned-replies/{id}',
    tag: TAG,
    summary: 'Change a canned reply',
    permission: 'canned_replies.manage',
    params,
    body: z.strictObject({
      title: title.optional(),
      shortcut: shortcut.optional(),
      body: body.optional(),
      type: type.optional(),
    }),
    ifMatch: true,
    answers: [{ status: 200, ...answer }],
    problems: ['already_exists', 'unknown_type'],
  }),
  defineRoute({
    id: 'removeCannedReply',
    method: 'delete',
    path: '/canned-replies/{id}',
    tag: TAG,
    summary: 'Remove a canned reply',
    permission: 'canned_replies.manage',
    params,
    ifMatch: true,
    answers: [{ status: 204, description: 'Removed' }],
  }),
] as const satisfies readonly Route[];

/** A misspelt variable would reach the client as it stands. */
function hasKnownVariables(value: string): boolean {
  const known: readonly string[] = CANNED_VARIABLES;
  return [...value.matchAll(/\{\{([^}]*)\}\}/gu)].every(([, name]) => known.includes((name ?? '').trim()));
}
