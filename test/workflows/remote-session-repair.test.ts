import { findBrokenSessions } from '../../src/relay/find-broken-sessions';
import { restartSession } from '../../src/engine/tell-session';
import { readLedger } from '../../src/store/remote-sessions/ledger';
import { findRemoteSession, readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { bookingsOf } from '../../src/store/remote-sessions/session-bookings';
import { offeredSlots } from '../../src/store/remote-sessions/session-slots';
import { rebuildSessions } from '../../tools/rebuild/rebuild-sessions';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { CLIENT } from '../support/registration';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk({ skipping: false });
  await sessions.desk.hire('agent-1');
}, 120_000);

afterAll(() => sessions.close());

function listed(session: DeskSession, status: string): Promise<true> {
  const query = `WorkflowId = '${session.id}' AND ExecutionStatus = '${status}'`;
  return waitUntil('the engine to list it', 20_000, async () => {
    for await (const _one of sessions.client.workflow.list({ query })) return true;
    return false;
  });
}

async function schedule(session: DeskSession): Promise<void> {
  const [offer] = await offeredSlots(sessions.desk.store, await session.state(), Date.now());
  const startsAt = new Date(offer!.startsAt).toISOString();
  await session.command('chooseSlot', { startsAt }, CLIENT);
  await session.until(({ meeting }) => meeting !== null);
}

test('a session whose execution was ended from outside is flagged until it runs again', async () => {
  const { store } = sessions.desk;
  const [broken, whole, over] = [
    await sessions.request(),
    await sessions.request(),
    await sessions.request(),
  ];
  for (const session of [broken, whole]) await session.quote();
  await over.command('cancelSession', { reason: 'Ya no' });
  await over.handle.result();
  await broken.handle.terminate('test');
  await listed(broken, 'Terminated');
  await findBrokenSessions({ store, client: sessions.client });
  expect(await findRemoteSession(store, broken.id)).toMatchObject({
    stuck: true,
    lostAt: expect.any(String) as string,
  });
  for (const session of [whole, over])
    expect(await findRemoteSession(store, session.id)).toMatchObject({ stuck: false, lostAt: null });

  await restartSession({ store, client: sessions.client }, broken.id);
  await waitUntil('the mark to go', 20_000, async () => {
    const record = await findRemoteSession(store, broken.id);
    return record?.lostAt === null && !record.stuck;
  });
  await findBrokenSessions({ store, client: sessions.client });
  expect(await findRemoteSession(store, broken.id)).toMatchObject({ stuck: false, lostAt: null });
});

test('the read model of sessions, running and ended, is built anew from their workflows', async () => {
  const { store } = sessions.desk;
  const [scheduled, refunded] = [await sessions.request(), await sessions.request()];
  for (const session of [scheduled, refunded]) await session.pay();
  await schedule(scheduled);
  await refunded.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await refunded.handle.result();
  await listed(refunded, 'Completed');
  await listed(scheduled, 'Running');
  const ids = [scheduled.id, refunded.id];
  const stand = async (): Promise<unknown[]> => [
    // When it was written is of the writing, not of the session.
    await Promise.all(ids.map(async (id) => ({ ...(await findRemoteSession(store, id)), writtenAt: null }))),
    await Promise.all(ids.map((id) => readSessionEvents(store, id))),
    await readLedger(store, ids),
    (await bookingsOf(store, ['agent-1'])).get('agent-1')?.filter(({ sessionId }) => ids.includes(sessionId)),
    await store.sessionCheckouts.distinct('_id', { sessionId: { $in: ids } }),
  ];
  await waitUntil('everything on record', 20_000, async () => {
    const records = await Promise.all(ids.map((id) => findRemoteSession(store, id)));
    return records[0]?.session.meeting != null && records[1]?.state === 'cancelled';
  });
  const before = await stand();

  const lost = { _id: { $exists: true } };
  await store.remoteSessions.deleteMany(lost);
  await store.sessionEvents.deleteMany(lost);
  await store.ledger.deleteMany(lost);
  await store.agentBookings.deleteMany(lost);
  await store.sessionCheckouts.deleteMany(lost);
  const { failed } = await rebuildSessions(store, sessions.client);
  expect(failed).toEqual([]);
  expect(await stand()).toEqual(before);
  await rebuildSessions(store, sessions.client);
  expect(await stand()).toEqual(before);
});
