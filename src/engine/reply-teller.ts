import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { tellReply } from './tell-ticket';

interface ReplyTellerOptions {
  client: Client;
  logger: Logger;
}

const CONCURRENCY = 4;

/**
 * Tells tickets in the background that replies wait in their inboxes. A ticket that is still to be told hears of
 * several replies once: the signal says "look", and it finds them all. What is lost with the process, the relay tells.
 */
export class ReplyTeller {
  private readonly waiting = new Set<string>();
  private running = 0;

  constructor(private readonly options: ReplyTellerOptions) {}

  tell(folio: string): void {
    this.waiting.add(folio);
    this.proceed();
  }

  private proceed(): void {
    while (this.running < CONCURRENCY) {
      const [folio] = this.waiting;
      if (folio === undefined) return;
      this.waiting.delete(folio);
      this.running += 1;
      void this.send(folio).finally(() => {
        this.running -= 1;
        this.proceed();
      });
    }
  }

  private async send(folio: string): Promise<void> {
    const { client, logger } = this.options;
    try {
      await tellReply(client, folio);
    } catch (error) {
      logger.warn({ err: error, folio }, 'ticket not told of a reply, left to the relay');
    }
  }
}
