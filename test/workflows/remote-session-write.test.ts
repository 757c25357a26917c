import '../support/quiet-runtime';
import type { SessionActivities } from '../../src/activities/session-activities';
import { readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { CLIENT } from '../support/registration';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk({ skipping: false });
}, 120_000);

afterAll(() => sessions.close());

type Write = SessionActivities['projectSession'];

/** Has the worker write by other means, for one test. */
async function writing(means: (write: Write) => Write, test: () => Promise<void>): Promise<void> {
  const activities = sessions.desk.activities as unknown as SessionActivities;
  const projectSession = activities.projectSession.bind(activities);
  const replace = async (write: Write): Promise<void> => {
    await sessions.desk.stopWorker();
    activities.projectSession = write;
    await sessions.desk.startWorker();
  };
  await replace(means(projectSession));
  try {
    await test();
  } finally {
    await replace(projectSession);
  }
}

async function namesOnRecord(session: DeskSession): Promise<string[]> {
  return (await readSessionEvents(sessions.desk.store, session.id)).map(({ name }) => name);
}

test('a write that the database refuses is repeated, and the session lives on', async () => {
  const session = await sessions.request();
  let refused = 0;
  const refusingOnce =
    (write: Write): Write =>
    (projection) => {
      refused += 1;
      return refused === 1 ? Promise.reject(new Error('not primary')) : write(projection);
    };
  await writing(refusingOnce, async () => {
    await session.quote();
    await session.checkout();
  });
  expect(refused).toBeGreaterThan(1);
  expect(await namesOnRecord(session)).toEqual(['quoted', 'accepted', 'checkout_opened']);
});

test('what is commanded while a write is on its way is written after it', async () => {
  const session = await sessions.request();
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const waiting =
    (write: Write): Write =>
    async (projection) => {
      await released;
      await write(projection);
    };
  await writing(waiting, async () => {
    await session.quote();
    await session.command('cancelSession', { reason: 'Ya no' }, CLIENT);
    release();
    await session.handle.result();
  });
  expect(await namesOnRecord(session)).toEqual(expect.arrayContaining(['quoted', 'cancelled']));
});
