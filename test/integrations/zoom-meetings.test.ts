import type { MeetingsPort } from '../../src/integrations/meetings/meetings-port';
import { createZoomMeetings } from '../../src/integrations/meetings/zoom-meetings';
import { startMeetingDouble, type MeetingDouble } from '../../tools/local-providers/meeting-double';

let double: MeetingDouble;
let meetings: MeetingsPort;

beforeEach(async () => {
  double = await startMeetingDouble();
  const { apiUrl, oauthUrl } = double;
  meetings = createZoomMeetings({ accountId: 'a', clientId: 'c', clientSecret: 's', apiUrl, oauthUrl });
});

afterEach(() => double.close());

const ORDER = { topic: 'Soporte', startsAt: '2026-11-30T20:00:00.000Z', minutes: 60 };

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

test('a link that is no web address is refused', async () => {
  double.mischief.garbage = 1;
  await expect(meetings.create(ORDER)).rejects.toThrow('without link');
});

test('a provider that fails is told apart', async () => {
  double.mischief.failing = 2;
  await expect(meetings.create(ORDER)).rejects.toThrow('500');
  const failing = meetings.remove('123');
  await expect(failing).rejects.toThrow('500');
});
