import { Worker } from '@temporalio/worker';
import { taskFailures } from '../support/history-check';
import { openSessionDesk, type SessionDesk } from '../support/session-desk';
import { CLIENT } from '../support/registration';
import { workflowBundle } from '../support/workflow-bundle';

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk({ skipping: false });
}, 120_000);

afterAll(() => sessions.close());

test('news that come while no worker runs are heard once one is back, and the history replays', async () => {
  const session = await sessions.request();
  await session.quote();
  const checkoutId = await session.checkout();
  await sessions.desk.stopWorker();
  await sessions.payments.pay(checkoutId);
  await Promise.all([session.tellPayment(), session.tellPayment(), session.tellPayment()]);
  const waiting = session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await sessions.desk.startWorker();
  await waiting;
  await session.handle.result();
  const { payments, state } = await session.state();
  expect(state).toBe('cancelled');
  expect(payments).toMatchObject([{ refundedMinor: 116_000, refundDueMinor: 0 }]);
  for (const handle of [session.handle, session.ticket.handle]) {
    const history = await handle.fetchHistory();
    expect(taskFailures(history)).toEqual([]);
    await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
  }
});

test('a worker that stops at every step loses nothing', async () => {
  const restart = async (): Promise<void> => {
    await sessions.desk.stopWorker();
    await sessions.desk.startWorker();
  };
  const session = await sessions.request();
  await restart();
  await session.quote();
  await restart();
  const checkoutId = await session.checkout();
  await restart();
  await sessions.payments.pay(checkoutId);
  await session.tellPayment();
  await session.until(({ state }) => state === 'paid');
  await restart();
  await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await session.handle.result();
  const own = [...sessions.payments.checkouts.values()].filter(({ sessionId }) => sessionId === session.id);
  expect(own).toMatchObject([{ refundedMinor: 116_000 }]);
});
