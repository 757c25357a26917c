import { ApiError } from '../problems/api-error';

/** Refuses what would leave tickets without their person, and names them: folios, or ids of running executions. */
export function openTickets(what: readonly string[]): ApiError {
  return new ApiError('open_tickets', {
    errors: what.map((id) => ({ path: `tickets.${id.replace(/^ticket-/, '')}`, code: 'open_tickets' })),
  });
}
