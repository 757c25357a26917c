import { WorkflowNotFoundError } from '@temporalio/common';
import { WithStartWorkflowOperation, type Client, type Workflow } from '@temporalio/client';
import { moneyTrail } from '../domain/session/session-money';
import { findRemoteSession, readSessionEvents } from '../store/remote-sessions/remote-sessions';
import type { Store } from '../store/store';
import { TASK_QUEUE } from '../workflows/messages';
import {
  paymentNews,
  REMOTE_SESSION_WORKFLOW,
  ticketEnded,
  type SessionInput,
} from '../workflows/session-messages';

const DEADLINE_MS = 5_000;

/**
 * Tells a session that its payments are to be read again. One that has ended starts again from where it ended: what
 * the bank says days later is never dropped.
 * @returns false when there is no such session
 * @throws ServiceError and the like when the engine is away: the provider repeats its news
 */
export async function tellPayment(
  { store, client }: { store: Store; client: Client },
  sessionId: string,
  news: { refused: boolean; checkoutId: string | null },
): Promise<boolean> {
  const input = await inputFromRecord(store, sessionId);
  if (!input) return false;
  await client.withDeadline(Date.now() + DEADLINE_MS, () =>
    client.workflow.signalWithStart(REMOTE_SESSION_WORKFLOW, {
      ...startOptions(input),
      signal: paymentNews,
      signalArgs: [news],
    }),
  );
  return true;
}

/** Tells a session that its ticket has closed: tickets of earlier versions did not. One that is over is left alone. */
export async function tellTicketEnded(client: Client, sessionId: string): Promise<void> {
  try {
    await client.withDeadline(Date.now() + DEADLINE_MS, () =>
      client.workflow.getHandle(sessionId).signal(ticketEnded),
    );
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw error;
  }
}

/** Starts a session again whose execution was ended from outside; one that runs is left alone. */
export async function restartSession(
  { store, client }: { store: Store; client: Client },
  sessionId: string,
): Promise<boolean> {
  const input = await inputFromRecord(store, sessionId);
  if (!input) return false;
  await client.withDeadline(Date.now() + DEADLINE_MS, () =>
    client.workflow.start(REMOTE_SESSION_WORKFLOW, {
      ...startOptions(input),
      workflowIdConflictPolicy: 'USE_EXISTING',
    }),
  );
  return true;
}

/**
 * How a session that is over goes on from its record, to be sent together with a command: started by itself it would be
 * over again before the command came. Each is good for one sending.
 * @returns null when there is no such session
 */
export async function reopening(
  store: Store,
  sessionId: string,
): Promise<(() => WithStartWorkflowOperation<Workflow>) | null> {
  const input = await inputFromRecord(store, sessionId);
  if (!input) return null;
  return () =>
    new WithStartWorkflowOperation<Workflow>(REMOTE_SESSION_WORKFLOW, {
      ...startOptions(input),
      workflowIdConflictPolicy: 'USE_EXISTING',
    });
}

function startOptions(input: SessionInput): {
  workflowId: string;
  taskQueue: string;
  args: [SessionInput];
  workflowIdReusePolicy: 'ALLOW_DUPLICATE';
  staticSummary: string;
} {
  const { id, folio, platform } = input.request;
  return {
    workflowId: id,
    taskQueue: TASK_QUEUE,
    args: [input],
    workflowIdReusePolicy: 'ALLOW_DUPLICATE',
    staticSummary: `Remote session of ticket ${folio} (${platform})`,
  };
}

async function inputFromRecord(store: Store, sessionId: string): Promise<SessionInput | null> {
  const record = await findRemoteSession(store, sessionId);
  if (!record) return null;
  const { session, handled } = record;
  const { id, folio, organizationId, clientId, platform, reason, conditions, createdAt: at } = session;
  const request = { id, folio, organizationId, clientId, platform, reason, conditions, at };
  const events = await readSessionEvents(store, sessionId);
  const money = moneyTrail(
    request,
    events.filter(({ seq }) => seq <= session.version),
  );
  return { request, carried: { session, handled, money } };
}
