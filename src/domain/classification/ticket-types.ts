import { NOT_IN_PRICE_TYPES } from './not-in-price-types';
import { OUT_OF_SERVICE_TYPES } from './out-of-service-types';
import type { TicketType } from './ticket-type';
import { THIRD_PARTY_TYPES } from './third-party-types';
import { USUAL_TYPES } from './usual-types';

/** The seed of the catalog, the most usual types first. */
export const TICKET_TYPES: readonly TicketType[] = [
  ...USUAL_TYPES,
  ...NOT_IN_PRICE_TYPES,
  ...OUT_OF_SERVICE_TYPES,
  ...THIRD_PARTY_TYPES,
];
