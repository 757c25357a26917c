import type { RemoteSessionPolicy } from '../../src/domain/policy/remote-session-policy';
import { addCalendarVersion } from '../../src/store/accounts/calendars';
import { addPolicyVersion, findPolicy } from '../../src/store/accounts/policies';
import { openStore } from '../../src/store/store';
import { ALWAYS_OPEN } from '../record-histories/always-open';

/** Does something while paid sessions are held around the clock under other data; afterwards all is as it was. */
export async function underPolicy<T>(
  mongoUri: string,
  change: (session: RemoteSessionPolicy) => RemoteSessionPolicy,
  act: () => Promise<T>,
): Promise<T> {
  const store = await openStore(mongoUri);
  try {
    const policy = await findPolicy(store);
    if (!policy?.remoteSession) throw new Error('The demo data have a policy with paid sessions.');
    const by = { now: new Date(), by: null };
    await addCalendarVersion(store, ALWAYS_OPEN.id, ALWAYS_OPEN, by);
    await addPolicyVersion(
      store,
      { ...policy, calendarId: ALWAYS_OPEN.id, remoteSession: change(policy.remoteSession) },
      by,
    );
    const done = await act();
    await addPolicyVersion(store, policy, by);
    return done;
  } finally {
    await store.close();
  }
}
