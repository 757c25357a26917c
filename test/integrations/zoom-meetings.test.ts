import type { MeetingsPort } from '../../src/integrations/meetings/meetings-port';
import { createZoomMeetings } from '../../src/integrations/meetings/zoom-meetings';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';

let double: MeetingDouble;
let meetings: MeetingsPort;
const realFetch = globalThis.fetch;

beforeEach(async () => {
  double = await startMeetingDouble();
  const { apiUrl, oauthUrl } = double;
  meetings = createZoomMeetings({ accountId: 'a', clientId: 'c', clientSecret: 's', apiUrl, oauthUrl });
});

afterEach(() => double.close());

const ORDER = {
  sessionId: 'session-100001-1',
  topic: 'Soporte',
  startsAt: '2026-11-30T20:00:00.000Z',
  minutes: 60,
};

test('a meeting is made, ended and deleted', async () => {
  const made = await meetings.create(ORDER);
  expect(double.meetings.get(made.meetingId)).toMatchObject({
    startTime: '2026-11-30T20:00:00Z',
    passcode: made.passcode,
  });
  await meetings.end(made.meetingId);
  await meetings.remove(made.meetingId);
  expect(double.meetings.get(made.meetingId)?.state).toBe('deleted');
});

test('what is gone already is no fault', async () => {
  await meetings.end('123');
  await expect(meetings.remove('123')).resolves.toBeUndefined();
});

test('a meeting that has ended by itself leaves nothing to delete', async () => {
  const { meetingId } = await meetings.create(ORDER);
  double.mischief.refusing = { status: 400, code: 3007 };
  await expect(meetings.remove(meetingId)).resolves.toBeUndefined();
});

test.each([
  ['it runs', 400, 3002],
  ['its host is another', 400, 3003],
  ['its host does not exist', 404, 1001],
])('a meeting that Zoom does not delete because %s is not taken for gone', async (_why, status, code) => {
  const { meetingId } = await meetings.create(ORDER);
  double.mischief.refusing = { status, code };
  await expect(meetings.end(meetingId)).rejects.toMatchObject({ code: `zoom_${code}` });
  await expect(meetings.remove(meetingId)).rejects.toMatchObject({ code: `zoom_${code}` });
});

test('a link that is no web address is refused', async () => {
  double.mischief.garbage = 1;
  await expect(meetings.create(ORDER)).rejects.toThrow('without link');
});

test('a meeting whose answer was lost is found by its session, and no other', async () => {
  double.mischief.losing = 1;
  await expect(meetings.create(ORDER)).rejects.toThrow('500');
  await meetings.create({ ...ORDER, sessionId: 'session-100001-11' });
  const found = await meetings.find(ORDER.sessionId);
  expect(found).toMatchObject([{ startsAt: ORDER.startsAt }]);
  const { passcode, joinUrl } = double.meetings.get(found[0]!.meetingId)!;
  expect(await meetings.read(found[0]!.meetingId)).toMatchObject({ passcode, joinUrl });
});

test('a meeting is found also behind the first page', async () => {
  for (let count = 0; count < 301; count += 1) await meetings.create({ ...ORDER, sessionId: 'session-1-1' });
  await meetings.create(ORDER);
  expect(await meetings.find(ORDER.sessionId)).toHaveLength(1);
});

test('a link over plain http is refused of a provider that is not the local double', async () => {
  const { apiUrl, oauthUrl } = double;
  const real = jest.spyOn(globalThis, 'fetch').mockImplementation((url, init) => {
    const asked = String(url instanceof Request ? url.url : url);
    return realFetch(asked.replace('https://zoom.test/v2', apiUrl), init);
  });
  try {
    const settings = { accountId: 'a', clientId: 'c', clientSecret: 's', oauthUrl };
    const zoom = createZoomMeetings({ ...settings, apiUrl: 'https://zoom.test/v2' });
    await expect(zoom.create(ORDER)).rejects.toThrow('without link');
  } finally {
    real.mockRestore();
  }
});

test('a provider that fails is told apart', async () => {
  double.mischief.failing = 2;
  await expect(meetings.create(ORDER)).rejects.toThrow('500');
  const failing = meetings.remove('123');
  await expect(failing).rejects.toThrow('500');
});
