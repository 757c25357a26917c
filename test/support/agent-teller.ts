import type { Client } from '@temporalio/client';
import { tellAgents } from '../../src/engine/tell-ticket';

/**
 * What activities tell tickets while nobody waits for it. A test closes the connection that the product keeps to its
 * end: what is still on its way is awaited before, or it would throw where nobody takes it.
 */
export class AgentTeller {
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly client: Client) {}

  readonly tellTicket = async (folio: string): Promise<void> => {
    const told = tellAgents(this.client, folio);
    this.underWay.add(told);
    try {
      await told;
    } finally {
      this.underWay.delete(told);
    }
  };

  async settled(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }
}
