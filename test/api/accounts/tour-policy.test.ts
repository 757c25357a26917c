import type { SupportPolicy } from '../../../src/domain/policy/support-policy';
import { logIn, type Person } from '../../../tools/tour/person';
import { underTestPolicy } from '../../../tools/tour/test-policy';
import { PASSWORD, PEOPLE, startApi, type RunningApi } from './running-api';

let api: RunningApi;
let admin: Person;

beforeAll(async () => {
  api = await startApi();
  admin = await logIn(api.url, PEOPLE.admin, PASSWORD);
});
afterAll(() => api.close());

const policy = (): Promise<SupportPolicy> => admin.get('/policies/support');

test('the tour’s policy holds while it acts, and the former one is back even when that fails', async () => {
  const { version, ...former } = await policy();
  const act = async (): Promise<never> => {
    expect(await policy()).toMatchObject({ version: version + 1, calendarId: 'tour-always-open' });
    expect((await policy()).waitingClientHours).toBeCloseTo(5 / 3600, 9);
    throw new Error('in the middle');
  };
  await expect(underTestPolicy(admin, 5, act)).rejects.toThrow('in the middle');
  expect(await policy()).toEqual({ ...former, version: version + 2 });
});

test('what somebody else sets meanwhile stays', async () => {
  const theirs = { ...(await policy()), waitingClientHours: 36 };
  await underTestPolicy(admin, 5, () => admin.put('/policies/support', { ...theirs, version: undefined }));
  expect((await policy()).waitingClientHours).toBe(36);
});
