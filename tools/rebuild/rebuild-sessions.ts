import type { Client } from '@temporalio/client';
import { epochMs } from '../../src/domain/instant';
import type { SessionEvent } from '../../src/domain/session/events';
import { enterMoney } from '../../src/store/remote-sessions/ledger';
import {
  appendSessionEvents,
  findRemoteSession,
  writeSession,
} from '../../src/store/remote-sessions/remote-sessions';
import { book, settleBooking } from '../../src/store/remote-sessions/session-bookings';
import { keepCheckout } from '../../src/store/remote-sessions/session-checkouts';
import type { Store } from '../../src/store/store';
import { sessionRecordQuery } from '../../src/workflows/session-messages';

export interface RebuiltSessions {
  sessions: number;
  /** Ids whose running execution did not answer; run the rebuild again for them. */
  failed: string[];
}

/** Events asked for at once; a page stays far below the engine's limit of 2 MB. */
const PAGE = 50;
const MINUTE_MS = 60_000;

/**
 * Builds the read model of paid sessions anew from every run that the engine still keeps, those that have ended
 * included: snapshot, events, ledger, the agents' taken time, and whose a payment page is. Link and password of a
 * session, and the address of its payment page, are in no workflow. Repeating it is harmless, also while people work.
 */
export async function rebuildSessions(store: Store, client: Client): Promise<RebuiltSessions> {
  const rebuilt = new Set<string>();
  const failed = new Set<string>();
  for await (const { workflowId, runId, status } of client.workflow.list({
    query: `WorkflowType = 'remoteSession'`,
  })) {
    try {
      await rebuildRun(store, client, workflowId, runId);
      rebuilt.add(workflowId);
    } catch {
      // What a run that has ended can not say any more is history; the key of an erased customer is gone for good.
      if (status.name === 'RUNNING') failed.add(workflowId);
    }
  }
  return { sessions: rebuilt.size, failed: [...failed] };
}

async function rebuildRun(store: Store, client: Client, workflowId: string, runId: string): Promise<void> {
  const handle = client.workflow.getHandle(workflowId, runId);
  for (let afterSeq = 0; ;) {
    const { session, handled, events } = await handle.query(sessionRecordQuery, { afterSeq, limit: PAGE });
    await appendSessionEvents(store, events);
    await enterMoney(store, session, events);
    await restorePages(store, events);
    if (events.length < PAGE) {
      await writeSession(store, session, handled);
      return await restoreBooking(store, workflowId);
    }
    afterSeq = events.at(-1)!.seq;
  }
}

/** Known as of news: without their address, so that their payments can be read. */
async function restorePages(store: Store, events: readonly SessionEvent[]): Promise<void> {
  for (const { name, data, sessionId, at } of events) {
    if (name !== 'checkout_opened') continue;
    await keepCheckout(store, { _id: data.checkoutId, sessionId, url: null, createdAt: at });
  }
}

/** What the newest run that is known has taken: an older one may have held another time. */
async function restoreBooking(store: Store, sessionId: string): Promise<void> {
  const record = await findRemoteSession(store, sessionId);
  if (!record?.session.booking) return;
  const { booking, conditions, updatedAt } = record.session;
  const { agentId, startsAt, endsAt } = booking;
  const rules = { bufferMs: conditions.bufferMinutes * MINUTE_MS, nowMs: epochMs(updatedAt) };
  if (await book(store, agentId, { sessionId, startsAt, endsAt }, rules))
    await settleBooking(store, sessionId, booking, updatedAt);
}
