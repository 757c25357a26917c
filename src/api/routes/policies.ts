import type { POLICY_ROUTES } from '../../contract/policies';
import { policyProblems } from '../../domain/policy/policy-problems';
import type { SupportPolicy } from '../../domain/policy/support-policy';
import { findCalendar } from '../../store/accounts/calendars';
import { addPolicyVersion, findPolicy } from '../../store/accounts/policies';
import type { Store } from '../../store/store';
import { ApiError } from '../problems/api-error';
import { changedMeanwhile, editedVersion, versionTagOf } from '../http/edited-version';
import type { HandlersOf } from '../handler';

export const policyHandlers: HandlersOf<typeof POLICY_ROUTES> = {
  async getSupportPolicy(_request, { store }) {
    const body = await present(store);
    return { status: 200, body, headers: versionTagOf(body) };
  },

  async putSupportPolicy(request, { store, clock }) {
    const before = await present(store);
    // Which version comes next is for the store to say.
    const policy = { ...before, ...request.body, version: before.version };
    const errors = policyProblems(policy);
    if (errors.length > 0) throw new ApiError('invalid_policy', { errors });
    if ((await findCalendar(store, policy.calendarId)) === null)
      throw new ApiError('unknown_calendar', 'calendarId');
    const edit = { now: clock(), by: request.principal.userId, after: editedVersion(request) };
    const made = await addPolicyVersion(store, policy, edit);
    if (made === null) throw changedMeanwhile(request, await findPolicy(store));
    return {
      status: 200,
      body: { ...made, documentUrl: policy.documentUrl },
      headers: versionTagOf(made),
    };
  },
};

async function present(store: Store): Promise<SupportPolicy & { documentUrl: string | null }> {
  const policy = await findPolicy(store);
  if (policy === null) throw new ApiError('not_found');
  // A version made before it was asked for has none.
  return { ...policy, documentUrl: policy.documentUrl ?? null };
}
