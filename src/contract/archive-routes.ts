import { z } from 'zod';
import { CLOSURE_REASONS } from '../domain/classification/closure-reasons';
import { PRIORITIES } from '../domain/classification/priority';
import { folio, id, instantIn, text } from './fields';
import { pageOf, pageQuery } from './page';
import type { Route } from './route';
import { defineRoute } from './route';
import { archivedTicketSchema, ticketSchema } from './ticket';

const tag = 'Archive';

const listArchive = defineRoute({
  id: 'listArchive',
  method: 'get',
  path: '/archive',
  tag,
  summary: 'Closed tickets within reach, the last closed first',
  permission: 'archive.read',
  query: z.strictObject({
    ...pageQuery,
    type: id.optional(),
    priority: z.enum(PRIORITIES).optional(),
    organization: id.optional(),
    reason: z.enum(CLOSURE_REASONS).optional(),
    closedFrom: instantIn.optional(),
    closedTo: instantIn.optional().describe('Exclusive'),
    q: text(200).optional(),
  }),
  answers: [{ status: 200, description: 'A page of closed tickets', schema: pageOf(ticketSchema) }],
});

const readArchived = defineRoute({
  id: 'readArchived',
  method: 'get',
  path: '/archive/{folio}',
  tag,
  summary: 'The whole record of a closed ticket',
  permission: 'archive.read',
  params: z.strictObject({ folio }),
  answers: [{ status: 200, description: 'The record', schema: archivedTicketSchema }],
});

export const ARCHIVE_ROUTES = [listArchive, readArchived] as const satisfies readonly Route[];
