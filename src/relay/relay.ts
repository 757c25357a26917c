import type { Client } from '@temporalio/client';
import type { Logger } from 'pino';
import type { Starter } from '../engine/starter';
import { tellAgents, tellReply } from '../engine/tell-ticket';
import { instantAt } from '../domain/instant';
import { dispatchWaiters } from '../store/tickets/dispatch';
import { forgottenInboxes, type ForgottenInbox } from '../store/tickets/inboxes';
import { pendingIntakes } from '../store/tickets/intakes';
import type { Store } from '../store/store';
import { findBrokenSessions } from './find-broken-sessions';
import { findBrokenTickets } from './find-broken-tickets';
import { sweepUploads } from './sweep-uploads';

export interface RelayOptions {
  store: Store;
  client: Client;
  starter: Starter;
  logger: Logger;
}

/** How often what was left behind is looked for. Nothing waits for it in normal running. */
const ROUND_MS = 1_000;
/** What is younger is still in the hands of the process that accepted it. */
const GRACE_MS = 2_000;
const AT_ONCE = 500;
/** Tickets that are told of forgotten replies in one round. */
const TOLD_AT_ONCE = 100;
/** Rounds between two looks for executions that an operator ended. */
const BROKEN_EVERY = 15;
/** Rounds between two sweeps: ten minutes. */
const SWEEP_EVERY = 600;

/**
 * Carries on what another process promised and could not finish: registrations not yet started, replies and
 * reservations whose signal was lost, executions that were ended from outside, uploads that nobody came back for.
 */
export class Relay {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private round = 0;
  private busy: Promise<void> = Promise.resolve();
  private readonly offered = new Set<string>();
  private lastTold: ForgottenInbox | undefined;

  constructor(private readonly options: RelayOptions) {}

  start(): void {
    this.schedule(0);
  }

  /** Looks now: something was just left for it. */
  wake(): void {
    if (!this.stopped) this.schedule(0);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.busy;
  }

  private schedule(ms: number): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.busy = this.busy
        .then(() => this.look())
        .finally(() => {
          if (!this.stopped) this.schedule(ROUND_MS);
        });
    }, ms);
  }

  private async look(): Promise<void> {
    const { logger } = this.options;
    this.round += 1;
    const duties = [
      () => this.startPending(),
      () => this.resendReplies(),
      () => this.resendReservations(),
      ...(this.round % BROKEN_EVERY === 0
        ? [() => findBrokenTickets(this.options), () => findBrokenSessions(this.options)]
        : []),
      ...(this.round % SWEEP_EVERY === 1 ? [() => sweepUploads(this.options.store, new Date())] : []),
    ];
    for (const duty of duties) {
      try {
        await duty();
      } catch (error) {
        // An engine or a database that is away is no defect: the next round tries again.
        logger.debug({ err: error }, 'relay round put off');
      }
    }
  }

  private async startPending(): Promise<void> {
    const { store, starter } = this.options;
    if (starter.load > 0) return;
    this.offered.clear();
    const young = instantAt(Date.now() - GRACE_MS);
    // What could not be started is tried again by every worker that starts: it may have been put right.
    const faulty = this.round === 1;
    for (const intake of await pendingIntakes(store, AT_ONCE, { faulty })) {
      // Parts of a split are started by nobody else.
      const mine = intake.createdAt < young || intake.input.registration.splitFrom !== null;
      if (mine && !this.offered.has(intake._id) && starter.offer(intake)) this.offered.add(intake._id);
    }
  }

  private async resendReplies(): Promise<void> {
    const { store, client } = this.options;
    const before = instantAt(Date.now() - GRACE_MS);
    const page = { before, after: this.lastTold, limit: TOLD_AT_ONCE };
    const forgotten = await forgottenInboxes(store, page);
    for (const inbox of forgotten) {
      // One after the other, round after round: tickets that can not hear any more must not stand before those that can.
      this.lastTold = inbox;
      await tellReply(client, inbox._id);
    }
    if (forgotten.length < TOLD_AT_ONCE) this.lastTold = undefined;
  }

  private async resendReservations(): Promise<void> {
    const { store, client } = this.options;
    await dispatchWaiters(store, Date.now());
    const old = instantAt(Date.now() - GRACE_MS);
    const reserved = await store.waiters
      .find({ reservedFor: { $gt: '' }, reservedAt: { $lt: old } })
      .limit(AT_ONCE)
      .lean();
    for (const waiter of reserved) await tellAgents(client, waiter._id);
  }
}
