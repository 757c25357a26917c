import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { instantAt } from '../domain/instant';
import type { Delivery, Mailer } from '../integrations/mail/mailer';
import { composeNotice } from '../notices/compose-notice';
import { concernsTicket } from '../store/notices/notice-failures';
import { releaseNotice, settleNotice } from '../store/notices/notice-outbox';
import type { NoticeDocument } from '../store/notices/notices';
import type { Store } from '../store/store';
import { growingPause } from './growing-pause';

/** One mail, from connection to answer. */
const SEND_DEADLINE_MS = 45_000;
/** A mail that the server puts off. */
const BACK_OFF_MS = { first: 5_000, most: 600_000 };
/** After a day of being put off the agent had better phone. */
const PATIENCE_MS = 86_400_000;
/** How long a mail waits for the read model that it tells of. */
const CATCH_UP_MS = 250;
/** Between attempts to write down what the server has answered. */
const WRITE_AGAIN_MS = 1_000;

/** A notice that this process has claimed, and the Message-ID that its mail bears, also when it is sent again. */
export interface ClaimedNotice {
  readonly notice: NoticeDocument;
  readonly claim: string;
  readonly messageId: string;
}

/**
 * `answered`: the mail server has said something of this mail · `dropped`: it is not sent any more · `waits`: the read
 * model has not caught up · `unreachable`: the mail server is away, whatever the mail.
 */
export type Delivered = 'answered' | 'dropped' | 'waits' | 'unreachable';

export interface DeliveryOptions {
  store: Store;
  publicUrl: string;
  logger: Logger;
  /** Aborted when the process ends: a mail under way is given up. */
  ending: AbortSignal;
}

/** Composes one notice, hands its mail to the server and writes down what came of it. */
export async function deliverNotice(
  options: DeliveryOptions,
  mailer: Mailer,
  claimed: ClaimedNotice,
): Promise<Delivered> {
  const { store, publicUrl, ending } = options;
  const { notice, claim, messageId } = claimed;
  const composed = await composeNotice(store, notice, publicUrl);
  if ('wait' in composed) {
    const dueAt = instantAt(Date.now() + CATCH_UP_MS);
    const { _id, fault, attempts } = notice;
    await releaseNotice(store, { _id, claim }, { dueAt, fault, attempts });
    return 'waits';
  }
  if ('drop' in composed) {
    await settleNotice(store, notice._id, { state: 'dropped', fault: composed.drop, flag: 'none' });
    return 'dropped';
  }
  const deadline = AbortSignal.any([ending, AbortSignal.timeout(SEND_DEADLINE_MS)]);
  const delivery = await mailer.send({ ...composed.mail, messageId }, deadline);
  await record(options, claimed, delivery);
  return delivery.outcome === 'unreachable' ? 'unreachable' : 'answered';
}

/** Puts a mail off, longer each time. */
export async function postponeNotice(
  store: Store,
  { notice: { _id, attempts }, claim }: ClaimedNotice,
  fault: string | null,
): Promise<void> {
  const dueAt = instantAt(Date.now() + growingPause(BACK_OFF_MS, attempts));
  await releaseNotice(store, { _id, claim }, { dueAt, fault, attempts: attempts + 1 });
}

async function record(options: DeliveryOptions, claimed: ClaimedNotice, delivery: Delivery): Promise<void> {
  const { store, logger, ending } = options;
  const { notice, claim } = claimed;
  const { _id, kind, attempts, createdAt, dueAt } = notice;
  const { outcome } = delivery;
  const code = outcome === 'accepted' ? null : delivery.code;
  logger.info({ notice: _id, kind, outcome, code }, 'notice');
  switch (outcome) {
    case 'accepted':
      return await surely(ending, () =>
        settleNotice(store, _id, { state: 'sent', fault: null, flag: 'none' }),
      );
    case 'refused':
      return await surely(ending, () => settleNotice(store, _id, failed(notice, 'refused', code)));
    case 'postponed':
      if (Date.now() - Date.parse(createdAt) > PATIENCE_MS)
        return await settleNotice(store, _id, failed(notice, 'undeliverable', code));
      return await postponeNotice(store, claimed, code);
    case 'unreachable':
      return await releaseNotice(store, { _id, claim }, { dueAt, fault: code, attempts });
  }
}

function failed(
  { role }: NoticeDocument,
  state: 'refused' | 'undeliverable',
  fault: string | null,
): Pick<NoticeDocument, 'state' | 'fault' | 'flag'> {
  return { state, fault, flag: concernsTicket(role) ? 'wanted' : 'none' };
}

/** What the server answered must not be forgotten because the database is away for a moment. */
async function surely(ending: AbortSignal, write: () => Promise<void>): Promise<void> {
  for (;;) {
    try {
      return await write();
    } catch (error) {
      if (ending.aborted) throw error;
      await sleep(WRITE_AGAIN_MS);
    }
  }
}
