import type { SupportPolicy } from '../../src/domain/policy/support-policy';
import type { Person } from './person';
import { Refusal } from './person';

const CALENDAR_ID = 'tour-always-open';
const ALL_DAY = [{ from: '00:00', to: '24:00' }];

/**
 * Does something under a policy whose wait takes seconds, in a calendar without closing time, and puts the former
 * policy back whatever happens, Ctrl-C included. Tickets keep the policy of their registration, so it need hold no
 * longer than that.
 */
export async function underTestPolicy<T>(
  admin: Person,
  waitSeconds: number,
  act: () => Promise<T>,
): Promise<T> {
  await ensureCalendar(admin);
  const former = await admin.get<SupportPolicy>('/policies/support');
  let back: Promise<void> | undefined;
  const putBack = (version: number): Promise<void> => (back ??= restore(admin, former, version));
  const { version } = await admin.put<SupportPolicy>('/policies/support', {
    ...former,
    waitingClientHours: waitSeconds / 3600,
    reminderHours: [],
    calendarId: CALENDAR_ID,
  });
  const interrupted = (): void => void putBack(version).finally(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await act();
  } finally {
    await putBack(version);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
  }
}

async function ensureCalendar(admin: Person): Promise<void> {
  try {
    await admin.get(`/calendars/${CALENDAR_ID}`);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    const weekly = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, ALL_DAY]));
    await admin.put(`/calendars/${CALENDAR_ID}`, {
      timeZone: 'America/Mexico_City',
      weekly,
      holidays: {},
      exceptions: {},
    });
  }
}

/** Only over our own version: what somebody else has set meanwhile stays. */
async function restore(admin: Person, former: SupportPolicy, version: number): Promise<void> {
  try {
    await admin.put('/policies/support', { ...former, version });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'changed_meanwhile') throw error;
    console.log('    Somebody changed the policy meanwhile: theirs stays.');
  }
}
