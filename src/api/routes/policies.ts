import type { POLICY_ROUTES } from '../../contract/policies';
import { policyProblems } from '../../domain/policy/policy-problems';
import type { SupportPolicy } from '../../domain/policy/support-policy';
import { findCalendar } from '../../store/accounts/calendars';
import { addPolicyVersion, findPolicy } from '../../store/accounts/policies';
import type { Store } from '../../store/store';
import { ApiError } from '../api-error';
import type { HandlersOf } from '../handler';

export const policyHandlers: HandlersOf<typeof POLICY_ROUTES> = {
  async getSupportPolicy(_request, { store }) {
    return { status: 200, body: await present(store) };
  },

  async putSupportPolicy({ principal, body }, { store, clock }) {
    const before = await present(store);
    const { version: after, ...change } = body;
    const policy = { ...before, ...change };
    const errors = policyProblems(policy);
    if (errors.length > 0) throw new ApiError('invalid_policy', { errors });
    if ((await findCalendar(store, policy.calendarId)) === null)
      throw new ApiError('unknown_calendar', 'calendarId');
    const made = await addPolicyVersion(store, policy, { now: clock(), by: principal.userId, after });
    if (made === null) throw new ApiError('changed_meanwhile', 'version');
    return { status: 200, body: { ...made, documentUrl: policy.documentUrl } };
  },
};

async function present(store: Store): Promise<SupportPolicy & { documentUrl: string | null }> {
  const policy = await findPolicy(store);
  if (policy === null) throw new ApiError('not_found');
  // A version made before it was asked for has none.
  return { ...policy, documentUrl: policy.documentUrl ?? null };
}
