import { tellAgents } from '../../../engine/tell-ticket';
import { dispatchWaiters } from '../../../store/tickets/dispatch';
import type { Deps } from '../../deps';

/**
 * After an agent changed: gives waiting tickets to whom can take them now. Never fails the change, which is written
 * already; what could not be given or told is found again by the relay.
 */
export async function offerWaitingTickets({ store, temporal, logger, clock }: Deps): Promise<void> {
  try {
    for (const { folio } of await dispatchWaiters(store, clock().getTime())) {
      // Not awaited: the agent need not wait for the engine.
      tellAgents(temporal, folio).catch((error: unknown) =>
        logger.warn({ err: error, folio }, 'ticket not told of its agent'),
      );
    }
  } catch (error) {
    logger.warn({ err: error }, 'waiting tickets not offered');
  }
}
