import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { instantAt } from '../domain/instant';
import type { MailFailure } from '../domain/ticket/mail-failure';
import type { Delivery, Mailer } from '../integrations/mail/mailer';
import { composeNotice } from '../notices/compose-notice';
import { messageIdOf } from '../notices/message-id';
import { concernsTicket } from '../store/notice-failures';
import {
  claimNotice,
  claimedNotices,
  dueNotices,
  earlierUnsent,
  putOff,
  releaseNotice,
  settleNotice,
} from '../store/notice-outbox';
import type { NoticeDocument } from '../store/notices';
import type { Store } from '../store/store';
import { flagFailures } from './flag-failures';

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
/** One mail, from connection to answer. */
const SEND_DEADLINE_MS = 45_000;
const LEASE_MS = 90_000;
const STOP_GRACE_MS = 5_000;
/** While the server is away everything waits, a little longer each time. */
const PAUSE_MS = { first: 1_000, most: 30_000 };
/** A mail that the server puts off. */
const BACK_OFF_MS = { first: 5_000, most: 600_000 };
/** After a day of being put off the agent had better phone. */
const PATIENCE_MS = 86_400_000;
const CATCH_UP_MS = 250;

/**
 * Sends the notices that wait. Of several processes one claims a notice by a guarded update; a mail is sent again only
 * when its process died between the server's acceptance and the record, and then under the same Message-ID. A claim
 * counts as abandoned once this process has watched it stand for the lease, by its own steady clock: clocks of
 * different machines are never compared.
 */
export class NoticeSender {
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;
  private again = false;
  private busy: Promise<void> | null = null;
  private failures = 0;
  private pausedUntil = 0;
  private flagsAt = 0;
  private readonly watched = new Map<string, { claim: string | null; since: number }>();
  private readonly inHand = new Set<string>();
  private readonly ending = new AbortController();

  constructor(private readonly options: NoticeSenderOptions) {}

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
    const due = [...(await this.abandoned()), ...(await dueNotices(store, instantAt(Date.now()), AT_ONCE))];
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

  /** Claims that have stood for the whole lease while we looked on: their process is dead. */
  private async abandoned(): Promise<NoticeDocument[]> {
    const now = performance.now();
    const claimed = await claimedNotices(this.options.store, AT_ONCE);
    const ids = new Set(claimed.map(({ _id }) => _id));
    for (const id of this.watched.keys()) if (!ids.has(id)) this.watched.delete(id);
    return claimed.filter(({ _id, claim }) => {
      const seen = this.watched.get(_id);
      if (seen?.claim !== claim) this.watched.set(_id, { claim, since: now });
      const since = seen?.claim === claim ? seen.since : now;
      return !this.inHand.has(_id) && now - since >= (this.options.leaseMs ?? LEASE_MS);
    });
  }

  private async send(notice: NoticeDocument, mailer: Mailer): Promise<void> {
    const { store, publicUrl } = this.options;
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
      await this.deliver(notice, claim, messageId, mailer);
    } catch (error) {
      this.options.logger.warn({ notice: notice._id, cause: nameOf(error) }, 'notice not composed');
      await this.postpone(notice, claim, 'not_composed').catch(() => undefined);
    } finally {
      this.inHand.delete(notice._id);
    }
  }

  private async deliver(
    notice: NoticeDocument,
    claim: string,
    messageId: string,
    mailer: Mailer,
  ): Promise<void> {
    const { store, publicUrl } = this.options;
    const composed = await composeNotice(store, notice, publicUrl);
    if ('wait' in composed) {
      const dueAt = instantAt(Date.now() + CATCH_UP_MS);
      const { _id, fault, attempts } = notice;
      this.again = true;
      return await releaseNotice(store, { _id, claim }, { dueAt, fault, attempts });
    }
    if ('drop' in composed) {
      return await settleNotice(store, notice._id, { state: 'dropped', fault: composed.drop, flag: 'none' });
    }
    const mail = { ...composed.mail, messageId };
    await this.record(notice, claim, await mailer.send(mail, this.deadline()));
  }

  private deadline(): AbortSignal {
    return AbortSignal.any([this.ending.signal, AbortSignal.timeout(SEND_DEADLINE_MS)]);
  }

  private async record(notice: NoticeDocument, claim: string, delivery: Delivery): Promise<void> {
    const { store, logger } = this.options;
    const { _id, kind, attempts } = notice;
    const { outcome } = delivery;
    const code = outcome === 'accepted' ? null : delivery.code;
    logger.info({ notice: _id, kind, outcome, code }, 'notice');
    if (outcome !== 'unreachable') this.failures = 0;
    switch (outcome) {
      case 'accepted':
        return await this.surely(() =>
          settleNotice(store, _id, { state: 'sent', fault: null, flag: 'none' }),
        );
      case 'refused':
        return await this.surely(() => settleNotice(store, _id, failed(notice, 'refused', code)));
      case 'postponed':
        if (Date.now() - Date.parse(notice.createdAt) > PATIENCE_MS)
          return await settleNotice(store, _id, failed(notice, 'undeliverable', code));
        return await this.postpone(notice, claim, code);
      case 'unreachable':
        this.pause();
        return await releaseNotice(store, { _id, claim }, { dueAt: notice.dueAt, fault: code, attempts });
    }
  }

  private async postpone(notice: NoticeDocument, claim: string, fault: string | null): Promise<void> {
    const { _id, attempts } = notice;
    const dueAt = instantAt(Date.now() + growing(BACK_OFF_MS, attempts));
    await releaseNotice(this.options.store, { _id, claim }, { dueAt, fault, attempts: attempts + 1 });
  }

  private pause(): void {
    this.pausedUntil = performance.now() + growing(PAUSE_MS, this.failures);
    this.failures += 1;
  }

  /** What the server answered must not be forgotten because the database is away for a moment. */
  private async surely(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (this.stopped) throw error;
        await sleep(ROUND_MS);
      }
    }
  }
}

function failed(
  { role }: NoticeDocument,
  state: 'refused' | 'undeliverable',
  fault: string | null,
): Pick<NoticeDocument, 'state' | 'fault' | 'flag'> {
  return { state, fault, flag: concernsTicket(role) ? 'wanted' : 'none' };
}

function groupByTicket(notices: readonly NoticeDocument[]): Map<string, NoticeDocument[]> {
  const tickets = new Map<string, NoticeDocument[]>();
  for (const notice of notices) tickets.set(notice.folio, [...(tickets.get(notice.folio) ?? []), notice]);
  return tickets;
}

function growing({ first, most }: { first: number; most: number }, times: number): number {
  return Math.min(most, first * 2 ** Math.min(times, 20));
}

/** Names only: a message may quote an address. */
function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
