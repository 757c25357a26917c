import { ApiError } from '../problems/api-error';

/** The refusal of anything on a closed ticket, with the offer to open a new one that follows it. */
export function ticketClosed(folio: string): ApiError {
  return new ApiError('ticket_closed', { members: { followUp: { follows: folio } } });
}
