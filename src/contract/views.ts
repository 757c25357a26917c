import { z } from 'zod';
import type { Route } from './route';
import { defineRoute } from './route';

/**
 * The work lists of the console in their order: Por clasificar, Míos, Sin asignar, Por atender, En espera respuesta
 * cliente, Por cerrarse.
 */
export const TICKET_VIEWS = [
  'to_classify',
  'mine',
  'unassigned',
  'due',
  'waiting_client',
  'closing_soon',
] as const;

/** And last Todos, which narrows nothing. */
export const COUNTED_VIEWS = [...TICKET_VIEWS, 'all'] as const;

/** Must stand before `/tickets/{folio}`, or `views` would be taken for a folio. */
export const VIEW_ROUTES = [
  defineRoute({
    id: 'countViews',
    method: 'get',
    path: '/tickets/views',
    tag: 'Tickets',
    summary: 'How many open tickets within reach each view holds',
    permission: 'ticket.read',
    answers: [
      {
        status: 200,
        description: 'The views in the order in which they are shown',
        schema: z
          .strictObject({
            items: z.array(z.strictObject({ view: z.enum(COUNTED_VIEWS), count: z.number().int() })),
          })
          .meta({ id: 'ViewCounts' }),
      },
    ],
  }),
] as const satisfies readonly Route[];
