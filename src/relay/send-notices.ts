import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { instantAt } from '../domain/instant';
import type { MailFailure } from '../domain/ticket/mail-failure';
import type { Mailer } from '../integrations/mail/mailer';
import { messageIdOf } from '../notices/message-id';
import { claimNotice, dueNotices, earlierUnsent, putOff } from '../store/notices/notice-outbox';
import type { NoticeDocument } from '../store/notices/notices';
import type { Store } from '../store/store';
import { ClaimWatch } from './claim-watch';
import { deliverNotice, postponeNotice, type Delivered, type DeliveryOptions } from './deliver-notice';
import { flagFailures } from './flag-failures';
import { growingPause } from './growing-pause';

export interface NoticeSenderOptions {
  store: Store;
  /** Null while no mail server is set: notices wait. */
  mailer: Mailer | null;
  publicUrl: string;
  logger: Logger;
  /** Tells a ticket that a mail failed; `gone` when it has ended. */
  tellTicket: (folio: string, failure: MailFailure & { noticeId: string }) => Promise<'told' | 'gone'>;
  /** How long a claim is seen to stand before its process counts as dead. Must exceed the time of one mail. */
  leaseMs?: number;
}

const ROUND_MS = 1_000;
const AT_ONCE = 100;
const CONCURRENCY = 4;
const LEASE_MS = 90_000;
const STOP_GRACE_MS = 5_000;
/** While the server is away everything waits, a little longer each time. */
const PAUSE_MS = { first: 1_000, most: 30_000 };

/**
 * Sends the notices that wait. Of several processes one claims a notice by a guarded update; a mail is sent again only
 * when its process died between the server's acceptance and the record, and then under the same Message-ID.
 */
export class NoticeSender {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private again = false;
  private busy: Promise<void> | null = null;
  private failures = 0;
  private pausedUntil = 0;
  private flagsAt = 0;
  private readonly inHand = new Set<string>();
  private readonly ending = new AbortController();
  private readonly claims: ClaimWatch;
  private readonly delivery: DeliveryOptions;

  constructor(private readonly options: NoticeSenderOptions) {
    const { store, publicUrl, logger, leaseMs = LEASE_MS } = options;
    this.claims = new ClaimWatch(store, leaseMs);
    this.delivery = { store, publicUrl, logger, ending: this.ending.signal };
  }

  start(): void {
    this.wake();
  }

  /** Looks now: notices were written. */
  wake(): void {
    if (this.stopped) return;
    if (this.busy) {
      this.again = true;
      return;
    }
    if (this.timer) clearTimeout(this.timer);
    this.busy = this.look().finally(() => {
      this.busy = null;
      if (this.stopped) return;
      this.timer = setTimeout(() => this.wake(), this.again ? 0 : ROUND_MS);
      this.again = false;
    });
  }

  /** Lets the mails under way finish, for a short while. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    const timer = setTimeout(() => this.ending.abort(), STOP_GRACE_MS);
    await this.busy;
    clearTimeout(timer);
  }

  private async look(): Promise<void> {
    const { store, tellTicket, logger } = this.options;
    try {
      await this.sendDue();
      // Nothing hurries it, and a worker under load is woken all the time.
      if (performance.now() < this.flagsAt) return;
      this.flagsAt = performance.now() + ROUND_MS;
      await flagFailures(store, tellTicket);
    } catch (error) {
      // A database or an engine that is away is no defect: the next round tries again.
      logger.debug({ cause: nameOf(error) }, 'notices put off');
    }
  }

  private async sendDue(): Promise<void> {
    const { store, mailer } = this.options;
    if (!mailer || performance.now() < this.pausedUntil) return;
    const abandoned = await this.claims.abandoned(this.inHand);
    const due = [...abandoned, ...(await dueNotices(store, instantAt(Date.now()), AT_ONCE))];
    const tickets = [...groupByTicket(due).values()];
    await Promise.all(
      Array.from({ length: CONCURRENCY }, async () => {
        // One ticket's mails go one after the other, in the order of its events.
        for (let ticket = tickets.shift(); ticket; ticket = tickets.shift()) {
          for (const notice of ticket) {
            if (this.stopped || performance.now() < this.pausedUntil) return;
            await this.send(notice, mailer);
          }
        }
      }),
    );
    if (due.length === AT_ONCE) this.again = true;
  }

  private async send(notice: NoticeDocument, mailer: Mailer): Promise<void> {
    const { store, publicUrl, logger } = this.options;
    const earlier = await earlierUnsent(store, notice);
    if (earlier) {
      if (earlier.dueAt > notice.dueAt) await putOff(store, notice, earlier.dueAt);
      return;
    }
    const claim = randomUUID();
    const messageId = notice.messageId ?? messageIdOf(notice._id, notice.folio, publicUrl);
    if (!(await claimNotice(store, notice, { claim, messageId }))) return;
    this.inHand.add(notice._id);
    try {
      this.takeNote(await deliverNotice(this.delivery, mailer, { notice, claim, messageId }));
    } catch (error) {
      logger.warn({ notice: notice._id, cause: nameOf(error) }, 'notice not composed');
      await postponeNotice(store, { notice, claim, messageId }, 'not_composed').catch(() => undefined);
    } finally {
      this.inHand.delete(notice._id);
    }
  }

  private takeNote(delivered: Delivered): void {
    switch (delivered) {
      case 'answered':
        this.failures = 0;
        return;
      case 'unreachable':
        this.pausedUntil = performance.now() + growingPause(PAUSE_MS, this.failures);
        this.failures += 1;
        return;
      case 'waits':
        this.again = true;
        return;
      case 'dropped':
        return;
    }
  }
}

function groupByTicket(notices: readonly NoticeDocument[]): Map<string, NoticeDocument[]> {
  const tickets = new Map<string, NoticeDocument[]>();
  for (const notice of notices) tickets.set(notice.folio, [...(tickets.get(notice.folio) ?? []), notice]);
  return tickets;
}

/** Names only: a message may quote an address. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
