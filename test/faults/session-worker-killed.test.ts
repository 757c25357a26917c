import { Worker } from '@temporalio/worker';
import { readLedger } from '../../src/store/remote-sessions/ledger';
import { readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { sessionQuery } from '../../src/workflows/session-messages';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { checkInvariants } from '../support/fault-invariants';
import {
  begin,
  openSessionStage,
  recordWhen,
  SESSION_STEPS,
  type SessionStage,
  type SessionWalk,
} from '../support/fault-sessions';
import { taskFailures } from '../support/history-check';
import { workflowBundle } from '../support/workflow-bundle';

let stage: SessionStage;

beforeAll(async () => {
  stage = await openSessionStage(SESSION_STEPS.length + 1);
}, 180_000);

afterAll(() => stage?.close(), 60_000);

/** Where the worker dies, in turn: a step just asked for, known to the engine, on record, and while a provider works. */
const MOMENTS = ['sent', 'in the engine', 'on record', 'at a provider'] as const;
type Moment = (typeof MOMENTS)[number];

async function step(walk: SessionWalk): Promise<void> {
  await SESSION_STEPS[walk.taken]!.take(stage, walk);
  walk.taken += 1;
}

function hasNext({ taken }: SessionWalk): boolean {
  return taken < SESSION_STEPS.length;
}

/** One session right before each step. */
function lineUp(): Promise<SessionWalk[]> {
  return Promise.all(
    SESSION_STEPS.map(async (_step, ahead) => {
      const walk = await begin(stage);
      while (walk.taken < ahead) await step(walk);
      return walk;
    }),
  );
}

async function reached(moment: Moment, ids: string[]): Promise<void> {
  const { service, payments } = stage;
  const { store, client } = service;
  const count = async (): Promise<number> => {
    if (moment === 'at a provider') return payments.calls.length;
    if (moment === 'on record') return store.sessionEvents.countDocuments({});
    const lengths = await Promise.all(
      ids.map(
        async (id) =>
          (
            await client.workflow
              .getHandle(id)
              .describe()
              .catch(() => null)
          )?.historyLength,
      ),
    );
    return lengths.reduce<number>((sum, length) => sum + (length ?? 0), 0);
  };
  if (moment === 'sent') return;
  const before = await count();
  await waitUntil(`a session to be ${moment}`, 30_000, async () => (await count()) > before);
}

async function stepUnderFire(walks: SessionWalk[], moment: Moment): Promise<void> {
  const { service } = stage;
  const watch = reached(
    moment,
    walks.map(({ id }) => id),
  ).catch(() => undefined);
  const steps = Promise.all(walks.map(step));
  await Promise.race([steps, watch]);
  await service.killWorker();
  service.startWorker();
  await steps;
}

test('a worker killed at every step of paid sessions charges once, makes one meeting, and loses none', async () => {
  const { service, payments, meetings, client, agent } = stage;
  const walks = await lineUp();
  Object.assign(payments.mischief, { delayMs: 150 });
  Object.assign(meetings.mischief, { delayMs: 150 });
  for (const moment of MOMENTS) await stepUnderFire(walks.filter(hasNext), moment);
  await Promise.all(
    walks.map(async (walk) => {
      while (hasNext(walk)) await step(walk);
    }),
  );
  for (const walk of walks) await checkSession(walk);

  // What was promised is on record, with the ticket or with its session.
  const promised = [client, agent].flatMap(({ acknowledged }) => acknowledged.splice(0));
  for (const { commandId } of promised) {
    const counts = await Promise.all([
      service.store.events.countDocuments({ commandId }),
      service.store.sessionEvents.countDocuments({ commandId }),
    ]);
    expect(counts[0] + counts[1]).toBeGreaterThan(0);
  }
  await checkInvariants(service, { client, agent });
}, 360_000);

async function checkSession(walk: SessionWalk): Promise<void> {
  const { service, payments, meetings } = stage;
  const { store } = service;
  const handle = service.client.workflow.getHandle(walk.id);
  await handle.result();
  const session = await recordWhen(stage, walk, ({ state, meeting }) => state === 'completed' && !meeting);
  expect(await handle.query(sessionQuery)).toEqual(session);
  const events = await readSessionEvents(store, walk.id);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
  expect(events).toHaveLength(session.version);

  const pages = [...payments.checkouts.values()].filter(({ sessionId }) => sessionId === walk.id);
  expect(pages.map(({ status, refundedMinor }) => [status, refundedMinor])).toEqual([['complete', 0]]);
  expect(await readLedger(store, [walk.id])).toMatchObject([{ kind: 'captured', kept: true }]);
  const made = [...meetings.meetings.values()].filter(({ agenda }) => agenda.startsWith(`${walk.id} `));
  expect(made.map(({ state }) => state)).toEqual(['deleted']);
  expect(await store.sessionAccess.countDocuments({ _id: walk.id })).toBe(0);
  const notices = await store.notices.find({ folio: walk.id }).lean();
  expect(new Set(notices.map(({ seq, recipientId }) => `${seq}:${recipientId}`)).size).toBe(notices.length);
  for (const name of ['quoted', 'captured', 'slot_chosen', 'ended']) {
    const { seq } = events.find((event) => event.name === name)!;
    expect(notices.some((notice) => notice.seq === seq)).toBe(true);
  }
  const history = await handle.fetchHistory();
  expect(taskFailures(history)).toEqual([]);
  await Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, history);
}
