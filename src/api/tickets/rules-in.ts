import type { VersionedCalendar } from '../../domain/calendar';
import { pinnedPart, type SupportPolicy } from '../../domain/policy/support-policy';
import { findCalendar, findCalendarVersion } from '../../store/accounts/calendars';
import { findPolicy, findPolicyVersion } from '../../store/accounts/policies';
import type { Store } from '../../store/store';
import { ApiError } from '../problems/api-error';

/** Versions by number; left out, those that hold now. */
interface Versions {
  policyVersion?: number | undefined;
  calendarVersion?: number | undefined;
}

/**
 * The rules that a ticket can be held to: a version of the policy, and one of the calendar that this policy names.
 * @throws ApiError unknown_version naming the field
 */
export async function rulesIn(
  store: Store,
  { policyVersion, calendarVersion }: Versions,
): Promise<{ policy: SupportPolicy; calendar: VersionedCalendar }> {
  const policy =
    policyVersion === undefined ? await findPolicy(store) : await findPolicyVersion(store, policyVersion);
  if (!policy) throw new ApiError('unknown_version', 'policyVersion');
  const { calendarId } = policy;
  const calendar =
    calendarVersion === undefined
      ? await findCalendar(store, calendarId)
      : await findCalendarVersion(store, calendarId, calendarVersion);
  if (!calendar) throw new ApiError('unknown_version', 'calendarVersion');
  return { policy: pinnedPart(policy), calendar };
}
