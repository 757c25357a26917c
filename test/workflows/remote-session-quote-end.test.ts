import { readSessionEvents } from '../../src/store/remote-sessions/remote-sessions';
import { openSessionDesk, type SessionDesk } from '../support/session-desk';

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** With nothing else on its desk: a year passes at once only where nobody has anything to do in it. */
let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk();
}, 120_000);

afterAll(() => sessions.close());

test('a quote of the longest kind ends when it says, by one durable timer', async () => {
  const session = await sessions.request();
  await session.quote();
  const { quote } = await session.state();
  const end = Date.parse(quote!.validUntil);
  await sessions.sleepUntil(end - 2 * HOUR);
  expect((await session.state()).state).toBe('quoted');
  await sessions.sleepUntil(end + MINUTE);
  await session.handle.result();
  const [last] = (await readSessionEvents(sessions.desk.store, session.id)).slice(-1);
  expect(last).toMatchObject({ name: 'lapsed' });
  expect(Date.parse(last!.at) - end).toBeLessThan(MINUTE);
});
