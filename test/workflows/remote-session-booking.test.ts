import { bookingsOf } from '../../src/store/remote-sessions/session-bookings';
import { takeSlot } from '../../src/store/remote-sessions/session-slots';
import { waitUntil } from '../../tools/toolchain/wait-until';
import { refusalOf } from '../support/desk';
import { CLIENT } from '../support/registration';
import { openSessionDesk, type DeskSession, type SessionDesk } from '../support/session-desk';

const HOUR = 3_600_000;
const MINUTE = 60_000;

let sessions: SessionDesk;

beforeAll(async () => {
  sessions = await openSessionDesk();
  await sessions.desk.hire('agent-1');
}, 120_000);

afterAll(() => sessions.close());

async function paid(): Promise<DeskSession> {
  const session = await sessions.request();
  await session.pay();
  return session;
}

async function ahead(hours: number): Promise<string> {
  return new Date((Math.ceil((await sessions.now()) / HOUR) + hours) * HOUR).toISOString();
}

function choose(session: DeskSession, startsAt: string): Promise<string> {
  return refusalOf(session.command('chooseSlot', { startsAt }, CLIENT));
}

async function booked({ id }: DeskSession): Promise<string[]> {
  const all = (await bookingsOf(sessions.desk.store, ['agent-1'])).get('agent-1') ?? [];
  return all.filter(({ sessionId }) => sessionId === id).map(({ startsAt }) => startsAt);
}

test('a choice whose answer was lost takes nobody their time, and is free again once nobody came for it', async () => {
  const { store } = sessions.desk;
  const [first, second] = [await paid(), await paid()];
  const [kept, lost] = [await ahead(48), await ahead(60)];
  expect(await choose(first, kept)).toBe('accepted');
  // The agent's time was written, and whoever asked for it died before the answer.
  expect(await takeSlot(store, await first.state(), lost, await sessions.now())).not.toBeNull();
  expect(await choose(second, kept)).toBe('slot_taken');
  expect(await choose(second, lost)).toBe('slot_taken');
  await sessions.sleepUntil((await sessions.now()) + 16 * MINUTE);
  expect(await choose(second, kept)).toBe('slot_taken');
  expect(await choose(second, lost)).toBe('accepted');
  expect((await first.state()).slot).toMatchObject({ startsAt: kept });
});

test('who moves keeps one time, and the other can be had by somebody else', async () => {
  const [first, second] = [await paid(), await paid()];
  const [before, after] = [await ahead(100), await ahead(110)];
  expect(await choose(first, before)).toBe('accepted');
  expect(await choose(first, after)).toBe('accepted');
  await waitUntil('the old time to go back', 20_000, async () => (await booked(first)).length === 1);
  expect(await booked(first)).toEqual([after]);
  expect(await choose(second, before)).toBe('accepted');
  await first.command('cancelSession', { reason: 'Ya no' }, CLIENT);
  await first.handle.result();
  expect(await booked(first)).toEqual([]);
});

test('of ten clients who want one time at once one has it, and nobody else', async () => {
  const all = await Promise.all(Array.from({ length: 10 }, paid));
  const startsAt = await ahead(200);
  const outcomes = await Promise.all(all.map((session) => choose(session, startsAt)));
  expect(outcomes.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
  expect(outcomes.filter((outcome) => outcome === 'slot_taken')).toHaveLength(9);
  const holders = await Promise.all(all.map(booked));
  expect(holders.flat()).toEqual([startsAt]);
});
