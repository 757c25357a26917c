import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import {
  flagFaulty,
  markStarted,
  PinnedVersionGoneError,
  type IntakeDocument,
} from '../store/tickets/intakes';
import type { Store } from '../store/store';
import { Rush } from './rush';
import { FolioTakenError, startTicket } from './start-ticket';

interface StarterOptions {
  store: Store;
  client: Client;
  logger: Logger;
}

/** Starts at once; the engine's own queue is the better place to wait in. */
const CONCURRENCY = 16;
/** What a process keeps in hand; more is left to the relay, which reads it from MongoDB. */
const MAX_WAITING = 2_000;
const DEADLINE_MS = 5_000;
const PAUSE_MS = 500;
/** How long a start gives way to a rush of registrations; less than what the relay takes for forgotten. */
const PATIENCE_MS = 1_500;
const LOOK_AGAIN_MS = 25;

/**
 * Starts accepted registrations in the background, oldest first. While the engine is away the queue stands still in
 * its order; what is lost with the process, the relay finds. In a rush of registrations the starts give way for a
 * moment: a client waits for the folio, and nobody for the workflow.
 */
export class Starter {
  /** Registrations that are being accepted. */
  readonly rush = new Rush(3);
  private readonly waiting: IntakeDocument[] = [];
  private readonly running = new Set<Promise<void>>();
  private pausedUntil = 0;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  constructor(private readonly options: StarterOptions) {}

  /** Takes a registration on; false when too many wait already. */
  offer(intake: IntakeDocument): boolean {
    if (this.stopped || this.waiting.length >= MAX_WAITING) return false;
    this.waiting.push(intake);
    this.proceed();
    return true;
  }

  /** How many are being started or wait for it. */
  get load(): number {
    return this.waiting.length + this.running.size;
  }

  /** Starts none any more; resolves when those on their way have been answered, `DEADLINE_MS` later at the most. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    this.waiting.length = 0;
    await Promise.all(this.running);
  }

  private proceed(): void {
    const pause = this.pausedUntil - Date.now();
    if (pause > 0) return this.proceedIn(pause);
    if (this.givesWay()) return this.proceedIn(LOOK_AGAIN_MS);
    while (!this.stopped && this.running.size < CONCURRENCY) {
      const intake = this.waiting.shift();
      if (!intake) return;
      const start = this.start(intake).finally(() => {
        this.running.delete(start);
        this.proceed();
      });
      this.running.add(start);
    }
  }

  private givesWay(): boolean {
    const [oldest] = this.waiting;
    return oldest !== undefined && this.rush.on && Date.now() - Date.parse(oldest.createdAt) < PATIENCE_MS;
  }

  private async start(intake: IntakeDocument): Promise<void> {
    const { store, client, logger } = this.options;
    try {
      await client.withDeadline(Date.now() + DEADLINE_MS, () => startTicket(client, store, intake));
    } catch (error) {
      if (error instanceof FolioTakenError) {
        logger.error({ err: error, folio: intake._id }, 'two registrations under one folio');
        return;
      }
      if (error instanceof PinnedVersionGoneError) {
        await this.setAside(intake, error);
        return;
      }
      this.pause(intake);
      return;
    }
    // Should this write be lost, the relay starts the ticket again and finds it running.
    await markStarted(store, intake._id).catch(() => undefined);
  }

  /** Nothing helps it but an administrator, who is told once; the others do not wait for that. */
  private async setAside({ _id: folio }: IntakeDocument, error: PinnedVersionGoneError): Promise<void> {
    const { store, logger } = this.options;
    // Where it could not be flagged the relay brings it again.
    const isNews = await flagFaulty(store, folio).catch(() => false);
    if (isNews) logger.error({ err: error, folio }, 'registration can not be started');
  }

  /** The engine is away: everything waits, this one at its old place. */
  private pause(intake: IntakeDocument): void {
    if (this.stopped) return;
    const later = this.waiting.findIndex((other) => other.createdAt > intake.createdAt);
    this.waiting.splice(later === -1 ? this.waiting.length : later, 0, intake);
    if (Date.now() >= this.pausedUntil) {
      this.options.logger.warn({ waiting: this.waiting.length }, 'engine unavailable, registrations wait');
    }
    this.pausedUntil = Date.now() + PAUSE_MS;
    this.proceedIn(PAUSE_MS);
  }

  /** A timer may ring a moment early by the clock: `proceed` looks again and sets the next one, so none is missed. */
  private proceedIn(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.proceed();
    }, ms);
    this.timer.unref();
  }
}
