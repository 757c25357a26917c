import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import { Rush } from './rush';
import { tellReply } from './tell-ticket';

interface ReplyTellerOptions {
  client: Client;
  logger: Logger;
}

const CONCURRENCY = 4;
/** How long telling gives way to a rush of replies. */
const PATIENCE_MS = 400;
const LOOK_AGAIN_MS = 20;

/**
 * Tells tickets in the background that replies wait in their inboxes. A ticket that is still to be told hears of
 * several replies once: the signal says "look", and it finds them all. What is lost with the process, the relay tells.
 */
export class ReplyTeller {
  /** Replies that are being accepted. */
  readonly rush = new Rush(3);
  /** Folio → since when, oldest first. */
  private readonly waiting = new Map<string, number>();
  private looking = false;
  private stopped = false;
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly options: ReplyTellerOptions) {}

  /** Tells nobody any more; resolves when what is on its way has been answered. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.waiting.clear();
    await Promise.all(this.running);
  }

  tell(folio: string): void {
    if (this.stopped) return;
    if (!this.waiting.has(folio)) this.waiting.set(folio, performance.now());
    this.proceed();
  }

  private proceed(): void {
    while (this.running.size < CONCURRENCY) {
      const [next] = this.waiting;
      if (!next) return;
      const [folio, since] = next;
      if (this.rush.on && performance.now() - since < PATIENCE_MS) return this.lookAgain();
      this.waiting.delete(folio);
      const sent = this.send(folio).finally(() => {
        this.running.delete(sent);
        this.proceed();
      });
      this.running.add(sent);
    }
  }

  private lookAgain(): void {
    if (this.looking) return;
    this.looking = true;
    setTimeout(() => {
      this.looking = false;
      this.proceed();
    }, LOOK_AGAIN_MS);
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
